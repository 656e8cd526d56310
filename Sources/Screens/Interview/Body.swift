import Canvas
import Interview
import PackModel

/// The rows of the main pane, laid out ahead of the drawing. What is being typed is drawn from the
/// field itself, so that a key changes no row.
struct Body: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    case strip(StyledLine)
    /// The line being typed, behind a label; `width` is the field's.
    case line(label: StyledLine, at: Int)
    /// A row of the long text's window.
    case area(Int)
    case filter
    /// A row of an option: its number, its label's row, and whether it is the first.
    case choice(Int, String, isFirst: Bool)
    /// An unfocused list line with room for the marker.
    case entry(Int, StyledLine)
    case readBack
    case count
    case offer(Int)
  }

  var rows = BodyRows()
  /// The rows of the field in focus.
  var focus = 0..<1
  /// The rows of the warnings.
  var warned = 0..<0
  /// Where the caret stands in the first of them, where nothing is typed.
  var caretColumn = 0
}
