import PlainText

/// Which paragraphs are headings, and how deep they are.
enum LaidHeadings {
  static func passages(_ paragraphs: [LaidText.Paragraph], body: Double) -> [ReadPassage] {
    let levels = levels(paragraphs, body: body)
    var found: [OfficePassage] = []
    for paragraph in paragraphs {
      guard let first = paragraph.lines.first else { continue }
      let isTall = isTall(first, body)
      var one = ReadPassage(.text, text: paragraph.text, page: first.page)
      if let bullet = bulletDropped(paragraph.text) {
        one.text = bullet
      } else if looksLikeOne(paragraph.text)
        || isTall && isShort(paragraph.text, words: 25) && !endsInMark(paragraph.text)
      {
        one.kind = .heading
        // A number says by itself how deep it is.
        if TypedNumber.split(paragraph.text) == nil { one.level = levels[height(first)] ?? 1 }
      }
      found.append(OfficePassage(read: one, indent: Int(first.left / first.letter)))
    }
    return ReadHeadings.settled(found)
  }

  /// Taller letters are higher up.
  private static func levels(
    _ paragraphs: [LaidText.Paragraph], body: Double
  ) -> [Int: Int] {
    var heights: Set<Int> = []
    for paragraph in paragraphs {
      guard let first = paragraph.lines.first, isTall(first, body),
        isShort(paragraph.text, words: 25)
      else { continue }
      heights.insert(height(first))
    }
    var levels: [Int: Int] = [:]
    for (index, height) in heights.sorted(by: >).enumerated() { levels[height] = min(index + 1, 6) }
    return levels
  }

  private static func height(_ line: LaidLine) -> Int { Int(line.height.rounded()) }

  private static func isTall(_ line: LaidLine, _ body: Double) -> Bool {
    line.height > body * 1.12
  }

  private static func bulletDropped(_ text: String) -> String? {
    guard LaidText.isBullet(text[...]), text.count > 1 else { return nil }
    return String(text.dropFirst().trimmed)
  }

  // MARK: By the words alone

  /// Whether it may be a heading by its words: short, without an end mark, in capitals or with a number.
  static func looksLikeOne(_ text: String) -> Bool {
    guard let number = TypedNumber.split(text) else {
      return isCapital(text) && isShort(text, words: 25) && !endsInMark(text)
    }
    for reading in number.readings {
      switch reading.form {
      case .word:
        return isShort(text, words: isCapital(text) ? 30 : 14) && !endsInMark(number.rest)
      case .dotted, .letter(.point, isUpper: true), .roman(.point, isUpper: true):
        if isCapital(number.rest), isShort(text, words: 25) { return !endsInMark(number.rest) }
        guard isShort(text, words: 13),
          number.rest.first?.isUppercase == true
            || number.rest.first?.isNumber == true
        else { return false }
        return !LaidText.isLabel(number.rest)
          && (!endsInMark(number.rest) || isTitle(number.rest))
      default: continue
      }
    }
    return false
  }

  /// Whether all its letters are capitals, one or two of a name apart.
  static func isCapital(_ text: String) -> Bool {
    var (capital, small) = (0, 0)
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase { capital += 1 }
      if scalar.properties.isLowercase { small += 1 }
    }
    return capital > 2 && small * 10 <= capital + small
  }

  private static func isShort(_ text: String, words: Int) -> Bool {
    text.count < 200 && text.count { $0 == " " } < words
  }

  private static func endsInMark(_ text: String) -> Bool {
    text.last.map { ".;,:…".contains($0) } ?? false
  }

  /// Whether words below a number that stands alone are what it is called.
  static func isTitleBelow(_ text: String) -> Bool {
    isShort(text, words: 13) && !endsInMark(text) && text.first?.isUppercase == true
  }

  /// “Roles of the Parties.”: a few words with capitals, and a full stop that ends no sentence.
  private static func isTitle(_ text: String) -> Bool {
    guard text.hasSuffix("."), !text.dropLast().contains(where: { ".;:,".contains($0) }) else {
      return false
    }
    let words = text.split(separator: " ")
    let long = words.filter { $0.count > 4 }
    return words.count < 9
      && long.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
      && words.last?.first?.isUppercase == true
  }
}
