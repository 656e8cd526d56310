extension PaperComparison {
  /// Farther apart passages are no longer one after the other.
  private static let mostPassages = 16

  /// What becomes of words quoted from the old paper.
  ///
  /// - Parameters:
  ///   - words: as quoted; they may go on into the passages that follow, and leave words out, as
  ///     `QuotationCheck` reads them.
  ///   - anchor: of the passage in which they begin. Where it is none of the old paper's, or does not hold
  ///     them, they are looked for.
  package func carried(_ words: String, anchor: String) -> CarriedQuotation {
    let begin = old.passage(anchor)?.position
    let places = quotations.places(of: words).map { parts(of: $0) }
    let own = places.filter { $0.first?.span.first == begin }
    let outcomes = (own.isEmpty ? places : [own[0]]).map { parts in
      joined(parts.map { carried($0.words, from: $0.span) })
    }
    if outcomes.count > 1 { return .ambiguous(outcomes.flatMap(\.positions)) }
    return outcomes.first ?? found(elsewhere(PaperWords.compared(words)), from: nil) ?? .gone
  }

  /// Words without a gap, and the passages of the old paper through which they go.
  private struct Part {
    var words: String
    var span: [Int]
  }

  private func parts(of place: QuotationPlace) -> [Part] {
    var parts: [Part] = []
    for piece in place.pieces {
      let words = PaperWords.compared(said(piece))
      if piece.isAfterGap || parts.isEmpty {
        parts.append(Part(words: words, span: [piece.position]))
      } else {
        parts[parts.count - 1].words += " " + words
        parts[parts.count - 1].span.append(piece.position)
      }
    }
    return parts
  }

  /// A piece, a number at its beginning or end with the sign that belongs to it: of money, %.
  private func said(_ piece: QuotationPlace.Piece) -> String {
    let text = old.passages[piece.position].text
    let words = PaperWords.words(text)
    var (start, end) = (piece.range.lowerBound, piece.range.upperBound)
    func isNumber(_ word: PaperWords.Word?) -> Bool {
      word.map { $0.folded.allSatisfy(\.isNumber) } ?? false
    }
    if isNumber(words.first { $0.range.lowerBound == start }) {
      start = words.last { $0.range.upperBound <= start }?.range.upperBound ?? 0
    }
    if isNumber(words.last { $0.range.upperBound == end }) {
      end = words.first { $0.range.lowerBound >= end }?.range.lowerBound ?? text.utf8.count
    }
    return String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
  }

  /// What becomes of a quotation with words left out: it stands only where each part stands.
  private func joined(_ parts: [CarriedQuotation]) -> CarriedQuotation {
    if parts.count == 1 { return parts[0] }
    var (first, isMoved, around): (CarriedQuotation.Place?, Bool, WordDifference?) = (
      nil, false, nil
    )
    var last = -1
    var hasGone = false
    for part in parts {
      switch part {
      case .stands(let place, let moved, let words):
        first = first ?? place
        isMoved = isMoved || moved || place.position < last
        last = place.position
        around = around ?? words
      case .changed, .ambiguous: return part
      case .gone: hasGone = true
      }
    }
    guard let first else { return .gone }
    // Some of its words are gone, though their passage may be gone with them.
    if hasGone { return .ambiguous(parts.flatMap(\.positions)) }
    return .stands(first, isMoved: isMoved, around: around)
  }

  private func carried(_ quoted: String, from span: [Int]) -> CarriedQuotation {
    let matches = Set(span.map { match(ofOld: $0) })
    let before = matches.flatMap(\.old).sorted()
    let after = whole(matches.flatMap(\.new).sorted())
    if let at = start(quoted, in: after) {
      let isSame = matches.allSatisfy { $0.kind == .same || $0.kind == .moved }
      return stands(
        at,
        isMoved: match(ofNew: at).isReordered
          || old.passages[span[0]].citation != new.passages[at].citation,
        around: isSame ? nil : difference(before, after))
    }
    // Where the same passage stands more than once, nobody knows which of them is gone.
    if span.count == 1, after.isEmpty {
      let same = newKeys.indices.filter { newKeys[$0] == oldKeys[span[0]] }
      if !same.isEmpty { return .ambiguous(same) }
    }
    if let found = found(elsewhere(quoted), from: before) { return found }
    guard !after.isEmpty else { return .gone }
    return .changed(after, difference(before, after))
  }

  /// With what was put between them.
  private func whole(_ positions: [Int]) -> [Int] {
    guard let first = positions.first, let last = positions.last,
      last - first < PaperComparison.mostPassages
    else { return positions }
    return (first...last).filter { positions.contains($0) || new.passages[$0].kind != .footnote }
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
