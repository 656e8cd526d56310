import TestSupport

/// The table of ARCHITECTURE.md: which target may import which.
struct House {
  /// By target, what stands in its row; `*` is everything.
  let rows: [String: Set<String>]

  /// What is free everywhere.
  static let free: Set = ["Swift", "FoundationEssentials", "Synchronization", "Glibc"]
  /// Targets that know no clock, chance, file, environment or process.
  static let pure: Set = [
    "PlainText", "Canvas", "PackModel", "Expressions", "PackCompiler", "Interview", "Findings",
    "Documents", "Drafting", "Screens",
  ]
  /// Rooms that cannot do without Foundation, each with its reason.
  static let withFoundation: [String: String] = [
    "Publishing": "Subprocess and temporary files",
    "Matters": "GRDB speaks in its types",
  ]

  /// Reads the rows of a Markdown table whose first cell is a target's name in code marks.
  init(markdown: String) {
    var rows: [String: Set<String>] = [:]
    for line in markdown.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard cells.count >= 3 else { continue }
      let name = cells[0].filter { $0 != "`" }
      let imports = cells[2].split { $0 == "," || $0 == " " }.map(String.init)
      rows[name] = Set(imports.filter { $0 != "–" }.map { $0 == "all" ? "*" : $0 })
    }
    self.rows = rows
  }

  static let written = House(markdown: TestPacks.text("ARCHITECTURE.md"))

  /// What a target may import: its row, and what stands in the rows of those.
  func allowed(_ target: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [target]
    while let next = waiting.popLast() {
      let row = rows[next] ?? []
      for name in row.contains("*") ? row.union(rows.keys) : row where found.insert(name).inserted {
        waiting.append(name)
      }
    }
    found.remove(target)
    return found
  }
}
