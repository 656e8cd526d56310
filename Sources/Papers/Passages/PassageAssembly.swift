import PlainText

/// Works out what a passage's place is, from the passages before it.
enum PassageAssembly {
  static func passages(_ read: [ReadPassage]) -> [PaperPassage] {
    var headings: [(level: Int, position: Int)] = []
    var numbers: [(level: Int, number: String)] = []
    // What a table counts leads to nothing behind it.
    var outside: [(level: Int, number: String)]?
    var seen: [String: Int] = [:]
    var passages: [PaperPassage] = []
    passages.reserveCapacity(read.count)
    for (position, one) in read.enumerated() {
      let level = min(max(one.level ?? 1, 1), PaperLimits.levels)
      if one.kind == .cell {
        outside = outside ?? numbers
      } else if let before = outside, one.kind != .footnote {
        numbers = before
        outside = nil
      }
      if one.kind == .heading {
        headings.removeAll { $0.level >= level }
        // A heading without a number begins anew: what stands below it is not below the number before.
        numbers.removeAll { one.number == nil || $0.level >= level }
      }
      if let number = one.number {
        // `6. Audits. The vendor …` ends what stands below 5, though it is no heading.
        headings.removeAll { $0.level >= level && read[$0.position].number != nil }
        numbers.removeAll { $0.level >= level }
        numbers.append((level, number))
      }
      // `Schedule 1` may be all that a heading says.
      let hash = PaperWords.hash(one.text.isEmpty ? one.number ?? "" : one.text)
      seen[hash, default: 0] += 1
      let times = seen[hash] ?? 1
      passages.append(
        PaperPassage(
          position: position, read: one,
          citation: one.number == nil && one.kind == .heading
            ? nil : citation(numbers.map(\.number)), headings: headings.map(\.position),
          anchor: times == 1 ? hash : "\(hash)-\(times)"))
      if one.kind == .heading { headings.append((level, position)) }
    }
    return passages
  }

  /// Numbers from the outermost to the innermost as one: `4`, `4.1`, `(a)` is `4.1(a)`. A number that
  /// says the one before it whole takes its place.
  private static func citation(_ numbers: [String]) -> String? {
    var whole = ""
    for number in numbers {
      let bare = trimmed(number)
      guard !bare.isEmpty else { continue }
      if whole.isEmpty || startsAnew(bare, after: whole) {
        whole = bare
      } else if bare.hasPrefix("(") || bare.hasPrefix("[") {
        whole += bare
      } else if bare.contains(where: \.isNumber), whole.last?.isNumber == true, !isOuter(whole) {
        // “Schedule 2.1” would be another schedule.
        whole += "." + bare
      } else {
        whole += "(\(bare))"
      }
    }
    return whole.isEmpty ? nil : whole
  }

  /// Whether a number says where it stands by itself: `4.1` below `4`, or a word with a number.
  private static func startsAnew(_ number: String, after whole: String) -> Bool {
    if number.first?.isLetter == true, number.contains(" ") { return true }
    return number.hasPrefix(whole + ".") || number.hasPrefix(whole + "(")
      || (number.contains(".") && number.first?.isNumber == true)
  }

  /// `Schedule 2`, `Annex I`, `Part A`
  private static func isOuter(_ whole: String) -> Bool {
    let word = whole.prefix { $0 != " " }
    return word.count < whole.count && (TypedNumber.ranks[word.lowercased()] ?? 9) < 2
      && !whole.contains("(")
  }

  private static func trimmed(_ number: String) -> String {
    var bare = Substring(number.unicodeScalars.prefix(PaperLimits.number)).trimmed
    while let last = bare.last, ".:)–-".contains(last) {
      if last == ")", bare.contains("(") { break }
      bare = bare.dropLast()
    }
    return String(bare)
  }
}
