import PlainText

/// Lines of a paper → its passages: which lines are a paragraph together, which are headings, and the
/// numbers before them.
struct LaidText {
  private let lines: [LaidLine]
  private let joining: LineJoining
  /// The height of most letters.
  private let body: Double
  /// From one line to the next, in heights of a letter, in most paragraphs.
  private let pitch: Double

  /// A paragraph as far as its lines are known.
  struct Paragraph {
    var lines: [LaidLine]
    /// Whether it stands apart from the one before, and not only begins with a number.
    var isApart = true
    /// The lines as one, when all are known.
    var text = ""
  }

  static func passages(_ lines: [LaidLine]) throws(PaperFault) -> [ReadPassage] {
    let laid = LaidText(lines)
    var paragraphs = laid.paragraphs()
    guard paragraphs.count <= PaperLimits.paragraphs else { throw .tooManyPassages }
    for index in paragraphs.indices {
      paragraphs[index].text = laid.joining.joined(paragraphs[index].lines.map(\.text))
    }
    paragraphs = withSentencesWhole(paragraphs).filter { !$0.text.isEmpty }
    return LaidHeadings.passages(paragraphs, body: laid.body)
  }

  private init(_ lines: [LaidLine]) {
    self.lines = lines
    joining = LineJoining(lines)
    var heights: [Int: Int] = [:]
    var pitches: [Int: Int] = [:]
    for (line, next) in zip(lines, lines.dropFirst()) {
      heights[Int((line.height * 4).rounded()), default: 0] += line.text.utf8.count
      guard line.block == next.block, line.page == next.page, next.top > line.top else { continue }
      pitches[Int(((next.top - line.top) / line.height * 20).rounded()), default: 0] += 1
    }
    body = heights.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) / 4 } ?? 1
    pitch =
      pitches.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) / 20 } ?? 1.2
  }

  // MARK: Paragraphs

  private func paragraphs() -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var sequence = NumberSequence()
    var open: Open?
    for line in lines {
      let number = TypedNumber.split(line.text)
      guard let last = open else {
        _ = number.flatMap { sequence.follow($0, indent: Int(line.left / line.letter)) }
        paragraphs.append(Paragraph(lines: [line]))
        open = Open(line)
        continue
      }
      var trial = sequence
      let isNumbered =
        number.map { number in
          mayBegin(line, after: last)
            && trial.follow(number, indent: Int(line.left / line.letter)) != nil
        } ?? false
      if isNumbered { sequence = trial }
      let begins = begins(line, after: last)
      if isNumbered || begins {
        paragraphs.append(
          Paragraph(lines: [line], isApart: begins && !isElsewhere(line, last.before)))
        open = Open(line)
      } else {
        paragraphs[paragraphs.count - 1].lines.append(line)
        open?.add(line)
      }
    }
    return paragraphs
  }

  /// What of the paragraph before a line says whether it goes on.
  private struct Open {
    let first: LaidLine
    private(set) var before: LaidLine
    private(set) var count = 1
    /// Of a heading no more is needed.
    private(set) var words: String

    init(_ line: LaidLine) {
      (first, before, words) = (line, line, line.text)
    }

    mutating func add(_ line: LaidLine) {
      before = line
      count += 1
      if words.utf8.count < 250 { words += " " + line.text }
    }
  }

  /// Whether a number at a line's start can be one: `(b)` in the middle of a sentence comes to stand
  /// there by chance.
  private func mayBegin(_ line: LaidLine, after last: Open) -> Bool {
    let before = last.before
    if refers(before, to: line) { return false }
    if isApart(line, before) || isShort(before, line) { return true }
    // Below the words behind a hanging number no other number begins.
    if last.first.left < before.left - line.letter, abs(line.left - before.left) < line.letter {
      return false
    }
    if endsSentence(before.text) { return true }
    let words = before.text.lowercased()
    let goesOn = [";", ",", "; and", "; or", ", and", ", or", "and/or"].contains {
      words.hasSuffix($0)
    }
    // Hanging: numbers stand further left than the words behind them.
    if last.count > 1 {
      return line.left < before.left - line.letter
        || goesOn && line.left > before.left + line.letter
    }
    return goesOn
      || TypedNumber.split(before.text) == nil && line.left > before.left + 2 * line.letter
  }

  /// “as Section⏎4.1 says”
  private func refers(_ before: LaidLine, to line: LaidLine) -> Bool {
    guard let start = line.text.first, start.isNumber || start == "(" else { return false }
    let words = before.text.suffix(40).lowercased().split(separator: " ").suffix(2)
    guard let last = words.last else { return false }
    return Self.referring.contains(String(last))
      || ["and", "or", "to", "und", "bis", "et"].contains(last)
        && words.first?.last?.isNumber == true
  }

  /// What stands before a number that is only referred to.
  private static let referring: Set<String> = Set(
    """
    section sections clause clauses article articles annex annexes schedule schedules paragraph
    paragraphs exhibit appendix part no. art. arts. nr. abs. artikel abschnitt ziffer anlage anhang
    absatz § §§ buchstabe lit. annexe paragraphe
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The paragraphs, with those put back to the one before that only go on with it: `(i) … (ii) …` in the
  /// middle of a sentence.
  private static func withSentencesWhole(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var result: [Paragraph] = []
    for one in paragraphs {
      if !one.isApart, !result.isEmpty, isInSentence(one.text) {
        result[result.count - 1].text += " " + one.text
        result[result.count - 1].lines += one.lines
      } else {
        result.append(one)
      }
    }
    return result
  }

  /// `(i) to the extent …, (ii) as …`
  private static func isInSentence(_ text: String) -> Bool {
    for (first, second) in [
      ("(i) ", " (ii) "), ("(a) ", " (b) "), ("(1) ", " (2) "), ("(A) ", " (B) "),
    ]
    where text.hasPrefix(first) {
      guard let next = text.firstRange(of: second) else { return false }
      return [";", ",", " and", " or"].contains { text[..<next.lowerBound].hasSuffix($0) }
    }
    return false
  }

  /// Whether a line without a number begins a paragraph.
  private func begins(_ line: LaidLine, after last: Open) -> Bool {
    let (first, before) = (last.first, last.before)
    if Self.isBullet(line.text[...]) { return true }
    let ratio = line.height / before.height
    if ratio > 1.12 || ratio < 0.89 { return true }
    let isHeading = LaidHeadings.isCapital(last.words) && LaidHeadings.looksLikeOne(last.words)
    if isElsewhere(line, before) {
      return isHeading || !goesOnElsewhere(line, after: before, first)
    }
    if isApart(line, before) { return true }
    if isPartedWord(before.text, line.text) || refers(before, to: line) { return false }
    if isHeading { return !LaidHeadings.isCapital(line.text) }
    if endsSentence(before.text), Self.isTerm(line.text) { return true }
    if isShort(before, line) { return true }
    if LaidText.isLabel(line.text), LaidText.isLabel(first.text) { return true }
    // What is indented, or goes back, behind the end of a sentence.
    let indent = line.left - before.left
    if endsSentence(before.text), abs(indent) > 1.5 * line.letter {
      return indent > 0 || last.count > 1
    }
    return false
  }

  /// Whether a line is the first of a page or a column.
  private func isElsewhere(_ line: LaidLine, _ before: LaidLine) -> Bool {
    line.page != before.page || line.top < before.top - before.height * 3
  }

  /// Whether more room than usual stands between two lines of a page.
  private func isApart(_ line: LaidLine, _ before: LaidLine) -> Bool {
    guard !isElsewhere(line, before) else { return false }
    let step = (line.top - before.top) / before.height
    // Beside each other, as cells of a table are.
    if step < 0.4 { return line.left > before.right || line.right < before.left }
    return line.height == 1 ? step > 1 : step > max(pitch, 1) * 1.28
  }

  /// Whether a sentence goes on at the top of the next column or page.
  private func goesOnElsewhere(
    _ line: LaidLine, after before: LaidLine, _ first: LaidLine
  ) -> Bool {
    guard let start = line.text.first else { return false }
    if endsSentence(before.text) {
      // In text that is set to the right edge a last line hardly ever reaches it.
      return before.height != 1 && before.block == first.block && before.top > first.top
        && before.right > before.edge - 0.6 && first.right > first.edge - 0.6
        && before.text.last != ":"
    }
    if start.isLowercase || before.text.hasSuffix(",") { return true }
    return !isShort(before, line)
      && (before.block == first.block && before.top > first.top || before.text.count > 45)
  }

  /// Whether a line ends long before the others do, so that the next word was meant to stand below.
  private func isShort(_ before: LaidLine, _ line: LaidLine) -> Bool {
    let last = before.text.lastIndex(of: " ").map { before.text[before.text.index(after: $0)...] }
    if before.text.hasSuffix(",") || Self.leading.contains(String(last ?? "")) { return false }
    let word = line.text.prefix { !$0.isWhitespace }.count
    let share = Double(word) / Double(max(line.text.count, 1))
    let needed = share * (line.right - line.left) + before.letter
    let room = before.edge - before.right
    let isEnd = endsSentence(before.text) && line.text.first?.isLowercase != true
    return room > needed + (before.edge - before.left) * (isEnd ? 0.06 : 0.12)
  }

  /// Words that no paragraph ends with.
  private static let leading: Set<String> = Set(
    """
    of the a an and or to in by for with that its any as from on at under such this these which der die
    das und oder von zu des dem den mit de la le les et ou du des à
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private func isPartedWord(_ before: String, _ text: String) -> Bool {
    guard let last = before.last, last == "-" || last == "\u{AD}" else { return false }
    return before.dropLast().last?.isLetter == true && text.first?.isLetter == true
  }

  private func endsSentence(_ text: String) -> Bool {
    let end = text.reversed().first { !"\"”’»)]\u{AD} ".contains($0) }
    return end.map { ".!?:".contains($0) } ?? false
  }

  // MARK: What a line begins with

  /// `• words`, `– words`
  static func isBullet(_ text: Substring) -> Bool {
    guard let first = text.first, "•●○◦▪■□‣⁃·–—-*\u{F0B7}\u{F0A7}o➢✓".contains(first) else {
      return false
    }
    return text.count == 1 ? first != "o" : text.dropFirst().first?.isWhitespace ?? false
  }

  /// `“Affiliate” means`
  private static func isTerm(_ text: String) -> Bool {
    guard let first = text.first, "\"“„«".contains(first) else { return false }
    return text.dropFirst().prefix(60).contains { "\"”“»".contains($0) }
  }

  /// `Name: words`
  static func isLabel(_ text: String) -> Bool {
    guard text.first?.isUppercase == true, let colon = text.prefix(70).firstIndex(of: ":") else {
      return false
    }
    let behind = text[text.index(after: colon)...]
    return behind.isEmpty || behind.first?.isWhitespace == true
  }
}
