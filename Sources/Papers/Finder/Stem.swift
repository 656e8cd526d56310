/// The stem of an English word by M. F. Porter's algorithm ("An algorithm for suffix stripping", 1980), as its
/// author's own program has it; it is in the public domain. Words that are not of the letters a to z are
/// their own stem.
enum Stem {
  static func of(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 2, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    var stemmer = Stemmer(bytes)
    bytes = stemmer.stem()
    return String(decoding: bytes, as: UTF8.self)
  }
}

private struct Stemmer {
  private var b: [UInt8]

  init(_ word: [UInt8]) { b = word }

  mutating func stem() -> [UInt8] {
    plurals()
    pastAndGerund()
    if ends("y"), hasVowel(b.count - 1) { b[b.count - 1] = UInt8(ascii: "i") }
    replaceFirst(Self.step2, above: 0)
    replaceFirst(Self.step3, above: 0)
    dropSuffix()
    lastLetters()
    return b
  }

  // MARK: The word's parts

  /// Whether the letter at a place is a consonant; y is one at the start and behind a vowel.
  private func isConsonant(_ at: Int) -> Bool {
    switch b[at] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: false
    case 0x79: at == 0 || !isConsonant(at - 1)
    default: true
    }
  }

  /// How often consonants follow vowels in the first letters.
  private func measure(_ end: Int) -> Int {
    var count = 0
    for at in stride(from: 1, to: end, by: 1) where isConsonant(at) && !isConsonant(at - 1) {
      count += 1
    }
    return count
  }

  private func hasVowel(_ end: Int) -> Bool { (0..<end).contains { !isConsonant($0) } }

  private func isDouble(_ end: Int) -> Bool {
    end >= 2 && b[end - 1] == b[end - 2] && isConsonant(end - 1)
  }

  /// Consonant, vowel, consonant, the last of which is not w, x or y.
  private func isShort(_ end: Int) -> Bool {
    end >= 3 && isConsonant(end - 1) && !isConsonant(end - 2) && isConsonant(end - 3)
      && ![0x77, 0x78, 0x79].contains(b[end - 1])
  }

  private func ends(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard b.count > count else { return false }
    return b[(b.count - count)...].elementsEqual(
      UnsafeBufferPointer(start: suffix.utf8Start, count: count))
  }

  private mutating func replace(_ suffix: StaticString, _ by: StaticString) {
    b.removeLast(suffix.utf8CodeUnitCount)
    b.append(contentsOf: UnsafeBufferPointer(start: by.utf8Start, count: by.utf8CodeUnitCount))
  }

  private func stemLength(_ suffix: StaticString) -> Int { b.count - suffix.utf8CodeUnitCount }

  // MARK: Steps

  private mutating func plurals() {
    if ends("sses") || ends("ies") {
      b.removeLast(2)
    } else if ends("s"), !ends("ss") {
      b.removeLast()
    }
  }

  private mutating func pastAndGerund() {
    if ends("eed") {
      if measure(stemLength("eed")) > 0 { b.removeLast() }
      return
    }
    let suffix: StaticString
    if ends("ed"), hasVowel(stemLength("ed")) {
      suffix = "ed"
    } else if ends("ing"), hasVowel(stemLength("ing")) {
      suffix = "ing"
    } else {
      return
    }
    replace(suffix, "")
    if ends("at") || ends("bl") || ends("iz") {
      b.append(UInt8(ascii: "e"))
    } else if isDouble(b.count) {
      if ![0x6C, 0x73, 0x7A].contains(b[b.count - 1]) { b.removeLast() }
    } else if measure(b.count) == 1, isShort(b.count) {
      b.append(UInt8(ascii: "e"))
    }
  }

  private mutating func replaceFirst(
    _ pairs: [(StaticString, StaticString)], above measured: Int
  ) {
    for (suffix, by) in pairs where ends(suffix) {
      if measure(stemLength(suffix)) > measured { replace(suffix, by) }
      return
    }
  }

  private static let step2: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
  ]

  private static let step3: [(StaticString, StaticString)] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]

  private static let step4: [StaticString] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
  ]

  private mutating func dropSuffix() {
    guard let suffix = Self.step4.first(where: { ends($0) }) else { return }
    let length = stemLength(suffix)
    // `ion` only behind s or t.
    if ends("ion"), ![0x73, 0x74].contains(b[length - 1]) { return }
    if measure(length) > 1 { b.removeLast(b.count - length) }
  }

  private mutating func lastLetters() {
    if b.last == UInt8(ascii: "e") {
      let measured = measure(b.count - 1)
      if measured > 1 || (measured == 1 && !isShort(b.count - 1)) { b.removeLast() }
    }
    if b.last == UInt8(ascii: "l"), isDouble(b.count), measure(b.count) > 1 { b.removeLast() }
  }
}
