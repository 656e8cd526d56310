import Documents

/// The few words that a file needs besides the document's own, in the document's language.
struct Wording {
  var draft: String
  var coverSheet: String
  var contents: String
  var signatures: String
  /// Between the page's number and the number of pages: "Page 3 of 20".
  var page: String
  var of: String
  var openPoint: String
  var note: String
  var waitsFor: String
  var states: [String: String]

  /// English where the language is not known here.
  static func wording(for language: String) -> Wording {
    language.lowercased().hasPrefix("de") ? german : english
  }

  static let english = Wording(
    draft: "DRAFT", coverSheet: "Cover sheet", contents: "Contents", signatures: "Signatures",
    page: "Page", of: "of", openPoint: "Open point", note: "Note", waitsFor: "Answers it waits for",
    states: [
      "open": "not answered yet", "unknown": "not known yet", "parked": "parked for counsel",
    ])

  static let german = Wording(
    draft: "ENTWURF", coverSheet: "Deckblatt", contents: "Inhalt", signatures: "Unterschriften",
    page: "Seite", of: "von", openPoint: "Offener Punkt", note: "Notiz", waitsFor: "Wartet auf",
    states: [
      "open": "noch nicht beantwortet", "unknown": "noch nicht bekannt",
      "parked": "zur anwaltlichen Prüfung",
    ])

  /// What stands beside a blank: what is open, in which state, whose answer it waits for.
  func comment(on blank: Blank) -> [String] {
    var lines = [
      "\(openPoint): \(Printable.line(blank.name)) – \(states[blank.state] ?? blank.state)."
    ]
    if let note = blank.note, !note.isEmpty {
      lines.append("\(self.note): \(Printable.line(note))")
    }
    if !blank.waitsFor.isEmpty {
      let sources = blank.waitsFor.map { source in
        Printable.line(source.row.map { "\(source.linkId) (\($0))" } ?? source.linkId)
      }
      lines.append("\(waitsFor): \(sources.joined(separator: ", "))")
    }
    return lines
  }
}
