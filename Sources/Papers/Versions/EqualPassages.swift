import PlainText

/// Pairs the passages of two papers that have the same words.
struct EqualPassages {
  /// Fewer words may stand in many places: they are followed to another place only beside a neighbour.
  static let fewWords = 5

  /// The other position of each position that is paired.
  private(set) var toNew: [Int?]
  private(set) var toOld: [Int?]
  /// How many passages that stand in the same order stand before each: between two of them lies a gap.
  private(set) var oldGaps: [Int]
  private(set) var newGaps: [Int]

  /// - Parameter old: the compared words of each passage; of the new paper's likewise.
  init(_ old: [String], _ new: [String]) {
    toNew = Array(repeating: nil, count: old.count)
    toOld = Array(repeating: nil, count: new.count)
    oldGaps = Array(repeating: 0, count: old.count)
    newGaps = Array(repeating: 0, count: new.count)
    var gap = 0
    for step in Alignment.steps(old, new, key: \.self, weight: EqualPassages.weight) {
      switch step {
      case .both(let i, let j):
        pair(i, j)
        gap += 1
      case .old(let i): oldGaps[i] = gap
      case .new(let j): newGaps[j] = gap
      }
    }
    follow(old, new)
    followNeighbours(old, new)
  }

  private mutating func pair(_ i: Int, _ j: Int) {
    (toNew[i], toOld[j]) = (j, i)
  }

  /// Whether so many words are told apart wherever they stand.
  static func areMany(_ key: String) -> Bool {
    key.utf8.count(where: { $0 == 0x20 }) >= fewWords - 1
  }

  /// Many words keep their place before few do, and a name before a number: a period or a sum stands in
  /// many places.
  private static func weight(_ key: String) -> Int {
    if !areMany(key), key.utf8.contains(where: { (0x30...0x39).contains($0) }) { return 1 }
    return 3 + min(key.utf8.count { $0 == 0x20 }, 20)
  }

  /// The first of the same words goes to the first place that is free, the second to the second.
  private mutating func follow(_ old: [String], _ new: [String]) {
    var free: [String: [Int]] = [:]
    for j in new.indices.reversed() where toOld[j] == nil && EqualPassages.areMany(new[j]) {
      free[new[j], default: []].append(j)
    }
    for i in old.indices where toNew[i] == nil {
      if let j = free[old[i]]?.popLast() { pair(i, j) }
    }
  }

  /// What stands beside a pair and has the same words in both papers went along.
  private mutating func followNeighbours(_ old: [String], _ new: [String]) {
    follow(
      toNew.enumerated().compactMap { i, j in j.map { SimilarPassages.Pair(old: [i], new: [$0]) } },
      old, new)
  }

  /// The same beside pairs of similar words, a heading above its clause.
  mutating func follow(_ pairs: [SimilarPassages.Pair], _ old: [String], _ new: [String]) {
    let taken = (old: Set(pairs.flatMap(\.old)), new: Set(pairs.flatMap(\.new)))
    func takes(_ i: Int, _ j: Int) -> Bool {
      old.indices.contains(i) && new.indices.contains(j) && toNew[i] == nil && toOld[j] == nil
        && !taken.old.contains(i) && !taken.new.contains(j) && old[i] == new[j]
    }
    for pair in pairs {
      for step in [1, -1] {
        guard let i = step == 1 ? pair.old.last : pair.old.first,
          let j = step == 1 ? pair.new.last : pair.new.first
        else { continue }
        var (next, other) = (i + step, j + step)
        while takes(next, other) {
          self.pair(next, other)
          (next, other) = (next + step, other + step)
        }
      }
    }
  }
}
