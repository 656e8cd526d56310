import Canvas
import Interview
import PackModel
import PlainText

/// The page as it was laid out for the window, ahead of the drawing.
struct PageLayout: Sendable {
  private(set) var body = Body()
  /// The steps of the journey, beside the question from 120 columns.
  private(set) var steps: [StyledLine] = []
  private var stepsKey: StepsKey?
  /// The columns of the list of rows that was laid out last.
  private(set) var columns: RowColumns?
  private var warnings = WarningLines([], width: 0)
  private(set) var scroll = RowScroll()

  /// What the lines of the steps were made of.
  private struct StepsKey: Hashable {
    var item: Int
    /// The last entry of the journal.
    var head: Int
    var width: Int
  }

  /// Another page begins at its top.
  mutating func startAtTop() { scroll = RowScroll() }

  /// Lays a page out. Gives the room that came out for a line and for long text.
  mutating func layOut(_ model: InterviewModel, _ file: OpenMatter, _ panes: Panes)
    -> (lineWidth: Int, area: Size)
  {
    if let area = panes.steps {
      let now = StepsKey(item: model.page.item, head: file.sheet.head, width: area.width)
      if now != stepsKey {
        steps = PageLayout.steps(file, at: model.page.item, width: area.width)
      }
      stepsKey = now
    }
    var layout = BodyLayout(file, model, panes.text, columns, warnings)
    layout.run()
    body = layout.body
    columns = layout.columns
    warnings = layout.warnings
    let (count, height) = (body.rows.count, rowsInView(panes.text))
    scroll.follow(row: body.focus.upperBound - 1, count: count, height: height)
    scroll.follow(row: body.focus.lowerBound, count: count, height: height)
    if model.seeksWarning, !body.warned.isEmpty {
      scroll.follow(row: body.warned.upperBound - 1, count: count, height: height)
      scroll.follow(row: body.warned.lowerBound, count: count, height: height)
    }
    return (layout.lineWidth, layout.areaSize)
  }

  /// How many rows of the page show: the last is kept for the word that more follow.
  func rowsInView(_ room: Rect) -> Int {
    body.rows.count > room.height && room.height >= 10 ? room.height - 1 : room.height
  }

  /// The steps of the journey, each with its state in a sign and in numbers.
  private static func steps(_ file: OpenMatter, at item: Int, width: Int) -> [StyledLine] {
    var found: [StyledLine] = []
    for step in file.route.steps {
      let model = file.pack.steps[step.step]
      let wanted = step.items.reduce(0) { $0 + $1.wanted }
      let open = step.items.reduce(0) { $0 + $1.open }
      let isHere = step.items.contains { $0.question == item }
      let count = wanted == 0 ? "-" : "\(wanted - open)/\(wanted)"
      let sign = wanted == 0 ? " " : open == 0 ? "+" : "?"
      let room = max(1, width - 6 - count.count)
      let text = DisplayText("\(model.prefix) \(model.title)").clipped(to: room)
      found.append(
        StyledLine(isHere ? "> " : "  ", .marker)
          .adding("\(sign) \(text.text)", isHere ? .emphasis : .normal)
          .adding(String(repeating: " ", count: room - text.width + 1))
          .adding(count, .dim))
    }
    let (wanted, open) = (file.route.wanted, file.route.open)
    return found + [StyledLine(), StyledLine("  \(wanted - open) of \(wanted) answered", .dim)]
  }
}
