import PlainText

/// A number that somebody typed at the start of a paragraph: `4.1`, `(a)`, `Clause 7.`, `§ 3`. Whether it
/// is one, and not a date or an amount, says only what stands before it: `NumberSequence` decides.
package struct TypedNumber: Hashable, Sendable {
  /// What a number is made of. `(i)` may be two of them.
  package enum Form: Hashable, Sendable {
    /// `4`, `4.`, `4.1`, `4.1.2.`
    case dotted
    case digits(Mark)
    case letter(Mark, isUpper: Bool)
    /// `aa`, `bb` as a list of their own.
    case doubled(Mark, isUpper: Bool)
    case roman(Mark, isUpper: Bool)
    /// `Clause 7`: the word in lower case.
    case word(String)
  }

  /// What stands around a number: `(a)`, `a)`, `a.`
  package enum Mark: Hashable, Sendable { case both, closing, point }

  package struct Reading: Hashable, Sendable {
    package let form: Form
    /// One value, of dotted numbers one for each part.
    package let values: [Int]
  }

  /// As it is printed: `4.1`, `(a)`, `Clause 7.`
  package let number: String
  /// The words behind it.
  package let rest: String
  /// What it may be, the likelier first; at least one.
  package let readings: [Reading]
  /// Whether it counts only directly behind the number before it: `27 April`, `Article 28 GDPR` look
  /// like numbers too.
  package let isBare: Bool

  /// Whether it has a word before it: `Clause 7`, `§ 3`.
  var isWorded: Bool {
    if case .word = readings.first?.form { true } else { false }
  }

  /// The number that a paragraph may begin with, and the rest; nil where there is none.
  package static func split(_ text: String) -> TypedNumber? {
    let start = Array(text.unicodeScalars.prefix(80).drop { isSpace($0) })
    return worded(start, of: text) ?? marked(start, of: text) ?? dotted(start, of: text)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x200B...0x200D).contains(scalar.value)
      || scalar.value == 0xFEFF
  }

  /// Puts one together out of the first `count` letters, where the rest can follow a number.
  private static func made(
    _ start: [Unicode.Scalar], _ count: Int, of text: String, readings: [Reading],
    isBare: Bool = false, dropping: String = ""
  ) -> TypedNumber? {
    guard !readings.isEmpty else { return nil }
    let number = String(String.UnicodeScalarView(start[..<count]))
    let all = text.unicodeScalars.drop { isSpace($0) }
    let rest = all.dropFirst(count).drop { isSpace($0) || dropping.unicodeScalars.contains($0) }
    return TypedNumber(
      number: number.filter { $0 != "\u{200B}" }, rest: String(rest), readings: readings,
      isBare: isBare)
  }

  // MARK: 4.1

  private static func dotted(_ start: [Unicode.Scalar], of text: String) -> TypedNumber? {
    var (at, values, endsInPoint) = (0, [Int](), false)
    while let (value, end) = digits(start, at) {
      values.append(value)
      at = end
      endsInPoint = at < start.count && start[at] == "."
      guard endsInPoint else { break }
      at += 1
    }
    guard !values.isEmpty, values.count < 8 else { return nil }
    let next = start[at...].first
    // `1.Definitions` has no space, `3.5mm` and `24/7` are no numbers.
    guard next.map({ isSpace($0) || (endsInPoint && $0.properties.isUppercase) }) ?? endsInPoint
    else { return nil }
    let first = start[at...].drop { isSpace($0) }.prefix { !isSpace($0) }
    let isBare = values.count == 1 && !endsInPoint
    if values.count == 1 {
      if months.contains(word(first)) { return nil }
      if isBare, first.first.map({ opens($0) }) != true { return nil }
    }
    return made(
      start, at, of: text, readings: [Reading(form: .dotted, values: values)], isBare: isBare)
  }

  /// At most three digits: a year is no number of a clause.
  private static func digits(
    _ start: [Unicode.Scalar], _ at: Int
  ) -> (value: Int, end: Int)? {
    let digits = start[min(at, start.count)...].prefix { (48...57).contains($0.value) }
    guard (1...3).contains(digits.count) else { return nil }
    return (digits.reduce(0) { 10 * $0 + Int($1.value) - 48 }, at + digits.count)
  }

  /// Whether a title or a sentence may begin with it.
  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || "(\"“„«‘'[".unicodeScalars.contains(scalar)
  }

  private static func word(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters.filter { $0.properties.isAlphabetic })).lowercased()
  }

  private static let months: Set<String> = Set(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier
    février mars avril juin juillet août septembre octobre novembre décembre
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  // MARK: (a)

  private static func marked(_ start: [Unicode.Scalar], of text: String) -> TypedNumber? {
    let opens = start.first == "("
    let inside = start[(opens ? 1 : 0)...].prefix { (0x30...0x7A).contains($0.value) && isWord($0) }
    guard (1...6).contains(inside.count), inside.endIndex < start.count else { return nil }
    let mark: Mark
    switch start[inside.endIndex] {
    case ")": mark = opens ? .both : .closing
    case "." where !opens: mark = .point
    default: return nil
    }
    let end = inside.endIndex + 1
    // `(a)The` and `vii.The`: wide numbers touch the words behind them.
    let touches = mark == .both || mark == .point && inside.count > 1
    guard end == start.count || isSpace(start[end]) || touches && start[end].properties.isUppercase
    else { return nil }
    return made(start, end, of: text, readings: readings(inside, mark))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
  }

  private static func readings(_ inside: ArraySlice<Unicode.Scalar>, _ mark: Mark) -> [Reading] {
    if let (value, end) = digits(Array(inside), 0) {
      // `4.` is dotted.
      return end == inside.count && mark != .point
        ? [Reading(form: .digits(mark), values: [value])] : []
    }
    let isUpper = inside.allSatisfy { $0.properties.isUppercase }
    guard isUpper || inside.allSatisfy({ $0.properties.isLowercase }) else { return [] }
    let letters = String(String.UnicodeScalarView(inside)).lowercased()
    var readings: [Reading] = []
    if let value = NumberWriting.letter(letters) {
      readings.append(Reading(form: .letter(mark, isUpper: isUpper), values: [value]))
      if letters.count == 2 {
        readings.append(Reading(form: .doubled(mark, isUpper: isUpper), values: [value - 26]))
      }
    }
    if let value = NumberWriting.roman(letters) {
      readings.append(Reading(form: .roman(mark, isUpper: isUpper), values: [value]))
    }
    return readings
  }

  // MARK: Clause 7

  /// The words that number a part of a paper. What has a lower rank holds what has a higher one.
  static let ranks: [String: Int] = [
    "annex": 0, "annexe": 0, "appendix": 0, "attachment": 0, "exhibit": 0, "schedule": 0,
    "anhang": 0, "anlage": 0, "part": 1, "chapter": 1, "module": 1, "teil": 1, "titre": 1,
    "kapitel": 1, "section": 2, "abschnitt": 2, "clause": 3, "article": 3, "artikel": 3, "art.": 3,
    "§": 3, "ziffer": 3,
  ]

  private static func worded(_ start: [Unicode.Scalar], of text: String) -> TypedNumber? {
    let name =
      start.first == "§" ? start[..<1] : start.prefix { $0.properties.isAlphabetic || $0 == "." }
    let word = String(String.UnicodeScalarView(name)).lowercased()
    guard ranks[word] != nil, start[0] == "§" || start[0].properties.isUppercase else { return nil }
    var at = start[name.endIndex...].prefix { isSpace($0) }.endIndex
    guard at > name.endIndex || word == "§" else { return nil }
    let figure = start[at...].prefix { isWord($0) || $0 == "." }
    guard let values = values(of: figure) else { return nil }
    at = figure.endIndex
    let behind = start[at...].drop { isSpace($0) }.first
    let ends = behind.map { ":–—-".unicodeScalars.contains($0) } ?? true
    guard
      ends || (start[at...].first.map { isSpace($0) } == true && behind.map { opens($0) } == true)
    else { return nil }
    return made(
      start, at, of: text, readings: [Reading(form: .word(word), values: values)],
      isBare: !ends && figure.last != ".", dropping: ":–—-")
  }

  /// `7`, `7.`, `4.1`, `IV`, `A`
  private static func values(of figure: ArraySlice<Unicode.Scalar>) -> [Int]? {
    let parts = figure.split(separator: ".")
    let numbers = parts.compactMap { part in
      digits(Array(part), 0).flatMap { $0.end == part.count ? $0.value : nil }
    }
    if !parts.isEmpty, numbers.count == parts.count { return numbers }
    guard parts.count == 1, figure.allSatisfy({ $0.properties.isUppercase || $0 == "." }) else {
      return nil
    }
    let letters = String(String.UnicodeScalarView(parts[0])).lowercased()
    return
      (NumberWriting.roman(letters) ?? (parts[0].count == 1 ? NumberWriting.letter(letters) : nil))
      .map { [$0] }
  }
}
