import Canvas

/// Draws a desk. It draws only: whatever takes time was done in `update`.
package func view(_ desk: Desk) -> Frame {
  let size = desk.shared.size
  guard size.columns >= Panes.least.columns, size.rows >= Panes.least.rows else {
    return Chrome.tooSmall(size)
  }
  return desk.front.draw(desk.shared, desk.keyTable)
}
