import Canvas
import Interview
import PackModel
import PlainText

/// Draws a question: what was laid out, and what is being typed.
struct InterviewView {
  let model: InterviewModel
  let shared: Shared

  func frame(_ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = model.panes(shared)
    Chrome.title(title(file), file.saved, in: panes.title, &frame)
    Chrome.progress(progress(file), panes, &frame)
    if let steps = panes.steps {
      for (number, strip) in model.layout.steps.prefix(steps.height).enumerated() {
        frame.put(strip, at: Point(x: steps.x, y: steps.y + number), within: steps)
      }
      frame.putDivider(at: Point(x: steps.endX, y: steps.y), height: steps.height)
    }
    if model.isCovered(shared), let side = panes.side {
      model.sidePane.draw(side.inset(columns: 1), "PgDn", &frame)
      frame.caret = Point(x: 1, y: side.y)
      frame.caretIsVisible = false
    } else {
      if let side = panes.side {
        frame.putDivider(at: Point(x: side.x - 2, y: side.y), height: side.height)
        model.sidePane.draw(side, "Alt-PgDn", &frame)
      }
      drawBody(panes.text, &frame)
    }
    Chrome.notice(shared.notice, otherwise: warningLine, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  private func title(_ file: OpenMatter) -> String {
    guard shared.size.rows < 16 else { return file.title }
    let step = file.step(of: model.page.item)
    guard let number = file.number(of: model.page.item) else { return step.title }
    return "\(number) of \(file.asking.count) \(step.title)"
  }

  /// "Question 12 of 150 - Sub-processors. 34 answers open."
  private func progress(_ file: OpenMatter) -> String {
    guard file.pack.questions.indices.contains(model.page.item) else { return "" }
    let step = file.step(of: model.page.item)
    let tally = OpenCount(file).tally
    let head =
      file.number(of: model.page.item).map { "Question \($0) of \(file.asking.count)" } ?? "To read"
    return "\(head) - \(step.title)"
      + " (\(tally.all == 0 ? tally.short : counted(tally.all, "answer") + " open"))"
  }

  private var warningLine: Notice? {
    model.settled.warningCount == 0
      ? nil
      : Notice(
        "\(counted(model.settled.warningCount, "warning")) in this matter. Alt-W goes to the next.",
        .warning)
  }

  private func drawBody(_ area: Rect, _ frame: inout Frame) {
    var painter = BodyPainter(model: model, area: area)
    let (body, scroll) = (model.layout.body, model.layout.scroll)
    let height = model.layout.rowsInView(area)
    for (number, row) in body.rows.made(in: scroll.first..<(scroll.first + max(0, height))) {
      painter.paint(row, at: Point(x: area.x, y: area.y + number - scroll.first), &frame)
    }
    let below = body.rows.count - scroll.first - height
    if height < area.height, below > 0 {
      let text = "+ \(below) more \(below == 1 ? "line" : "lines") below"
      frame.put(text, at: Point(x: area.x, y: area.endY - 1), style: .dim, within: area)
    }
    let caret = min(max(0, body.focus.lowerBound - scroll.first), max(0, area.height - 1))
    let fallback = Point(x: area.x + body.caretColumn, y: area.y + caret)
    frame.caret = painter.caret ?? fallback
  }
}
