import Canvas
import Interview
import PackModel

/// The interview: one page with its questions, the field in focus, and what stands beside it. Each of
/// its parts keeps its own state; this puts them together.
package struct InterviewModel: ScreenModel {
  /// Where the person is.
  var cursor = Cursor()
  /// What is typed there.
  var editor = Editor()
  /// Where the way leads.
  var navigation = Navigation()
  /// What has the keys instead of the field.
  var inset = Inset()
  /// Help or the draft.
  var sidePane = SidePane()
  /// What follows from the typing, as of the last pause.
  var settled = Settled()
  /// The page as it was laid out.
  var layout = PageLayout()
  /// Whether a warning was jumped to, which is kept in view until the next key.
  var seeksWarning = false
  /// The own words of a long list that it was asked about whether they were meant as an answer.
  var askedOfOwnWords: String?
  /// The answer below the law for which it has asked why.
  var askedForReason: AnswerKey?
  /// How many pauses there were.
  var pauses = 0

  package init() {}

  package var page: Page { cursor.page }
  package var focus: Int { cursor.focus }
  var slot: Slot? { cursor.slot }
  package var field: Field { editor.field }
  package var error: String? { editor.error }
  package var mode: Mode { inset.mode }

  /// Opens a matter's page: where the person stood, else the first open question.
  mutating func open(_ place: ScreenLocation?, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    show(place ?? file.firstOpen ?? ScreenLocation(item: file.items.first?.question ?? 0), file)
    settle(&shared, isFirst: true)
    return .settling
  }

  mutating func show(_ place: ScreenLocation, _ file: OpenMatter) {
    cursor.show(place, file)
    (askedOfOwnWords, askedForReason) = (nil, nil)
    inset.close()
    layout.startAtTop()
    refill(file)
  }

  mutating func focus(on number: Int, _ file: OpenMatter) {
    cursor.move(to: number)
    refill(file)
  }

  /// Fills the field in focus anew from what is kept.
  mutating func refill(_ file: OpenMatter) {
    cursor.stayOnPage()
    editor = Editor(slot, file)
    settled.startAgain()
    sidePane.startAgain()
  }

  // MARK: Looks

  /// Whether the side pane covers the question, and keys scroll it.
  func isCovered(_ shared: Shared) -> Bool { sidePane.covers(shared.size) }

  func panes(_ shared: Shared) -> Panes {
    Panes(
      shared.size, hasSide: sidePane.side(shared.size) != nil, isCovered: isCovered(shared))
  }

  mutating func layOut(_ shared: Shared) {
    guard let file = shared.file else { return }
    let room = layout.layOut(self, file, panes(shared))
    editor.fit(lineWidth: room.lineWidth, area: room.area)
    inset.fit(lineWidth: room.lineWidth)
  }

  func keys(_ shared: Shared) -> KeyTable { InterviewKeys(self, shared).table }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    InterviewView(model: self, shared: shared).frame(keys)
  }

  func prompt(_ shared: Shared) -> [String] { PlainQuestion(model: self, shared: shared).lines }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    PlainInterview(model: self, shared: shared).messages(for: line)
  }
}
