import PlainText

/// Two versions of a paper: what became of each passage. Passages are known by their words; numbers, pages,
/// quotation marks, dashes, spaces and case may change without changing them.
package struct PaperComparison: Sendable {
  package let old: Paper
  package let new: Paper
  /// In the order of the new paper; what is gone stands where it stood. Each passage of either paper is in
  /// exactly one of them.
  package let matches: [PassageMatch]
  /// The compared words of each passage.
  let oldKeys: [String]
  let newKeys: [String]
  /// Where quotations stand in the old paper.
  let quotations: QuotationCheck
  /// The match of each position.
  private let ofOld: [Int]
  private let ofNew: [Int]

  /// Takes time that grows with the length of both, whatever stands in them.
  package init(_ old: Paper, _ new: Paper) {
    (self.old, self.new) = (old, new)
    quotations = QuotationCheck(old)
    oldKeys = old.passages.map { PaperWords.compared($0.words) }
    newKeys = new.passages.map { PaperWords.compared($0.words) }
    var equal = EqualPassages(oldKeys, newKeys)
    let similar = SimilarPassages(oldKeys, newKeys, besides: equal).pairs
    equal.follow(similar, oldKeys, newKeys)
    let pairs = equal.toNew.enumerated().compactMap { i, j in
      j.map { SimilarPassages.Pair(old: [i], new: [$0]) }
    }
    matches = PaperComparison.ordered(
      PaperComparison.judged(similar + pairs, oldKeys, newKeys, old, new), old.passages.count,
      new.passages.count)
    var places = (
      old: [Int](repeating: 0, count: old.passages.count),
      new: [Int](repeating: 0, count: new.passages.count)
    )
    for (at, match) in matches.enumerated() {
      for i in match.old { places.old[i] = at }
      for j in match.new { places.new[j] = at }
    }
    (ofOld, ofNew) = places
  }

  /// What became of the old paper's passage at a position.
  package func match(ofOld position: Int) -> PassageMatch { matches[ofOld[position]] }

  /// Where the new paper's passage at a position comes from.
  package func match(ofNew position: Int) -> PassageMatch { matches[ofNew[position]] }

  /// What became of the words: from nothing where it is new, to nothing where it is gone. It is worked out
  /// when it is asked for.
  package func difference(_ match: PassageMatch) -> WordDifference {
    WordDifference(from: text(match.old, of: old), to: text(match.new, of: new))
  }

  func text(_ positions: [Int], of paper: Paper) -> String {
    positions.map { paper.passages[$0].words }.joined(separator: " ")
  }

  // MARK: Judging

  private static func judged(
    _ pairs: [SimilarPassages.Pair], _ oldKeys: [String], _ newKeys: [String], _ old: Paper,
    _ new: Paper
  ) -> [PassageMatch] {
    let pairs = pairs.sorted { $0.new[0] < $1.new[0] }
    let inOrder = Set(Alignment.longestRise(pairs.map { $0.old[0] }))
    return pairs.enumerated().map { at, pair in
      let some = pair.old.map { oldKeys[$0] }.joined(separator: " ")
      let others = pair.new.map { newKeys[$0] }.joined(separator: " ")
      let isReordered = !inOrder.contains(at)
      let isAlone = pair.old.count == 1 && pair.new.count == 1
      let isThere =
        isAlone && !isReordered
        && old.passages[pair.old[0]].citation == new.passages[pair.new[0]].citation
      return PassageMatch(
        kind: some != others ? .changed : isThere ? .same : .moved, old: pair.old, new: pair.new,
        isReordered: isReordered,
        likeness: some == others ? 100 : min(99, PassageFeatures.likeness(of: some, others)))
    }
  }

  /// With what came and what went, in the order of reading.
  private static func ordered(
    _ pairs: [PassageMatch], _ oldCount: Int, _ newCount: Int
  ) -> [PassageMatch] {
    var isPaired = [Bool](repeating: false, count: oldCount)
    var starting: [Int: PassageMatch] = [:]
    var paired = [Bool](repeating: false, count: newCount)
    for pair in pairs {
      for i in pair.old { isPaired[i] = true }
      for j in pair.new { paired[j] = true }
      starting[pair.new[0]] = pair
    }
    func alone(_ kind: PassageMatch.Kind, old: [Int] = [], new: [Int] = []) -> PassageMatch {
      PassageMatch(kind: kind, old: old, new: new, isReordered: false, likeness: 0)
    }
    var found: [PassageMatch] = []
    func addGone(from start: Int) {
      var i = start
      while i < oldCount, !isPaired[i] {
        found.append(alone(.gone, old: [i]))
        i += 1
      }
    }
    addGone(from: 0)
    for j in 0..<newCount {
      if let pair = starting[j] {
        found.append(pair)
        addGone(from: (pair.old.last ?? oldCount) + 1)
      } else if !paired[j] {
        found.append(alone(.new, new: [j]))
      }
    }
    return found
  }
}
