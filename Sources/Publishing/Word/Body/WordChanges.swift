import Documents
import PlainText

/// Tracked changes, which Word accepts or rejects one by one.
struct WordChanges {
  private let signature: String
  private var count = 0

  init(_ revised: Imprint.Revised) {
    let author = WordXML.escaped(Sanitiser.documentLine.clean(revised.by))
    signature = "w:author=\"\(author)\" w:date=\"\(WordXML.escaped(revised.when))\""
  }

  /// Runs that came or went.
  mutating func wrapped(_ runs: String, _ revision: Revision?) -> String {
    guard let revision, !runs.isEmpty else { return runs }
    return "<\(opening(revision))>\(runs)</\(Self.name(revision))>"
  }

  /// For the properties of a row that came or went: without them it would stay behind, empty.
  mutating func property(_ revision: Revision?) -> String {
    revision.map { "<\(opening($0))/>" } ?? ""
  }

  /// For the properties of a paragraph whose mark came or went.
  mutating func mark(_ revision: Revision?) -> String {
    revision == nil ? "" : "<w:rPr>\(property(revision))</w:rPr>"
  }

  private static func name(_ revision: Revision) -> String {
    revision == .inserted ? "w:ins" : "w:del"
  }

  private mutating func opening(_ revision: Revision) -> String {
    count += 1
    return "\(Self.name(revision)) w:id=\"\(31_000_000 + count)\" \(signature)"
  }
}
