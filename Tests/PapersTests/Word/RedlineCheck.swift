import Compression
import Papers
import Testing

/// What every redline has to hold, whatever it changes.
struct RedlineCheck {
  static let author = "Privacy & Legal"
  static let date = "2026-12-01T09:30:00Z"

  let before: MarkupTree
  let after: MarkupTree
  let bytes: [UInt8]
  let refused: [(change: PaperChange, why: String)]

  /// Writes the changes and checks the file: only the parts that it may touch differ, the text is back after a
  /// rejection, no number is there twice.
  init(
    _ docx: [UInt8], _ changes: [PaperChange], sameLetters: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let written = try WordRedline.write(
      changes, into: docx, author: Self.author, date: Self.date)
    (bytes, refused) = written
    let (old, new) = (try ZipArchive(docx), try ZipArchive(written.bytes))
    let mayChange: Set = [
      "word/document.xml", "word/comments.xml", "[Content_Types].xml",
      "word/_rels/document.xml.rels",
    ]
    #expect(
      new.entries.map(\.name).starts(with: old.entries.map(\.name)),
      sourceLocation: sourceLocation)
    for (one, other) in zip(old.entries, new.entries) where !mayChange.contains(one.name) {
      #expect(
        Self.packed(one) == Self.packed(other), "\(one.name)", sourceLocation: sourceLocation)
    }
    for name in mayChange {
      guard let bytes = new.contents(of: name) else { continue }
      #expect(MarkupTree.read(bytes) != nil, "\(name)", sourceLocation: sourceLocation)
    }
    before = try #require(MarkupTree.read(old.contents(of: "word/document.xml") ?? []))
    after = try #require(MarkupTree.read(new.contents(of: "word/document.xml") ?? []))
    let rejected = RevisedText.resolved(after, accepting: false, author: Self.author)
    #expect(
      RevisedText.paragraphs(rejected) == RevisedText.paragraphs(before),
      sourceLocation: sourceLocation)
    if sameLetters {
      #expect(
        RevisedText.letters(rejected) == RevisedText.letters(before),
        sourceLocation: sourceLocation)
    }
    checkNumbers(sourceLocation)
  }

  /// The texts of the paragraphs once our changes are accepted.
  var accepted: [String] {
    RevisedText.paragraphs(RevisedText.resolved(after, accepting: true, author: Self.author))
  }

  /// The texts of the comments, and for each the words that it is put to.
  var comments: [(text: String, author: String)] {
    guard let archive = try? ZipArchive(bytes),
      let root = MarkupTree.read(archive.contents(of: "word/comments.xml") ?? [])
    else { return [] }
    return root.all("w:comment").map { ($0.text, $0.attribute("w:author") ?? "") }
  }

  private static func packed(_ entry: ZipArchive.Entry) -> [UInt8] {
    if case .packed(let packed) = entry.contents { packed.bytes } else { [] }
  }

  private func checkNumbers(_ sourceLocation: SourceLocation) {
    let changes = ["w:ins", "w:del", "w:rPrChange"].flatMap(after.all).compactMap {
      $0.attribute("w:id")
    }
    #expect(Set(changes).count == changes.count, sourceLocation: sourceLocation)
    let references = after.all("w:commentReference").compactMap { $0.attribute("w:id") }
    #expect(Set(references).count == references.count, sourceLocation: sourceLocation)
    for mark in ["w:commentRangeStart", "w:commentRangeEnd"] {
      #expect(
        after.all(mark).compactMap { $0.attribute("w:id") }.sorted() == references.sorted(),
        sourceLocation: sourceLocation)
    }
  }
}
