/// A picture as what it shows; every format draws it by its own means. Nothing in it is told by a
/// colour alone: every tone has its sign and its word.
package struct Picture: Hashable, Sendable {
  /// What stands above it.
  package var title: String
  /// The alternative text: all that the picture says, in words.
  package var description: String
  /// What is drawn.
  package var shape: Shape
  /// In a redline: whether it came or went.
  package var revision: Revision?

  /// What is drawn.
  package enum Shape: Hashable, Sendable {
    case grid(Grid)
    case tree([Node])
  }

  /// Rows with a label and graded cells.
  package struct Grid: Hashable, Sendable {
    /// What stands above the labels of the rows.
    package var corner: String
    /// The headings.
    package var columns: [String]
    /// In order, each with a cell for every heading.
    package var rows: [Row]

    /// A row of the grid.
    package struct Row: Hashable, Sendable {
      /// What stands before its cells.
      package var label: String
      /// One for every heading.
      package var cells: [Cell]

      package init(label: String, cells: [Cell]) {
        self.label = label
        self.cells = cells
      }
    }

    /// A square of the grid.
    package struct Cell: Hashable, Sendable {
      /// A character that stands for the words where there is little room.
      package var sign: String
      /// What is read aloud.
      package var words: String
      /// How it is coloured.
      package var tone: Tone

      package init(sign: String, words: String, tone: Tone) {
        self.sign = sign
        self.words = words
        self.tone = tone
      }
    }

    package init(corner: String, columns: [String], rows: [Row]) {
      self.corner = corner
      self.columns = columns
      self.rows = rows
    }
  }

  /// What stands below what; each node follows the one above it.
  package struct Node: Hashable, Sendable {
    /// 0 stands at the margin.
    package var depth: Int
    /// The company's name.
    package var title: String
    /// What is said of it, a line each.
    package var lines: [String]
    /// How it is coloured.
    package var tone: Tone

    package init(depth: Int, title: String, lines: [String], tone: Tone) {
      self.depth = depth
      self.title = title
      self.lines = lines
      self.tone = tone
    }
  }

  /// How something is coloured; it never says more than the words do.
  package enum Tone: String, Hashable, Sendable, CaseIterable {
    case good, doubt, bad, unknown, plain
  }

  package init(title: String, description: String, shape: Shape) {
    self.title = title
    self.description = description
    self.shape = shape
  }

  /// For every node of a tree: which of the lines that come down from above it go on below it, by
  /// depth. The last one is its own: whether a sibling follows.
  package static func guides(_ nodes: [Node]) -> [[Bool]] {
    var found = [[Bool]](repeating: [], count: nodes.count)
    // From below: at each depth, whether a node of that depth is still to come in this branch.
    var coming: [Bool] = []
    for at in nodes.indices.reversed() {
      let depth = nodes[at].depth
      while coming.count <= depth { coming.append(false) }
      coming.removeSubrange((depth + 1)...)
      found[at] = Array(coming[0...depth])
      coming[depth] = true
    }
    return found
  }
}
