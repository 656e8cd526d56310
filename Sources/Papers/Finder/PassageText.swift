/// The words of a paper's passages, numbered, so that patterns are found in them quickly.
struct PassageText {
  /// A stretch of a passage that is ranked by itself, so that a long passage does not win by its length.
  struct Stretch {
    let passage: Int
    /// Numbers of its words, counted over the whole paper.
    let words: Range<Int>
  }

  private(set) var stretches: [Stretch] = []
  /// By passage: its stretches, and its words.
  private(set) var stretchesOf: [Range<Int>] = []
  private(set) var wordsOf: [Range<Int>] = []
  /// By word of the paper: its number in the vocabulary, its stretch, and where it stands in its passage.
  private var words: [Int32] = []
  private(set) var stretchOf: [Int32] = []
  private var ranges: [Range<Int>] = []
  /// By number in the vocabulary: where it stands.
  private var places: [[Int32]] = []
  /// The vocabulary in one spelling, in order, for words by their beginning.
  private var sorted: [(word: String, number: Int)] = []
  private var stems: [String: [Int]] = [:]

  init(_ paper: Paper) {
    var numbers: [String: Int] = [:]
    for passage in paper.passages {
      let found = PaperWords.words(passage.text)
      let first = words.count
      for word in found {
        let number = numbers[word.folded] ?? numbers.count
        if number == places.count {
          numbers[word.folded] = number
          places.append([])
        }
        places[number].append(Int32(words.count))
        words.append(Int32(number))
        ranges.append(word.range)
      }
      wordsOf.append(first..<words.count)
      let before = stretches.count
      for end in Self.ends(found, passage.text) {
        let start =
          stretches.count == before ? first : stretches[stretches.count - 1].words.upperBound
        stretches.append(Stretch(passage: passage.position, words: start..<first + end))
        for _ in start..<first + end { stretchOf.append(Int32(stretches.count - 1)) }
      }
      stretchesOf.append(before..<stretches.count)
    }
    for (word, number) in numbers {
      let word = Spelling.one(word)
      sorted.append((word, number))
      stems[Stem.of(word), default: []].append(number)
    }
    sorted.sort { $0.word < $1.word }
  }

  /// The longest stretch, and from which length on one ends with its sentence, in words.
  private static let longest = 120
  private static let long = 60

  /// The numbers of words at which the stretches of a passage end.
  private static func ends(_ words: [PaperWords.Word], _ text: String) -> [Int] {
    guard words.count > longest else { return [words.count] }
    let bytes = Array(text.utf8)
    var ends: [Int] = []
    var start = 0
    for at in words.indices {
      let after = words[at].range.upperBound
      let isEnd =
        after < bytes.count && [UInt8(ascii: "."), UInt8(ascii: ";")].contains(bytes[after])
      let length = at + 1 - start
      if length >= longest || (isEnd && length >= long) {
        ends.append(at + 1)
        start = at + 1
      }
    }
    if start < words.count { ends.append(words.count) }
    return ends
  }

  /// Where words stand that a pattern means: numbers of the first word and of the one behind the last.
  func places(of pattern: WordPattern) -> [Range<Int>] {
    pattern.sequences.flatMap(places)
  }

  /// The same by passage, in bytes of UTF-8 from the start of its text.
  func matches(_ patterns: [WordPattern], _ count: Int) -> [[Range<Int>]] {
    var matches = [[Range<Int>]](repeating: [], count: count)
    for place in patterns.flatMap(places(of:)) {
      matches[stretches[Int(stretchOf[place.lowerBound])].passage].append(bytes(of: place))
    }
    return matches
  }

  /// Where words stand in their passage, in bytes of UTF-8.
  func bytes(of place: Range<Int>) -> Range<Int> {
    ranges[place.lowerBound].lowerBound..<ranges[place.upperBound - 1].upperBound
  }

  private func places(_ sequence: [WordPattern.Part]) -> [Range<Int>] {
    let numbers = sequence.map(numbers)
    guard let first = numbers.first, !numbers.contains(where: \.isEmpty) else { return [] }
    var found: [Range<Int>] = []
    for number in first {
      for place in places[number] {
        let start = Int(place)
        let end = start + sequence.count
        guard end <= wordsOf[stretches[Int(stretchOf[start])].passage].upperBound else { continue }
        if (1..<sequence.count).allSatisfy({ numbers[$0].contains(Int(words[start + $0])) }) {
          found.append(start..<end)
        }
      }
    }
    return found
  }

  private func numbers(_ part: WordPattern.Part) -> [Int] {
    switch part {
    case .stem(let stem): return stems[stem] ?? []
    case .prefix(let beginnings):
      return beginnings.flatMap { beginning in
        sorted[firstNotBelow(beginning)...].prefix { $0.word.hasPrefix(beginning) }.map(\.number)
      }
    }
  }

  private func firstNotBelow(_ word: String) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [Range<Int>] {
  /// In order, those that overlap as one.
  func merged() -> Self {
    var merged: Self = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
