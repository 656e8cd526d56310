import Documents

/// Tracked changes, which Word accepts or rejects one by one.
struct WordRevisions {
  private let signature: String
  private let attributes: [(String, String)]
  private var count = 0
  /// Whether some paragraph came or went.
  private(set) var hasMarks = false

  init(_ mark: Imprint.Revised) {
    let author = Printable.line(mark.by)
    attributes = [("author", author), ("date", mark.when)]
    signature = "w:author=\"\(WordXML.escaped(author))\" w:date=\"\(WordXML.escaped(mark.when))\""
  }

  /// Words that came or went.
  mutating func wrapped(_ inlines: [PandocInline], _ revision: Revision?) -> [PandocInline] {
    switch revision {
    case nil: return inlines
    // pandoc writes deleted words in Word's own element for them.
    case .deleted: return [.span(class: "deletion", attributes: attributes, inlines)]
    case .inserted: return [.raw(open(.inserted))] + inlines + [.raw(close(.inserted))]
    }
  }

  /// The same of runs in Word's own XML.
  mutating func wrapped(xml: String, _ revision: Revision?) -> String {
    switch revision {
    case nil: return xml
    case .inserted: return open(.inserted) + xml + close(.inserted)
    case .deleted:
      let deleted = xml.replacing("w:instrText", with: "w:delInstrText")
        .replacing("<w:t>", with: "<w:delText>").replacing("<w:t ", with: "<w:delText ")
        .replacing("</w:t>", with: "</w:delText>")
      return open(.deleted) + deleted + close(.deleted)
    }
  }

  /// For the properties of a row, or of a paragraph's mark.
  mutating func property(_ revision: Revision?) -> String {
    guard let revision else { return "" }
    return "\(open(revision).dropLast())/>"
  }

  /// The same with what properties of a paragraph's mark stand in.
  mutating func markProperty(_ revision: Revision?) -> String {
    revision == nil ? "" : "<w:rPr>\(property(revision))</w:rPr>"
  }

  private static func name(_ revision: Revision) -> String {
    revision == .inserted ? "w:ins" : "w:del"
  }

  private mutating func open(_ revision: Revision) -> String {
    count += 1
    return "<\(Self.name(revision)) w:id=\"\(31_000_000 + count)\" \(signature)>"
  }

  private func close(_ revision: Revision) -> String { "</\(Self.name(revision))>" }

  // MARK: Marks of paragraphs

  private static let note = "<!--art28 mark:"

  /// Goes first into a paragraph; pandoc has no word for its mark. `settled` sets it right.
  mutating func mark(_ revision: Revision?) -> [PandocInline] {
    guard let revision else { return [] }
    hasMarks = true
    return [.raw(Self.note + (revision == .inserted ? "ins" : "del") + "-->")]
  }

  /// The file's text with the marks of its paragraphs where they belong.
  mutating func settled(_ xml: [UInt8]) -> [UInt8] {
    let end = Array("</w:pPr>".utf8)
    let needle = end + Array(Self.note.utf8)
    let word = "ins-->".utf8.count
    var out: [UInt8] = []
    out.reserveCapacity(xml.count + xml.count / 8)
    var at = 0
    while at < xml.count {
      guard xml[at] == needle[0], xml[at...].starts(with: needle) else {
        out.append(xml[at])
        at += 1
        continue
      }
      at += needle.count
      out += Array(markProperty(xml[at] == UInt8(ascii: "i") ? .inserted : .deleted).utf8) + end
      at += word
    }
    return out
  }
}
