/// Numbers in digits and in English words.
enum NumberWord {
  /// The number in thousandths; nil where the word is none, or is too large to hold.
  static func thousandths(_ word: String) -> Int? {
    guard word.first?.isNumber == true else { return words[word].map { $0 * 1000 } }
    // A comma before three digits groups; so does a point where there are several.
    var whole = word
    var fraction = ""
    let marks = word.filter { ",.".contains($0) }
    if let last = word.lastIndex(where: { ",.".contains($0) }) {
      let behind = word[word.index(after: last)...]
      let groups = behind.count == 3 && (word[last] == "," || marks.count > 1)
      if !groups {
        (whole, fraction) = (String(word[..<last]), String(behind))
      }
    }
    guard fraction.count <= 3, let units = Int(whole.filter { !",.".contains($0) }),
      units < 1_000_000_000_000, let parts = Int((fraction + "000").prefix(3))
    else { return nil }
    return units * 1000 + parts
  }

  /// A number in words and the word behind it, both in thousandths: twenty and four, one and hundred; nil where
  /// they are no one number.
  static func sum(_ before: Int, _ next: Int) -> Int? {
    if next == 100_000 { return before < 10_000 ? before * 100 : nil }
    if before >= 100_000 {
      let (hundreds, rest) = (before / 100_000 * 100_000, before % 100_000)
      return rest == 0 ? before + next : sum(rest, next).map { hundreds + $0 }
    }
    return before >= 20_000 && before % 10_000 == 0 && next < 10_000 ? before + next : nil
  }

  static func scale(_ word: String) -> Int? {
    switch word {
    case "thousand", "k": 1000
    case "million", "m", "mn": 1_000_000
    case "billion", "bn": 1_000_000_000
    default: nil
    }
  }

  private static let words: [String: Int] = {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var words = ["hundred": 100]
    for (value, word) in small.enumerated() { words[word] = value }
    for (value, word) in tens.enumerated() { words[word] = (value + 2) * 10 }
    return words
  }()
}
