import PlainText

/// How much two texts have in common, without regard to order.
enum Likeness {
  /// Words with how often they occur.
  typealias Words = [Substring: Int]

  static func words(of runs: [Run]) -> Words {
    var found: Words = [:]
    for run in runs {
      for word in TextWords.split(run.text) where word.first?.isWhitespace == false {
        found[word, default: 0] += 1
      }
    }
    return found
  }

  static func words(of block: Block) -> Words {
    switch block {
    case .heading, .paragraph, .table: words(of: block.runs)
    case .list, .landscape: words(of: block.children)
    case .signatures(let signatures): words(of: signatures.flatMap(\.party))
    case .contents(let entries): words(of: entries.flatMap(\.runs))
    case .picture(let picture): words(of: [Run(picture.description)])
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
}
