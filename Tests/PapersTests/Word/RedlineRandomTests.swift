import Compression
import Foundation
import Papers
import Testing

@Suite("Changes in Word documents of every kind")
struct RedlineRandomTests {
  private typealias Sample = WordSample

  /// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers in every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let words = [
    "the", "Processor", "shall", "notify", "“Personal", "Data”,", "within", "72", "hours", "&amp;",
    "é", "pro\u{AD}cess", "sub-processor", "(a)", "delay.", "—", "Art.\u{A0}28",
  ]

  /// A paragraph of words that are all different, cut into runs anywhere, some of them in what Word puts
  /// around runs.
  private static func paragraph(_ random: inout Seeded) -> (xml: String, words: [String]) {
    let count = Int.random(in: 3...14, using: &random)
    let words = (0..<count).map { "\(Self.words.randomElement(using: &random) ?? "")\($0)" }
    var rest = Array(words.joined(separator: " "))
    var runs = ""
    while !rest.isEmpty {
      let length = min(rest.count, Int.random(in: 1...12, using: &random))
      var piece = String(rest.prefix(length))
      // An entity is not cut.
      rest.removeFirst(length)
      while let start = piece.lastIndex(of: "&"), !piece[start...].contains(";") {
        piece.append(rest.removeFirst())
      }
      let letters =
        ["", "<w:b/>", "<w:i/><w:sz w:val=\"20\"/>"].randomElement(using: &random) ?? ""
      runs += around(Sample.run(piece, letters), &random)
    }
    return (Sample.paragraph(runs), words)
  }

  private static func around(_ run: String, _ random: inout Seeded) -> String {
    let number = Int.random(in: 1000...1_000_000, using: &random)
    return switch Int.random(in: 0..<14, using: &random) {
    case 0: "<w:hyperlink r:id=\"rId2\">\(run)</w:hyperlink>"
    case 1: "<w:smartTag w:element=\"x\">\(run)</w:smartTag>"
    case 2: "<w:sdt><w:sdtPr/><w:sdtContent>\(run)</w:sdtContent></w:sdt>"
    case 3: "<w:ins w:id=\"\(number)\" w:author=\"V\">\(run)</w:ins>"
    case 4:
      "<w:del w:id=\"\(number)\" w:author=\"V\"><w:r><w:delText>gone</w:delText></w:r></w:del>\(run)"
    case 5: "<w:bookmarkStart w:id=\"\(number)\"/>\(run)<w:bookmarkEnd w:id=\"\(number)\"/>"
    case 6: "<w:proofErr w:type=\"gramStart\"/>\(run)"
    case 7: "<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(run)"
    default: run
    }
  }

  /// One random change of words at some place, and the words after it.
  private static func change(
    _ number: Int, _ words: [String], _ random: inout Seeded
  ) -> (PaperChange, [String]) {
    let start = Int.random(in: words.indices, using: &random)
    let end = min(words.count, start + Int.random(in: 1...4, using: &random))
    let quoted = words[start..<end].joined(separator: " ").replacing("&amp;", with: "&")
    let comment = Bool.random(using: &random) ? "Remark \(number)" : nil
    func change(_ kind: PaperChange.Kind) -> PaperChange {
      PaperChange(number, paragraph: number, kind, comment: comment)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where end - start < words.count:
      return (change(.delete(words: quoted)), Array(words[..<start] + words[end...]))
    case 1:
      return (
        change(.insertAfter(words: quoted, text: "new words")),
        Array(words[..<end] + ["new words"] + words[end...])
      )
    case 2: return (change(.comment(words: quoted, text: "Only a remark")), words)
    default:
      // Some of the words are kept.
      var new = Array(words[start..<end])
      new[Int.random(in: new.indices, using: &random)] = "other &lt;words&gt;"
      let text = new.joined(separator: " ").replacing("&amp;", with: "&")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      return (
        change(.replace(words: quoted, by: text)), Array(words[..<start] + new + words[end...])
      )
    }
  }

  @Test("300 random changes over random runs can be rejected and accepted", arguments: 0..<30)
  func randomChanges(seed: UInt64) throws {
    var random = Seeded(state: seed)
    var body = ""
    var changes: [PaperChange] = []
    var wanted: [String] = []
    for number in 0..<10 {
      let (xml, words) = Self.paragraph(&random)
      let (change, after) = Self.change(number, words, &random)
      body += xml
      changes.append(change)
      wanted.append(
        after.joined(separator: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&amp;", with: "&"))
    }
    let check = try RedlineCheck(Sample.docx(body), changes)
    #expect(check.refused.isEmpty)
    #expect(check.accepted == wanted)
    #expect(check.comments.count == changes.count { $0.comment != nil || $0.kind.isComment })
  }

  @Test("several changes in one paragraph do not disturb each other", arguments: 0..<30)
  func manyInOne(seed: UInt64) throws {
    var random = Seeded(state: 1000 + seed)
    let (xml, words) = Self.paragraph(&random)
    var changes: [PaperChange] = []
    var wanted: [String] = []
    for (number, word) in words.enumerated() {
      let quoted = word.replacing("&amp;", with: "&")
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        changes.append(PaperChange(number, paragraph: 0, .replace(words: quoted, by: "N\(number)")))
        wanted.append("N\(number)")
      case 1:
        changes.append(
          PaperChange(
            number, paragraph: 0, .insertAfter(words: quoted, text: "M\(number)"), comment: "x"))
        wanted += [quoted, "M\(number)"]
      default: wanted.append(quoted)
      }
    }
    changes.shuffle(using: &random)
    let check = try RedlineCheck(Sample.docx(xml), changes)
    #expect(check.refused.isEmpty)
    #expect(check.accepted == [wanted.joined(separator: " ")])
  }

  // MARK: A file of LibreOffice

  static func libreOffice() throws -> [UInt8] {
    var folder = URL(filePath: #filePath)
    while folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/papers/libreoffice.docx")))
  }

  @Test("a file that LibreOffice wrote is changed in text, list, table and link")
  func libreOfficeFile() throws {
    let check = try RedlineCheck(
      Self.libreOffice(), RedlineRandomTests.libreOfficeChanges)
    #expect(check.refused.isEmpty)
    #expect(
      check.accepted == [
        "Data Processing Agreement",
        "The Processor shall notify the Controller and in any case within 24 hours.",
        "The Processor may engage Sub-processors with 30 days’ notice.",
        "The Controller may object.", "Audits take place once a year.", "Retention",
        "Personal Data is deleted within 90 days of the end.",
        "Backups go within 30 days.", "See Annex 3 for details.",
      ])
    #expect(check.comments.map(\.text) == ["Article 28(3)(f)", "Which list?"])
  }

  static let libreOfficeChanges = [
    PaperChange(1, paragraph: 1, .delete(words: "without undue delay")),
    PaperChange(
      2, paragraph: 1, .replace(words: "within 72 hours", by: "within 24 hours"),
      comment: "Article 28(3)(f)"),
    PaperChange(3, paragraph: 2, .replace(words: "10 days", by: "30 days")),
    PaperChange(4, paragraph: 2, .insertParagraphs(["The Controller may object."])),
    PaperChange(5, paragraph: 5, .insertAfter(words: "within 90 days", text: "of the end")),
    PaperChange(6, paragraph: 5, .insertParagraphs(["Backups go within 30 days."])),
    PaperChange(
      7, paragraph: 6, .replace(words: "the list of sub-processors", by: "Annex 3"),
      comment: "Which list?"),
  ]

  // MARK: Hostile files

  @Test("a document with bytes that are wrong ends in a file or a sentence", arguments: 0..<20)
  func mutatedText(seed: UInt64) throws {
    var random = Seeded(state: 2000 + seed)
    let body =
      (0..<4).map { _ in Self.paragraph(&random).xml }.joined()
      + Sample.paragraph(
        Sample.field("REF a", "5"), Sample.run("72 hours"))
    let good = Array(Sample.document(body).utf8)
    let changes = (0..<5).flatMap { number in
      [
        PaperChange(1, paragraph: number, .delete(words: "hours"), comment: "c"),
        PaperChange(2, paragraph: number, .replace(words: "72", by: "24")),
        PaperChange(3, paragraph: number, .insertParagraphs(["New"])),
        PaperChange(4, paragraph: number, .comment(words: nil, text: "c")),
      ]
    }
    for _ in 0..<10 {
      var bad = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: bad.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bad[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bad.remove(at: at)
        case 2: bad.removeSubrange(at..<min(bad.count, at + 40))
        default: bad.insert(contentsOf: bad[at..<min(bad.count, at + 60)], at: at)
        }
      }
      var archive = Sample.archive("")
      archive.put(ZipArchive.Entry(name: "word/document.xml", contents: .plain(bad)))
      let written = try? WordRedline.write(
        changes, into: archive.bytes(), author: "A", date: "2026-12-01T00:00:00Z")
      guard let written, MarkupTree.read(bad) != nil else { continue }
      let after = try ZipArchive(written.bytes).contents(of: "word/document.xml") ?? []
      #expect(MarkupTree.read(after) != nil)
    }
  }

  @Test("an archive with bytes that are wrong ends in a file or a sentence")
  func mutatedArchives() throws {
    var random = Seeded(state: 3000)
    let good = try Self.libreOffice()
    for _ in 0..<100 {
      var bad = good
      for _ in 0..<3 {
        bad[Int.random(in: bad.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bad.removeLast(Int.random(in: 0..<bad.count, using: &random))
      }
      do {
        let written = try WordRedline.write(
          Self.libreOfficeChanges, into: bad, author: "A", date: "2026-12-01T00:00:00Z")
        #expect(!written.bytes.isEmpty)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}

extension PaperChange.Kind {
  fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}
