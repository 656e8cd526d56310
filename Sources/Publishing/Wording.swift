import Documents
import PlainText

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
  var whoDecides: String
  var question: String
  var parties: String
  var states: [String: String]
  /// By state, where it is not the parties.
  var deciders: [String: String]
  /// Of a page that is read on a screen.
  var skip: String
  var filter: String
  var grade: String
  var owner: String
  var all: String
  /// What to know of the choice above.
  var filterNote: String
  var table: String

  /// English where the language is not known here.
  static func wording(for language: String) -> Wording {
    language.lowercased().hasPrefix("de") ? german : english
  }

  static let english = Wording(
    draft: "DRAFT", coverSheet: "Cover sheet", contents: "Contents", signatures: "Signatures",
    page: "Page", of: "of", openPoint: "Open point", note: "Note", whoDecides: "Who decides",
    question: "Question", parties: "the parties",
    states: [
      "open": "not answered yet", "unknown": "not known yet", "parked": "parked for counsel",
    ], deciders: ["parked": "counsel"],
    skip: "Skip to the text", filter: "Show findings", grade: "Grade", owner: "Owner", all: "all",
    filterNote:
      "On paper, and in a browser too old for this choice, all findings are shown.",
    table: "Table")

  static let german = Wording(
    draft: "ENTWURF", coverSheet: "Deckblatt", contents: "Inhalt", signatures: "Unterschriften",
    page: "Seite", of: "von", openPoint: "Offener Punkt", note: "Notiz",
    whoDecides: "Wer entscheidet", question: "Frage", parties: "die Parteien",
    states: [
      "open": "noch nicht beantwortet", "unknown": "noch nicht bekannt",
      "parked": "zur anwaltlichen Prüfung",
    ], deciders: ["parked": "die anwaltliche Beratung"],
    skip: "Zum Text", filter: "Befunde zeigen", grade: "Stufe", owner: "Zuständig", all: "alle",
    filterNote:
      "Auf Papier, und in Browsern, die diese Auswahl nicht kennen, stehen alle Befunde.",
    table: "Tabelle")

  /// What stands beside a blank: what is open and in which state, who decides, and by which answer.
  func comment(on blank: Blank) -> [String] {
    var lines = [
      "\(openPoint): \(Sanitiser.documentLine.clean(blank.name)) – \(states[blank.state] ?? blank.state)."
    ]
    if let note = blank.note, !note.isEmpty {
      lines.append("\(self.note): \(Sanitiser.documentLine.clean(note))")
    }
    lines.append("\(whoDecides): \(deciders[blank.state] ?? parties)")
    for source in blank.waitsFor {
      let place = Sanitiser.documentLine.clean(
        source.row.map { "\(source.linkId), \($0)" } ?? source.linkId)
      let asks = Sanitiser.documentLine.clean(source.asks)
      lines.append("\(question): \(asks.isEmpty ? place : "\(asks) (\(place))")")
    }
    return lines
  }
}
