extension PaperComparison {
  /// A quotation that goes on through more passages is not followed.
  private static let mostPassages = 16

  /// What becomes of words quoted from the old paper.
  ///
  /// - Parameters:
  ///   - words: as quoted; they may go on into the passages that follow.
  ///   - anchor: of the passage in which they begin. Where it is none of the old paper's, or does not hold
  ///     them, they are looked for.
  package func carried(_ words: String, anchor: String) -> CarriedQuotation {
    let quoted = PaperWords.compared(words)
    guard !quoted.isEmpty else { return .gone }
    let places =
      old.passage(anchor).flatMap { span(quoted, from: $0.position) }.map { [$0] }
      ?? old.passages.indices.compactMap { span(quoted, from: $0) }
    guard let place = places.first else { return found(elsewhere(quoted), from: nil) ?? .gone }
    if places.count == 1 { return carried(quoted, from: place) }
    return .ambiguous(
      places.flatMap { place -> [Int] in
        switch carried(quoted, from: place) {
        case .stands(let place, _, _): [place.position]
        case .changed(let positions, _), .ambiguous(let positions): positions
        case .gone: []
        }
      })
  }

  private func carried(_ quoted: String, from span: Range<Int>) -> CarriedQuotation {
    let matches = Set(span.map { match(ofOld: $0) })
    let positions = (
      old: matches.flatMap(\.old).sorted(), new: matches.flatMap(\.new).sorted()
    )
    if let at = start(quoted, in: positions.new) {
      let first = match(ofNew: at)
      let isSame = matches.allSatisfy { $0.kind == .same || $0.kind == .moved }
      return stands(
        at,
        isMoved: first.isReordered
          || old.passages[span.lowerBound].citation != new.passages[at].citation,
        around: isSame ? nil : difference(positions.old, positions.new))
    }
    // Where the same passage stands more than once, nobody knows which of them is gone.
    if span.count == 1, positions.new.isEmpty {
      let same = newKeys.indices.filter { newKeys[$0] == oldKeys[span.lowerBound] }
      if !same.isEmpty { return .ambiguous(same) }
    }
    if let found = found(elsewhere(quoted), from: positions.old) { return found }
    guard !positions.new.isEmpty else { return .gone }
    return .changed(positions.new, difference(positions.old, positions.new))
  }

  private func difference(_ before: [Int], _ after: [Int]) -> WordDifference {
    WordDifference(from: text(before, of: old), to: text(after, of: new))
  }

  private func stands(_ at: Int, isMoved: Bool, around: WordDifference?) -> CarriedQuotation {
    let passage = new.passages[at]
    return .stands(
      CarriedQuotation.Place(
        position: at, citation: passage.citation, page: passage.page, anchor: passage.anchor),
      isMoved: isMoved, around: around)
  }

  /// One place is where it went; nil where there is none.
  private func found(_ positions: [Int], from before: [Int]?) -> CarriedQuotation? {
    guard let at = positions.first else { return nil }
    if positions.count > 1 { return .ambiguous(positions) }
    return stands(at, isMoved: true, around: before.map { difference($0, [at]) })
  }

  /// Where the words stand now and did not before. Few words may come to stand anywhere.
  private func elsewhere(_ quoted: String) -> [Int] {
    guard EqualPassages.areMany(quoted) else { return [] }
    let words = Array(quoted.utf8)
    return newKeys.indices.filter { at in
      PaperComparison.place(words, in: newKeys[at]) != nil
        && !match(ofNew: at).old.contains { PaperComparison.place(words, in: oldKeys[$0]) != nil }
    }
  }

  // MARK: Words

  /// The passages of the old paper through which the words go, where they begin in one.
  private func span(_ quoted: String, from first: Int) -> Range<Int>? {
    if PaperComparison.place(Array(quoted.utf8), in: oldKeys[first]) != nil {
      return first..<(first + 1)
    }
    guard let last = oldKeys[first].split(separator: " ").last, quoted.contains(last) else {
      return nil
    }
    let end = min(first + PaperComparison.mostPassages, oldKeys.count)
    var whole = oldKeys[first]
    for next in (first + 1)..<max(end, first + 1) {
      if !oldKeys[next].isEmpty { whole += " " + oldKeys[next] }
      if let at = PaperComparison.place(Array(quoted.utf8), in: whole) {
        return at < oldKeys[first].utf8.count ? first..<(next + 1) : nil
      }
    }
    return nil
  }

  /// The position of the new paper at which the words begin, where they stand in these passages.
  private func start(_ quoted: String, in positions: [Int]) -> Int? {
    let words = Array(quoted.utf8)
    if let at = positions.first(where: { PaperComparison.place(words, in: newKeys[$0]) != nil }) {
      return at
    }
    let worded = positions.filter { !newKeys[$0].isEmpty }
    let whole = worded.map { newKeys[$0] }.joined(separator: " ")
    guard var at = PaperComparison.place(words, in: whole) else { return nil }
    return worded.first { position in
      let length = newKeys[position].utf8.count
      defer { at -= length + 1 }
      return at < length
    }
  }

  /// At which byte whole words stand in others.
  private static func place(_ words: [UInt8], in key: String) -> Int? {
    let space = UInt8(ascii: " ")
    var key = key
    return key.withUTF8 { text in
      guard let first = words.first, text.count >= words.count else { return nil }
      for at in 0...(text.count - words.count) where text[at] == first {
        if at > 0, text[at - 1] != space { continue }
        let end = at + words.count
        if end < text.count, text[end] != space { continue }
        if text[at..<end].elementsEqual(words) { return at }
      }
      return nil
    }
  }
}
