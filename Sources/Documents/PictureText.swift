/// A picture in box characters, for a terminal and for plain text.
package struct PictureText {
  private let width: Int
  private let measure: (String) -> Int
  private let wrap: (String, Int) -> [String]

  /// - Parameters:
  ///   - width: how many columns there are.
  ///   - measure: how many columns a text takes.
  ///   - wrap: breaks a text into lines of at most so many columns.
  package init(
    width: Int, measure: @escaping (String) -> Int, wrap: @escaping (String, Int) -> [String]
  ) {
    self.width = width
    self.measure = measure
    self.wrap = wrap
  }

  /// The picture drawn with box characters, one string a line.
  package func lines(_ picture: Picture) -> [String] {
    switch picture.shape {
    case .grid(let grid): lines(grid)
    case .tree(let nodes): lines(nodes)
    }
  }

  // MARK: Grid

  private func lines(_ grid: Picture.Grid) -> [String] {
    let count = grid.columns.count
    let room = max(width - 3 * (count + 1) - 1, 3 * (count + 1))
    var cells = (0..<count).map { column in
      ([grid.columns[column]] + grid.rows.map { words($0.cells[column]) }).map(measure).max() ?? 0
    }
    let most = max(room * 3 / 5 / max(count, 1), 6)
    cells = cells.map { min($0, most) }
    let label = max(
      min(
        room - cells.reduce(0, +), ([grid.corner] + grid.rows.map(\.label)).map(measure).max() ?? 0),
      6)
    let widths = [label] + cells
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }
    var lines = [rule("┌", "┬", "┐")]
    lines += row([grid.corner] + grid.columns, widths)
    lines.append(rule("├", "┼", "┤"))
    for item in grid.rows { lines += row([item.label] + item.cells.map(words), widths) }
    return lines + [rule("└", "┴", "┘")]
  }

  private func words(_ cell: Picture.Grid.Cell) -> String { "\(cell.sign) \(cell.words)" }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { wrap($0, $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      "│"
        + zip(wrapped, widths).map { lines, width in
          let text = line < lines.count ? lines[line] : ""
          return " \(text)\(String(repeating: " ", count: max(0, width - measure(text)))) "
        }.joined(separator: "│") + "│"
    }
  }

  // MARK: Tree

  private func lines(_ nodes: [Picture.Node]) -> [String] {
    // Where the tree is deep the steps are short, so that words keep their room.
    let deepest = nodes.map(\.depth).max() ?? 0
    let step = deepest * 3 > width / 2 ? 2 : 3
    let guides = Picture.guides(nodes)
    var found: [String] = []
    for (at, node) in nodes.enumerated() {
      var (first, rest) = ("", "")
      for depth in stride(from: 1, through: node.depth, by: 1) {
        let goesOn = guides[at][depth]
        let bar = (goesOn ? "│" : " ") + String(repeating: " ", count: step - 1)
        if depth < node.depth {
          first += bar
        } else {
          first += (goesOn ? "├" : "└") + String(repeating: "─", count: step - 2) + " "
        }
        rest += bar
      }
      let hasChildren = at + 1 < nodes.count && nodes[at + 1].depth > node.depth
      let under = rest + (hasChildren ? "│ " : "  ")
      let room = max(width - measure(under), 12)
      for (number, line) in wrap(node.title, room).enumerated() {
        found.append(number == 0 ? first + line : under + line)
      }
      for line in node.lines.flatMap({ wrap($0, room) }) { found.append(under + line) }
    }
    return found
  }
}
