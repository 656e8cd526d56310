/// How much two texts have in common, without regard to order.
enum Likeness {
  /// Words with how often they occur.
  typealias Words = [Substring: Int]

  static func words(of runs: [Run]) -> Words {
    var found: Words = [:]
    for run in runs {
      for word in WordComparison.words(of: run.text) where word.first?.isWhitespace == false {
        found[word, default: 0] += 1
      }
    }
    return found
  }

  static func words(of block: Block) -> Words {
    switch block {
    case .heading(let heading): words(of: heading.runs)
    case .paragraph(let paragraph): words(of: paragraph.runs)
    case .list(let list): words(of: list.items.flatMap(\.blocks))
    case .table(let table): words(of: (table.header + table.rows.flatMap { $0 }).flatMap { $0 })
    case .signatures(let signatures): words(of: signatures.flatMap(\.party))
    case .contents(let entries): words(of: entries.flatMap(\.runs))
    case .picture(let picture): words(of: [Run(picture.description)])
    case .landscape(let inner): words(of: inner)
    }
  }

  static func words(of blocks: [Block]) -> Words {
    blocks.reduce(into: [:]) { $0.merge(words(of: $1), uniquingKeysWith: +) }
  }

  /// From 0 to 100; 0 where less than two fifths of the words are shared. Two that say nothing are
  /// alike.
  static func score(_ old: Words, _ new: Words) -> Int {
    let all = old.values.reduce(0, +) + new.values.reduce(0, +)
    guard all > 0 else { return 100 }
    let shared = old.reduce(0) { $0 + min($1.value, new[$1.key] ?? 0) }
    let score = 200 * shared / all
    return score < 40 ? 0 : score
  }

  static func text(_ runs: [Run]) -> String { runs.reduce(into: "") { $0 += $1.text } }
}
