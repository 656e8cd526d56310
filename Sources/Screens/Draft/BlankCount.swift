import Documents
import Interview
import PackModel

/// The blanks of a draft beside what is open: one open answer may leave several, and some wait for
/// what this journey does not ask.
struct BlankCount: Hashable, Sendable {
  private(set) var blanks = 0
  /// Open answers of the journey that leave a blank.
  private(set) var answers = 0
  /// Blanks that wait for what the journey does not ask.
  private(set) var elsewhere = 0

  init(_ document: Document, _ file: OpenMatter) {
    let asked = Set(file.route.places.filter(\.isOpen).map { file.key(file.slot($0)) })
    var waiting: Set<AnswerKey> = []
    blanks = document.blanks.count
    for blank in document.blanks {
      let keys = blank.waitsFor.map { AnswerKey($0.linkId, row: $0.row) }.filter {
        asked.contains($0)
      }
      if keys.isEmpty { elsewhere += 1 }
      waiting.formUnion(keys)
    }
    answers = waiting.count
  }

  /// "83 blanks left: 9 open answers fill 81, 2 are not asked for on this way."
  var words: String {
    guard blanks > 0 else { return "No blank is left in the draft." }
    let head = "\(counted(blanks, "blank")) left"
    let filled = blanks - elsewhere
    guard filled > 0 else { return "\(head); none is asked for on this way." }
    let fill = "\(counted(answers, "open answer")) \(answers == 1 ? "fills" : "fill")"
    guard elsewhere > 0 else { return "\(head): \(fill) \(blanks == 1 ? "it" : "them")." }
    let rest = elsewhere == 1 ? "1 is" : "\(elsewhere) are"
    return "\(head): \(fill) \(filled), \(rest) not asked for on this way."
  }
}
