import Glibc
import PackModel

/// One query over one paper.
struct PassageRanking {
  private let index: PassageIndex
  private let query: PassageQuery
  private var text: PassageText { index.text }
  /// By term and by group: where its words stand.
  private let terms: [Hits]
  private let groups: [Hits]
  private let headings: Hits

  /// Where words of a pattern stand.
  private struct Hits {
    let places: [Range<Int>]
    /// By stretch: how often.
    let counts: [UInt8]
    /// By passage: whether at all.
    let passages: [Bool]
    /// In how many stretches.
    let stretches: Int

    init(_ words: [String], _ text: PassageText) {
      places = words.flatMap { text.places(of: WordPattern($0)) }
      var counts = [UInt8](repeating: 0, count: text.stretches.count)
      var passages = [Bool](repeating: false, count: text.wordsOf.count)
      for place in places {
        let stretch = Int(text.stretchOf[place.lowerBound])
        if counts[stretch] < 200 { counts[stretch] += 1 }
        passages[text.stretches[stretch].passage] = true
      }
      self.counts = counts
      self.passages = passages
      stretches = counts.count { $0 > 0 }
    }
  }

  init(_ index: PassageIndex, _ query: PassageQuery) {
    self.index = index
    self.query = query
    let text = index.text
    terms = query.terms.map { Hits([$0.words], text) }
    groups = query.groups.map { Hits($0.words, text) }
    headings = Hits(query.headings, text)
  }

  mutating func best(_ limit: Int) -> [FoundPassage] {
    let candidates = text.stretches.indices.filter { stretch in
      index.shares[text.stretches[stretch].passage] > 0
        && (terms.contains { $0.counts[stretch] > 0 } || meetsMust(stretch))
    }
    let words = candidates.map(bm25)
    let meetings = candidates.map(meeting)
    let (bestWords, bestMeeting) = (words.max() ?? 0, meetings.max() ?? 0)
    var best: [Int: (score: Double, stretch: Int)] = [:]
    for (at, stretch) in candidates.enumerated() {
      let passage = text.stretches[stretch].passage
      let score =
        index.shares[passage]
        * ((bestWords > 0 ? words[at] / bestWords : 0)
          + (bestMeeting > 0 ? meetings[at] / bestMeeting : 0)) / 2
      if score > best[passage]?.score ?? 0 { best[passage] = (score, stretch) }
    }
    return best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.prefix(limit)
      .map { found($0.key, $0.value.score, $0.value.stretch) }
  }

  private func meetsMust(_ stretch: Int) -> Bool {
    zip(query.groups, groups).contains { $0.role == .must && $1.counts[stretch] > 0 }
  }

  // MARK: Words

  /// bm25 with the usual constants. What stands around a passage counts less than it does for groups: a rare word
  /// there would make the passage beside the right one look right.
  private func bm25(_ stretch: Int) -> Double {
    let (k, b) = (1.2, 0.75)
    let passage = text.stretches[stretch].passage
    let length = max(Double(text.stretches[stretch].words.count), index.meanLength / 2)
    let norm = k * (1 - b + b * length / index.meanLength)
    let all = Double(text.stretches.count)
    var sum = 0.0
    for (term, hits) in zip(query.terms, terms) where hits.stretches > 0 {
      let count = Double(hits.counts[stretch])
      let here = count > 0 ? 1 : nearness(hits, passage) / 2
      guard here > 0 else { continue }
      let rarity = log((all - Double(hits.stretches) + 0.5) / (Double(hits.stretches) + 0.5) + 1)
      let often = max(1, count)
      sum += here * Double(term.weight) * rarity * often * (k + 1) / (often + norm)
    }
    return sum
  }

  /// How much words count that stand around a passage but not in it.
  private func nearness(_ hits: Hits, _ passage: Int) -> Double {
    if index.surroundings.above[passage].contains(where: { hits.passages[$0] }) { return 0.5 }
    return index.surroundings.beside[passage].contains { hits.passages[$0] } ? 0.25 : 0
  }

  // MARK: Groups

  /// 1 where a group's words stand in the stretch; less where they stand around it.
  private func strength(_ hits: Hits, _ stretch: Int) -> Double {
    if hits.counts[stretch] > 0 { return 1 }
    let passage = text.stretches[stretch].passage
    return hits.passages[passage] ? 0.5 : nearness(hits, passage)
  }

  private func meeting(_ stretch: Int) -> Double {
    var sum = 0.0
    var missing = 0
    for (group, hits) in zip(query.groups, groups) {
      switch group.role {
      case .must:
        let strength = strength(hits, stretch)
        sum += Double(group.weight) * strength
        if strength == 0 { missing += 1 }
      case .adds: sum += Double(group.weight) * strength(hits, stretch)
      case .against: sum -= hits.counts[stretch] > 0 ? Double(group.weight) : 0
      }
    }
    sum += 2 * heading(text.stretches[stretch].passage)
    for _ in 0..<missing { sum /= 2 }
    return max(0, sum)
  }

  /// 1 where the nearest heading has words that a heading should have, or the passage begins with them.
  private func heading(_ passage: Int) -> Double {
    if let nearest = index.paper.passages[passage].headings.last, headings.passages[nearest] {
      return 1
    }
    let start = text.wordsOf[passage].lowerBound
    if headings.passages[passage],
      headings.places.contains(where: { (start..<start + 5).contains($0.lowerBound) })
    {
      return 1
    }
    return index.surroundings.above[passage].contains { headings.passages[$0] } ? 0.5 : 0
  }

  // MARK: What is told

  private func found(_ passage: Int, _ score: Double, _ stretch: Int) -> FoundPassage {
    let words = text.wordsOf[passage]
    let marked =
      terms + zip(query.groups, groups).filter { $0.0.role == .must }.map(\.1)
    let places = marked.flatMap(\.places).filter { words.contains($0.lowerBound) }
      .map(text.bytes(of:))
    var because: [FoundPassage.Met] = []
    var musts: [Double] = []
    for (number, group) in query.groups.enumerated() where group.role != .against {
      let strength = strength(groups[number], stretch)
      if strength > 0 { because.append(.init(group: number, isHere: strength == 1)) }
      if group.role == .must { musts.append(strength) }
    }
    return FoundPassage(
      position: passage, score: score, matches: places.merged(), because: because,
      isBelowThreshold: musts.contains(0) || !(musts.isEmpty || musts.contains(1)))
  }
}
