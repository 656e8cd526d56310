import Documents
import PlainText

/// A picture laid out in points: boxes, lines and texts, which SVG and Word's drawing XML both know.
/// A tree that is taller than a page becomes several sketches.
struct Sketch {
  static let width = 450
  private static let tallest = 600

  var height = 0
  private(set) var items: [Item] = []

  enum Item {
    case box(x: Int, y: Int, width: Int, height: Int, tone: Picture.Tone)
    case line(x1: Int, y1: Int, x2: Int, y2: Int)
    /// Its baseline stands at `y`.
    case text(x: Int, y: Int, width: Int, words: String, face: Face)
  }

  enum Face { case plain, strong, small }

  static func sketches(_ picture: Picture) -> [Sketch] {
    switch picture.shape {
    case .grid(let grid): [self.grid(grid)]
    case .tree(let nodes): tree(nodes)
    }
  }

  // MARK: Grid

  private static func grid(_ grid: Picture.Grid) -> Sketch {
    var sketch = Sketch()
    // The labels keep room to be read where there are many columns.
    let cell = min(130, (width - 120) / max(1, grid.columns.count))
    let label = width - cell * grid.columns.count
    var y = 0
    func text(_ words: String, _ x: Int, _ room: Int, _ face: Face, _ sketch: inout Sketch) -> Int {
      let lines = SketchText.wrap(words, width: room - 12, face)
      for (number, line) in lines.enumerated() {
        sketch.items.append(
          .text(x: x + 6, y: y + 14 + 12 * number, width: room - 12, words: line, face: face))
      }
      return lines.count
    }
    _ = text(grid.corner, 0, label, .strong, &sketch)
    var head = 1
    for (at, column) in grid.columns.enumerated() {
      head = max(head, text(column, label + at * cell, cell, .strong, &sketch))
    }
    y += 8 + 12 * head
    for row in grid.rows {
      sketch.items.append(.line(x1: 0, y1: y, x2: width, y2: y))
      let words = row.cells.map { "\($0.sign)  \($0.words)" }
      let tall =
        ([(row.label, label)] + words.map { ($0, cell) }).map { words, room in
          SketchText.wrap(words, width: room - 12, .plain).count
        }.max() ?? 1
      let height = 12 * max(tall, 1) + 10
      for (at, item) in row.cells.enumerated() {
        sketch.items.append(
          .box(
            x: label + at * cell + 2, y: y + 2, width: cell - 4, height: height - 4,
            tone: item.tone))
      }
      _ = text(row.label, 0, label, .plain, &sketch)
      for (at, words) in words.enumerated() {
        _ = text(words, label + at * cell, cell, .plain, &sketch)
      }
      y += height
    }
    sketch.items.append(.line(x1: 0, y1: y, x2: width, y2: y))
    sketch.height = y + 2
    return sketch
  }

  // MARK: Tree

  private static func tree(_ nodes: [Picture.Node]) -> [Sketch] {
    let deepest = nodes.map(\.depth).max() ?? 0
    let step = deepest > 8 ? 12 : 20
    let guides = Picture.guides(nodes)
    var found: [Sketch] = []
    var sketch = Sketch()
    var y = 0
    for (at, node) in nodes.enumerated() {
      let x = node.depth * step
      let room = width - x - 12
      let titles = SketchText.wrap(node.title, width: room, .strong)
      let lines = node.lines.flatMap { SketchText.wrap($0, width: room, .small) }
      let height = 8 + 12 * titles.count + 11 * lines.count
      if y + height > tallest, !sketch.items.isEmpty {
        sketch.height = y
        found.append(sketch)
        sketch = Sketch()
        y = 0
        // Where the page turns, the branch that goes on is named.
        let above = branch(of: at, nodes).map(\.title).joined(separator: " › ")
        if !above.isEmpty {
          let lines = SketchText.wrap("continued: \(above)", width: width - 12, .small)
          for line in lines {
            sketch.items.append(
              .text(x: 0, y: y + 10, width: width - 12, words: line, face: .small))
            y += 12
          }
          y += 4
        }
      }
      for depth in stride(from: 1, through: node.depth, by: 1) {
        let rail = (depth - 1) * step + 8
        if depth == node.depth {
          sketch.items.append(.line(x1: rail, y1: y, x2: rail, y2: y + 12))
          sketch.items.append(.line(x1: rail, y1: y + 12, x2: x, y2: y + 12))
        }
        if guides[at][depth] {
          sketch.items.append(.line(x1: rail, y1: y, x2: rail, y2: y + height + 6))
        }
      }
      sketch.items.append(.box(x: x, y: y, width: width - x - 1, height: height, tone: node.tone))
      for (number, line) in titles.enumerated() {
        sketch.items.append(
          .text(x: x + 6, y: y + 13 + 12 * number, width: room, words: line, face: .strong))
      }
      for (number, line) in lines.enumerated() {
        sketch.items.append(
          .text(
            x: x + 6, y: y + 12 + 12 * titles.count + 11 * number, width: room, words: line,
            face: .small))
      }
      y += height + 6
    }
    sketch.height = y
    return found + [sketch]
  }

  /// The nodes above one, the top one first.
  private static func branch(of at: Int, _ nodes: [Picture.Node]) -> [Picture.Node] {
    var found: [Picture.Node] = []
    var depth = nodes[at].depth
    for node in nodes[..<at].reversed() where node.depth < depth {
      found.insert(node, at: 0)
      depth = node.depth
    }
    return found
  }
}

/// Words in a face without serifs, by a careful guess of their widths: no line is too long, some
/// are a little short.
enum SketchText {
  static func size(_ face: Sketch.Face) -> Int { face == .small ? 8 : 9 }

  static func wrap(_ words: String, width: Int, _ face: Sketch.Face) -> [String] {
    // Hundredths of a point a column.
    let column = size(face) * (face == .strong ? 58 : 54)
    return Columns.wrap(
      Sanitiser.documentLine.clean(words), width: max(width * 100 / column, 8),
      longest: max(width * 100 / column, 8))
  }
}

extension Sketch {
  /// " (2 of 3)" where a picture has several parts.
  static func part(_ number: Int, of count: Int) -> String {
    count == 1 ? "" : " (\(number + 1) of \(count))"
  }
}

extension PictureText {
  /// The lines of a picture in a face of equal widths, clean of anything that moves the eye.
  static func plain(_ picture: Picture, width: Int) -> [String] {
    PictureText(
      width: width, measure: { CellWidth.of($0) },
      wrap: { Columns.wrap(Sanitiser.documentLine.clean($0), width: $1, longest: $1) }
    ).lines(picture)
  }
}
