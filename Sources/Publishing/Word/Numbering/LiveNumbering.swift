import Documents

/// What Word's own numbering will show, counted along as the document is written: a paragraph is left
/// to Word where Word comes to the number the `Document` has, and keeps its number as text where not.
struct LiveNumbering {
  /// The two lists that Word counts in: 1 / 1.1 / (a) / (i) and Annex A / A.1 / (a) / (i).
  enum Scheme: Hashable { case section, annex }

  private var counters: [Scheme: [Int]] = [.section: [0, 0, 0, 0], .annex: [0, 0, 0, 0]]
  private(set) var current = Scheme.section
  /// The word before an annex's letter, "Annex "; nil until there is one.
  private(set) var annexWord: String?

  /// Whether Word will number this heading as it should be.
  mutating func takes(_ heading: Heading) -> Bool {
    guard heading.level == 1, let number = heading.number, heading.numbering != .none else {
      return false
    }
    let scheme: Scheme = heading.numbering == .annex ? .annex : .section
    let next = count(scheme, 0) + 1
    let ordinal: String
    switch scheme {
    case .section: ordinal = String(next)
    case .annex: ordinal = Self.letters(next).uppercased()
    }
    guard number.hasSuffix(ordinal) else { return false }
    let word = String(number.dropLast(ordinal.count))
    switch scheme {
    case .section: guard word.isEmpty else { return false }
    case .annex:
      // A letter that belongs to the word is none.
      guard word.isEmpty || word.last == " ", annexWord ?? word == word else { return false }
      annexWord = word
    }
    current = scheme
    step(scheme, 0)
    return true
  }

  /// The scheme in which Word will number this clause as it should be.
  mutating func takes(clause number: String) -> Scheme? {
    guard expected(current, clause: count(current, 1) + 1) == number else { return nil }
    step(current, 1)
    return current
  }

  /// The scheme in which Word will give the items of this list their markers; `depth` 0 is (a).
  mutating func takes(_ list: List, depth: Int) -> Scheme? {
    guard list.ordered, (0...1).contains(depth), count(current, 1) > 0 else { return nil }
    // A list within a list counts anew below each item, so the outer one has to be counting.
    guard depth == 0 || count(current, 2) > 0 else { return nil }
    let form = depth == 0 ? Self.letters : Self.roman
    let start = count(current, depth + 2)
    for (offset, item) in list.items.enumerated() {
      guard item.marker == "(\(form(start + offset + 1)))" else { return nil }
    }
    return current
  }

  /// An item of a list that was taken begins.
  mutating func begin(itemAt depth: Int, in scheme: Scheme) { step(scheme, depth + 2) }

  private func count(_ scheme: Scheme, _ level: Int) -> Int { counters[scheme]?[level] ?? 0 }

  private mutating func step(_ scheme: Scheme, _ level: Int) {
    var counts = counters[scheme] ?? [0, 0, 0, 0]
    counts[level] += 1
    for below in (level + 1)..<4 where below < 4 { counts[below] = 0 }
    counters[scheme] = counts
  }

  private func expected(_ scheme: Scheme, clause: Int) -> String {
    let head = count(scheme, 0)
    return (scheme == .section ? String(head) : Self.letters(head).uppercased()) + ".\(clause)"
  }

  /// Word's `lowerLetter`: a … z, aa, bb …
  static func letters(_ number: Int) -> String {
    guard number > 0, let letter = Unicode.Scalar(UInt32(0x61 + (number - 1) % 26)) else {
      return ""
    }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
