import Canvas

/// How the window is divided.
struct Panes: Hashable, Sendable {
  let title: Rect
  /// Which step and question; nil in a low window, where the title says it.
  let progress: Rect?
  let steps: Rect?
  let main: Rect
  let side: Rect?
  let notice: Rect
  let keys: Rect

  /// From so many columns help or preview stand beside the question.
  static let sideFrom = 80
  /// From so many columns the steps stand beside it too.
  static let stepsFrom = 120
  /// The smallest window.
  static let least = Size(columns: 40, rows: 12)

  init(_ size: Size, hasSide: Bool, isCovered: Bool = false, hasSteps: Bool = true) {
    let whole = Rect(size)
    let isLow = size.rows < 16
    let (title, belowTitle) = whole.splitTop(1)
    let (aboveKeys, keys) = belowTitle.splitBottom(1)
    let (rest, notice) = aboveKeys.splitBottom(1)
    self.title = title
    self.keys = keys
    self.notice = notice
    var middle = rest
    if isLow {
      progress = nil
    } else {
      let (top, below) = rest.splitTop(1)
      progress = top
      middle = below.splitTop(1).rest.splitBottom(1).rest
    }
    if size.columns >= Panes.stepsFrom, hasSteps {
      let (left, right) = middle.splitLeft(30)
      steps = left
      middle = Rect(x: right.x + 1, y: right.y, width: right.width - 1, height: right.height)
    } else {
      steps = nil
    }
    if size.columns < Panes.sideFrom {
      side = isCovered ? middle : nil
      main = middle
    } else if hasSide {
      let width = middle.width * 2 / 5 + 2
      let (left, right) = middle.splitLeft(middle.width - width)
      main = left
      side = Rect(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height)
    } else {
      side = nil
      main = middle
    }
  }

  /// The room for text in the main pane: a column of air left and right.
  var text: Rect { main.inset(columns: 1) }
}

extension Shared {
  /// How the window is divided on every screen but the questions.
  var panes: Panes { Panes(size, hasSide: false, hasSteps: false) }
}
