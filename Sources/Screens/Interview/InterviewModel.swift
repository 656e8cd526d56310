import Canvas
import Interview
import PackModel

/// The interview: one page with its questions, the field in focus, and what stands beside it.
package struct InterviewModel: ScreenModel {
  package internal(set) var page = Page()
  /// The slot in focus, by its number on the page; of a list of rows the line.
  package internal(set) var focus = 0
  package internal(set) var field = Field.none
  package internal(set) var mode = Mode.answering
  /// What stands beside the question from 80 columns.
  var wideSide: Side? = .help
  /// What stands instead of the question below 80 columns.
  var narrowSide: Side?
  /// Under the field: why what stands in it is no answer.
  package internal(set) var error: String?
  /// Whether Enter has shown the error already, so that the next one moves on.
  var errorWasShown = false
  /// What stood in the field is kept already: another screen is in front.
  var isLeft = false
  /// Whether it was said how to come back to what was left open.
  var wayBackWasSaid = false
  /// Enter leads to the next open question, as the key did that led here.
  var isAmongOpen = false
  /// The screen that Enter leads back to.
  var cameFrom: Screen?
  /// What was gone to from there.
  var reviewed: Slot?
  /// What was in the field when it was opened.
  var wordsAtStart = ""
  /// What happens when the matter has kept the act.
  var pending: Next?
  /// The page that was closed for the act under way, and comes back where it is refused.
  var held: Mode?
  /// What to pick from, as far as it goes with what is typed.
  var offers: [Offer] = []
  var offerCursor: Int?
  /// The terms of the help that are opened, by number.
  var openTerms: Set<Int> = []
  var settled = Settled()
  var body = Body()
  /// The steps of the journey, beside the question from 120 columns.
  var steps: [Strip] = []
  var stepsKey: StepsKey?
  /// The columns of the list of rows that was laid out last.
  var columns: RowColumns?
  var scroll = RowScroll()
  var sideScroll = 0

  package init() {}

  /// The slot in focus; nil on pages that have none.
  var slot: Slot? { page.slots.indices.contains(focus) ? page.slots[focus] : nil }

  var place: Place { Place(item: page.item, slot: slot ?? Slot(page.owner, row: page.row)) }

  func side(_ shared: Shared) -> Side? {
    shared.size.columns >= Panes.sideFrom ? wideSide : narrowSide
  }

  /// Whether the side pane covers the question, and keys scroll it.
  func isCovered(_ shared: Shared) -> Bool {
    shared.size.columns < Panes.sideFrom && narrowSide != nil
  }
}

/// What the lines of the steps were made of.
struct StepsKey: Hashable {
  var item: Int
  /// The last entry of the journal.
  var head: Int
  var width: Int
}

package enum Side: Hashable, Sendable { case help, preview }

/// What the keys go to.
package enum Mode: Equatable, Sendable {
  case answering
  /// A line beside the question: a note, a reason.
  case asking(Asking)
  case calendar(CalendarDate)
  /// Rows that a paste would make, shown before they are made.
  case pasting([[String]])
  /// Fields that the lines of a paste would fill, shown before they are filled.
  case spreading(SpreadText)
}

/// A line that is asked for beside the question.
package struct Asking: Equatable, Sendable {
  package enum About: Hashable, Sendable {
    case note, park, notApplicable
    /// Why an answer goes below the law; it is kept with the answer.
    case reason(Value, says: String)

    /// What is typed there, in a word.
    var word: String {
      switch self {
      case .note: "note"
      case .park: "question to counsel"
      case .notApplicable, .reason: "reason"
      }
    }
  }

  package var about: About
  package var field: LineField

  var title: String {
    switch about {
    case .note: "A note on this question, for a colleague or for later:"
    case .park: "What should counsel look at? (Enter with nothing leaves no note)"
    case .notApplicable: "Why does this not apply? The reason is printed in the report."
    case .reason(_, let says): "\(says) Your reason (Esc goes back to the question):"
    }
  }
}

/// Where to go once the answer in hand is kept.
enum Next: Hashable, Sendable {
  case stay
  /// Back to the field as it was left, with what is typed or ticked there.
  case resume
  case forward
  case backward
  /// A slot of this page.
  case focus(Int)
  case place(Place, remembers: Bool)
  /// The form of a row, or with nil the list of rows.
  case row(String?)
  case addRow
  case turn(Turn)
}

/// What follows the typing on a pause.
struct Settled: Hashable, Sendable {
  /// A date, an amount or a number as the document will have it.
  var readBack = ""
  /// How many are ticked.
  var count = ""
  /// What the answers so far come to; empty while that waits.
  var follows = ""
  var warnings: [String] = []
  var warningCount = 0
  var side: [Strip] = []
  /// The line of the preview that the question writes.
  var target: Int?
}
