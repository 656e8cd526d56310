import PlainText

/// A text in Markdown as a paper. Its lists may be numbered by its marks or by numbers that were typed.
package struct MarkdownPaper {
  private var found: [OfficePassage] = []
  private var title: String?
  private var paragraph: (lines: [String], indent: Int, number: String?) = ([], 0, nil)
  private var lists: [(indent: Int, typed: String, count: Int)] = []
  /// How many lists have begun outside all others.
  private var countOfLists = 0
  private var headingLevel = 0

  package static func read(_ text: String) throws(PaperFault) -> Paper {
    guard text.utf8.count <= PaperLimits.paperText else { throw .tooLongText }
    var paper = MarkdownPaper()
    try paper.read(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
    return Paper(
      format: .markdown, title: paper.title,
      read: ReadHeadings.settled(paper.found))
  }

  private mutating func read(_ lines: [Substring]) throws(PaperFault) {
    var at = frontMatter(lines)
    while at < lines.count {
      guard found.count <= PaperLimits.paragraphs else { throw .tooManyPassages }
      var line = lines[at].drop { $0 == "\u{FEFF}" }
      at += 1
      while line.trimmed.first == ">" { line = line.trimmed.dropFirst() }
      let words = line.trimmed
      if words.isEmpty {
        flush()
      } else if let fence = Self.fence(words) {
        flush()
        while at < lines.count, !lines[at].trimmed.hasPrefix(fence) {
          if lines[at].trimmed.isEmpty { flush() } else { add(lines[at].trimmed, as: nil) }
          at += 1
        }
        at += 1
        flush()
      } else if words.hasPrefix("<!--") {
        while at <= lines.count, !lines[at - 1].contains("-->") { at += 1 }
      } else if at < lines.count, words.contains("|"), MarkdownTables.isRule(lines[at]) {
        flush()
        cells(words)
        at += 1
        while at < lines.count, lines[at].contains("|") {
          cells(lines[at].trimmed)
          at += 1
        }
      } else {
        self.line(line, words)
      }
    }
    flush()
  }

  private mutating func line(_ line: Substring, _ words: Substring) {
    let level = words.prefix { $0 == "#" }.count
    if (1...6).contains(level), words.dropFirst(level).first.map(\.isWhitespace) ?? true {
      flush()
      return heading(words.dropFirst(level).trimmed, level: level)
    }
    if words.allSatisfy({ $0 == "=" }) || words.allSatisfy({ $0 == "-" }), !paragraph.lines.isEmpty,
      paragraph.number == nil
    {
      let text = paragraph.lines.joined(separator: " ")
      paragraph = ([], 0, nil)
      return heading(text[...], level: words.first == "=" ? 1 : 2)
    }
    if Self.isRule(words) { return flush() }
    if Self.isDefinition(words) { return }
    let indent = Self.indent(line)
    if let (mark, rest) = Self.item(words) {
      flush()
      paragraph.indent = indent
      paragraph.number = number(mark, indent: indent)
      add(rest, as: nil)
    } else {
      let last = paragraph.lines.last
      let ends =
        last.map { [".", ";", ":", "; and", "; or"].contains(where: $0.hasSuffix) } ?? false
      if ends, TypedNumber.split(MarkdownWords.plain(words.prefix(80))) != nil { flush() }
      add(words, as: indent)
    }
    if line.hasSuffix("  ") || words.hasSuffix("\\") || words.hasSuffix("<br>")
      || words.hasSuffix("<br/>") || words.hasSuffix("<br />")
    {
      flush()
    }
  }

  /// A line of the paragraph that is being read; its first says how far in it stands.
  private mutating func add(_ words: Substring, as indent: Int?) {
    if paragraph.lines.isEmpty, let indent { paragraph.indent = indent }
    paragraph.lines.append(String(words.hasSuffix("\\") ? words.dropLast() : words))
  }

  // MARK: Passages

  private mutating func heading(_ text: Substring, level: Int) {
    var words = text
    while words.last == "#" { words = words.dropLast() }
    let plain = OneLine(MarkdownWords.plain(words)).clean
    guard !plain.isEmpty else { return }
    lists = []
    headingLevel = level
    if level == 1, title == nil { title = plain }
    put(ReadPassage(.heading, level: level, text: plain), indent: nil)
  }

  private mutating func flush() {
    defer { paragraph = ([], 0, nil) }
    let source = paragraph.lines.joined(separator: " ")
    let plain = OneLine(MarkdownWords.plain(source)).clean
    guard !plain.isEmpty else { return }
    if paragraph.number == nil, paragraph.indent == 0 { lists = [] }
    var one = ReadPassage(.text, number: paragraph.number, text: plain)
    let whole = paragraph.number.map { "\($0) \(plain)" } ?? plain
    if LaidHeadings.looksLikeOne(whole) {
      one.kind = .heading
      if TypedNumber.split(whole) == nil { one.level = headingLevel + 1 }
    } else if Self.isBold(source), TypedNumber.split(whole) == nil, LaidHeadings.isTitleBelow(plain)
    {
      one.kind = .heading
      one.level = headingLevel + 1
    }
    put(one, indent: paragraph.indent)
  }

  private mutating func cells(_ line: Substring) {
    for cell in MarkdownTables.cells(line) {
      let text = OneLine(cell).clean
      if !text.isEmpty { put(ReadPassage(.cell, text: text), indent: nil) }
    }
  }

  private mutating func put(_ one: ReadPassage, indent: Int?) {
    found.append(
      OfficePassage(
        read: one, list: one.number == nil ? nil : "list \(countOfLists)",
        depth: max(lists.count - 1, 0),
        indent: indent))
  }

  // MARK: Marks

  private static func indent(_ line: Substring) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  /// `- words`, `3. words`, `3) words`: the mark and the words.
  private static func item(_ words: Substring) -> (mark: Substring, rest: Substring)? {
    guard let end = words.firstIndex(where: \.isWhitespace) else { return nil }
    let mark = words[..<end]
    let rest = words[end...].trimmed
    if mark.count == 1, "-*+•".contains(mark) { return (mark, rest) }
    let digits = mark.dropLast()
    guard mark.count < 5, mark.last == "." || mark.last == ")", !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return (mark, rest)
  }

  /// The number that is printed: where the same is written again and again, pages count on.
  private mutating func number(_ mark: Substring, indent: Int) -> String? {
    while let last = lists.last, last.indent > indent { lists.removeLast() }
    guard let value = Int(mark.dropLast()) else { return nil }
    let typed = String(mark)
    if let last = lists.last, last.indent == indent {
      let count = typed == last.typed ? last.count + 1 : value
      lists[lists.count - 1] = (indent, typed, count)
      return "\(count)\(mark.suffix(1))"
    }
    if lists.isEmpty { countOfLists += 1 }
    lists.append((indent, typed, value))
    return typed
  }

  private static func fence(_ words: Substring) -> String? {
    ["```", "~~~"].first { words.hasPrefix($0) }
  }

  /// `---`, `* * *`
  private static func isRule(_ words: Substring) -> Bool {
    guard let sign = words.first, "-*_".contains(sign) else { return false }
    return words.count > 2 && words.allSatisfy { $0 == sign || $0 == " " }
  }

  /// `[name]: https://…`
  private static func isDefinition(_ words: Substring) -> Bool {
    guard words.first == "[", let end = words.firstRange(of: "]:") else { return false }
    return words[end.upperBound...].trimmed.contains("://")
      && !words[..<end.lowerBound].contains(" ")
  }

  /// `**words**`, perhaps with a full stop behind.
  private static func isBold(_ source: String) -> Bool {
    let words = source.trimmed
    return words.hasPrefix("**") && (words.hasSuffix("**") || words.hasSuffix("**."))
      && !words.dropFirst(2).dropLast(3).contains("**")
  }

  /// Past what stands between lines of hyphens at the very start; its title is the paper's.
  private mutating func frontMatter(_ lines: [Substring]) -> Int {
    guard lines.first?.trimmed == "---",
      let end = lines.dropFirst().prefix(200).firstIndex(where: {
        $0.trimmed == "---"
      })
    else { return 0 }
    for line in lines[1..<end] where line.hasPrefix("title:") {
      title = OneLine(line.dropFirst(6).filter { $0 != "\"" }).clean
    }
    return end + 1
  }
}
