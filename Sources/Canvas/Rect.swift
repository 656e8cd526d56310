/// A rectangle of cells. An empty one has no columns or no rows; it is never negative.
package struct Rect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// Negative widths and heights count as none.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of an area of this size.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  package var origin: Point { Point(x: x, y: y) }
  package var size: Size { Size(columns: width, rows: height) }
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The first column to the right of the rectangle.
  package var endX: Int { x + width }

  /// The first row below the rectangle.
  package var endY: Int { y + height }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < endX && point.y >= y && point.y < endY
  }

  /// What two rectangles share; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The rectangle without a margin of `columns` left and right and of `rows` above and below.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Its first `count` rows, and what is left below them.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, count), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// Its last `count` rows, and what is left above them.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let halves = splitTop(height - min(max(0, count), height))
    return (halves.top, halves.rest)
  }

  /// Its first `count` columns, and what is left to their right.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, count), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// Its last `count` columns, and what is left to their left.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let halves = splitLeft(width - min(max(0, count), width))
    return (halves.left, halves.rest)
  }
}
