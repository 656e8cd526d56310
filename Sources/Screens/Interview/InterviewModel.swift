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

  package init() {}

  package var page: Page { cursor.page }
  package var focus: Int { cursor.focus }
  var slot: Slot? { cursor.slot }
  package var field: Field { editor.field }
  package var error: String? { editor.error }
  package var mode: Mode { inset.mode }

  /// Opens a matter's page: where the person stood, else the first open question.
  mutating func open(_ place: Place?, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    show(place ?? file.firstOpen ?? Place(item: file.items.first?.question ?? 0), file)
    settle(&shared, isFirst: true)
    return .settling
  }

  mutating func show(_ place: Place, _ file: CaseFile) {
    cursor.show(place, file)
    inset.close()
    layout.startAtTop()
    refill(file)
  }

  mutating func focus(on number: Int, _ file: CaseFile) {
    cursor.move(to: number)
    refill(file)
  }

  /// Fills the field in focus anew from what is kept.
  mutating func refill(_ file: CaseFile) {
    cursor.stayOnPage()
    editor = Editor(slot, file)
    settled.startAgain()
    sidePane.startAgain()
  }

  /// Brings up what follows from the typing: errors, warnings, counts, help and preview.
  ///
  /// - Parameter isFirst: without the checks and what typed text would change, which the first screen
  ///   does not wait for.
  mutating func settle(_ shared: inout Shared, isFirst: Bool) {
    if !isFirst { shared.file?.settle() }
    let side = sidePane.side(shared.size)
    if side == .preview { shared.file?.settleDraft() }
    guard let file = shared.file else { return }
    // What is typed and could be accepted shows what would follow from it.
    var shown = file
    var reading: FieldReading?
    if let slot, mode == .answering {
      let now = editor.settle(slot, file, shared.profile, today: shared.today)
      if case .value(let value) = now, !isFirst {
        shown = shared.file?.trying(value, at: slot) ?? file
      }
      if now.isAcceptable, editor.errorWasShown, shared.notice?.kind == .error {
        shared.notice = nil
      }
      reading = now
    } else {
      editor.settleAside()
    }
    settled = Settled(file, shown: shown, cursor, field, reading)
    readCalendar(file)
    guard let side else { return sidePane.empty() }
    let area = panes(shared).side
    let width = max(10, (area?.width ?? 0) - (isCovered(shared) ? 2 : 0))
    let height = area?.height ?? 1
    switch side {
    case .help:
      sidePane.show(help: HelpText(file, width: width).strips(for: self, height: height))
    case .preview:
      shown.settleDraft()
      sidePane.show(Preview(shown, slot: slot ?? Slot(page.owner), width: width), height: height)
    }
  }

  /// The day in hand in the calendar, in words.
  mutating func readCalendar(_ file: CaseFile) {
    if case .calendar(let date) = mode { settled.read(date, file.language) }
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
