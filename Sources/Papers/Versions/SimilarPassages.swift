/// Pairs passages whose words are similar, the most similar first, and follows those that were divided or
/// joined.
struct SimilarPassages {
  /// A pair, and what stands beside it of the same words.
  struct Pair {
    var old: [Int]
    var new: [Int]
  }

  /// In hundredths: passages that are less alike are no pair; in the same place less is enough.
  private static let leastAlike = 40
  private static let leastAlikeInPlace = 25
  /// How much of a part stands in the whole: to be found, and beside another part of it.
  private static let leastOfPart = 80
  private static let leastOfNextPart = 60
  /// Words that more passages hold tell none of them.
  private static let mostHolders = 40
  /// How many passages are looked at closely for one, and how many of its words lead to them.
  private static let mostLookedAt = 8
  private static let mostFeatures = 4_000
  /// Into how many passages one is divided.
  private static let mostParts = 16

  private struct Candidate {
    let old: Int
    let new: Int
    let likeness: Int
    let isInPlace: Bool
  }

  private let old: [Int]
  private let new: [Int]
  private let features: PassageFeatures
  private let places: PassagePlaces
  private(set) var pairs: [Pair] = []
  private var freeOld: Set<Int>
  private var freeNew: Set<Int>

  /// - Parameter oldKeys: the compared words of each passage; of the new paper's likewise.
  init(_ oldKeys: [String], _ newKeys: [String], besides equal: EqualPassages) {
    old = oldKeys.indices.filter { equal.toNew[$0] == nil && !oldKeys[$0].isEmpty }
    new = newKeys.indices.filter { equal.toOld[$0] == nil && !newKeys[$0].isEmpty }
    features = PassageFeatures(
      old: old.map { ($0, oldKeys[$0]) }, new: new.map { ($0, newKeys[$0]) })
    places = PassagePlaces(old, new, equal)
    freeOld = Set(old)
    freeNew = Set(new)
    for candidate in candidates() where freeOld.contains(candidate.old) {
      guard freeNew.contains(candidate.new) else { continue }
      freeOld.remove(candidate.old)
      freeNew.remove(candidate.new)
      pairs.append(Pair(old: [candidate.old], new: [candidate.new]))
    }
    pairs.sort { $0.new[0] < $1.new[0] }
    pairs = pairs.map { grown($0) }.filter { stands($0) }
  }

  // MARK: Pairs

  private func candidates() -> [Candidate] {
    let holders = self.holders()
    var tally = [Int](repeating: 0, count: (new.last ?? 0) + 1)
    var found: [Candidate] = []
    for i in old {
      let likely = mostLikely(for: i, holders, &tally)
      for j in likely + places.counterparts(of: i).filter({ !likely.contains($0) }) {
        if let candidate = candidate(i, j) { found.append(candidate) }
      }
    }
    func rank(_ one: Candidate) -> (Int, Int, Int, Int) {
      (-one.likeness - (one.isInPlace ? 10 : 0), abs(one.old - one.new), one.old, one.new)
    }
    return found.sorted { rank($0) < rank($1) }
  }

  private func candidate(_ i: Int, _ j: Int) -> Candidate? {
    let (some, others) = (features.old[i] ?? [], features.new[j] ?? [])
    // Words and pairs of words.
    let many = 2 * EqualPassages.fewWords - 1
    let fewer = min(some.count, others.count)
    let isInPlace = places.areSame(i, j, isShort: fewer < many)
    guard isInPlace || fewer >= many else { return nil }
    let shared = PassageFeatures.shared(some, others)
    let likeness = 200 * shared / (some.count + others.count)
    let isPart = fewer >= many && 100 * shared >= SimilarPassages.leastOfPart * fewer
    guard isPart || likeness >= least(isInPlace) else { return nil }
    return Candidate(old: i, new: j, likeness: likeness, isInPlace: isInPlace)
  }

  private func least(_ isInPlace: Bool) -> Int {
    isInPlace ? SimilarPassages.leastAlikeInPlace : SimilarPassages.leastAlike
  }

  /// The new passages that hold a word or a pair of words; one more than count where too many do.
  private func holders() -> [UInt64: [Int]] {
    var holders: [UInt64: [Int]] = [:]
    for j in new {
      for feature in leading(features.new[j] ?? []) {
        if holders[feature, default: []].count <= SimilarPassages.mostHolders {
          holders[feature, default: []].append(j)
        }
      }
    }
    return holders
  }

  /// Each once, and not more than are needed.
  private func leading(_ features: [UInt64]) -> [UInt64] {
    var found: [UInt64] = []
    for feature in features where found.last != feature {
      if found.count == SimilarPassages.mostFeatures { break }
      found.append(feature)
    }
    return found
  }

  /// - Parameter tally: nought for each new passage; it is left so.
  private func mostLikely(
    for i: Int, _ holders: [UInt64: [Int]], _ tally: inout [Int]
  ) -> [Int] {
    var held: [Int] = []
    for feature in leading(features.old[i] ?? []) {
      guard let some = holders[feature], some.count <= SimilarPassages.mostHolders else { continue }
      for j in some {
        if tally[j] == 0 { held.append(j) }
        tally[j] += 1
      }
    }
    let ranked = held.map { (-tally[$0], abs($0 - i), $0) }.sorted(by: <)
    for j in held { tally[j] = 0 }
    return ranked.prefix(SimilarPassages.mostLookedAt).map(\.2)
  }

  // MARK: Parts

  /// With what stands beside it and holds what is left of the whole.
  private mutating func grown(_ pair: Pair) -> Pair {
    var pair = pair
    var rest = left(features.old[pair.old[0]], features.new[pair.new[0]])
    SimilarPassages.grow(&pair.new, &rest, &freeNew, features.new)
    if pair.new.count == 1 {
      rest = left(features.new[pair.new[0]], features.old[pair.old[0]])
      SimilarPassages.grow(&pair.old, &rest, &freeOld, features.old)
    }
    return pair
  }

  private func left(_ whole: [UInt64]?, _ part: [UInt64]?) -> [UInt64] {
    PassageFeatures.rest(whole ?? [], without: part ?? [])
  }

  private static func grow(
    _ run: inout [Int], _ rest: inout [UInt64], _ free: inout Set<Int>,
    _ features: [Int: [UInt64]]
  ) {
    for step in [1, -1] {
      while run.count < mostParts {
        let next = (step == 1 ? run[run.count - 1] : run[0]) + step
        guard free.contains(next), let part = features[next], part.count >= 3,
          100 * PassageFeatures.shared(rest, part) >= leastOfNextPart * part.count
        else { break }
        free.remove(next)
        rest = PassageFeatures.rest(rest, without: part)
        run.insert(next, at: step == 1 ? run.count : 0)
      }
    }
  }

  /// Whether it is a pair as a whole. What is left of a passage in its place is the same passage.
  private mutating func stands(_ pair: Pair) -> Bool {
    let some = pair.old.flatMap { features.old[$0] ?? [] }.sorted()
    let others = pair.new.flatMap { features.new[$0] ?? [] }.sorted()
    let isPair =
      places.areSame(pair.old[0], pair.new[0])
      || PassageFeatures.likeness(some, others) >= least(false)
    if !isPair {
      freeOld.formUnion(pair.old)
      freeNew.formUnion(pair.new)
    }
    return isPair
  }
}
