import Canvas
import Interview
import PackModel

/// Lays out the main pane.
struct BodyLayout {
  let file: OpenMatter
  let model: InterviewModel
  let room: Rect
  var body = Body()
  /// The window of long text, and the width of a line, as they come out.
  var areaSize = Size(columns: 20, rows: 3)
  var lineWidth = 20
  /// In a grid: where the part that is opened under a row begins, and how many rows it may have, so
  /// that rows stay in view around it.
  var opened: (first: Int, most: Int)?
  /// The columns of a list of rows; kept from one key to the next.
  var columns: RowColumns?
  /// The same of the warnings.
  var warnings: WarningLines

  init(
    _ file: OpenMatter, _ model: InterviewModel, _ room: Rect, _ columns: RowColumns?,
    _ warnings: WarningLines
  ) {
    self.file = file
    self.model = model
    self.room = room
    self.columns = columns
    self.warnings = warnings
  }

  var pack: Pack { file.pack }
  var owner: Question { pack.questions[model.page.owner] }
  var width: Int { max(8, room.width) }

  mutating func run() {
    switch model.page.kind {
    case .empty: add(StyledLine.wrapped("This journey asks nothing yet.", width: width))
    case .reading:
      heading(owner.text)
      if !owner.help.isEmpty, owner.kind == .display {
        add(StyledLine.wrapped(owner.help, width: width))
      }
      if owner.kind == .table {
        add(
          StyledLine.wrapped(
            "None of its lines applies with your answers.", width: width, style: .dim))
      }
      body.focus = 0..<1
    case .single:
      heading(file.asks(model.page))
      follows()
      if let slot = model.slot { field(slot, indent: 0, label: nil) }
    case .block: block()
    case .rows: rows()
    }
  }

  mutating func add(_ strips: [StyledLine]) { body.rows += strips.map { Body.Row.strip($0) } }
  mutating func blank() { if room.height > 9 { body.rows.append(.strip(StyledLine())) } }

  mutating func heading(_ text: String) {
    add(StyledLine.wrapped(text, width: width, style: .emphasis))
    blank()
  }
}
