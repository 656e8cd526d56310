import Canvas
import PackModel
import PlainText

/// How the passages look: the one in hand whole, those around it in a line or two.
struct ReadingView: Sendable {
  private(set) var head: [StyledLine] = []
  private(set) var lines: [StyledLine] = []
  /// The line at which the passage in hand begins.
  private(set) var inHand: Int?

  init() {}

  /// - Parameter height: the rows that the passages have.
  init(_ model: ReadingModel, _ file: OpenMatter, width: Int, height: Int) {
    head = ReadingView.head(model, file, width: width, height: height)
    let room = max(3, height - head.count)
    guard model.inHand != nil else {
      lines = ReadingView.nothing(model, width: width)
      return
    }
    let around = model.isReadingOn ? 4 : 2
    let isLow = height <= ReadingView.low
    lines += ReadingView.remark(model, width: width).prefix(isLow ? 2 : 3)
    if model.cursor > 0, !isLow {
      lines += passage(model, model.cursor - 1, width: width, rows: 1)
    }
    inHand = lines.count
    lines += whole(model, width: width, height: room - lines.count)
    var next = model.cursor + 1
    while lines.count < room, next < model.list.count {
      lines += passage(model, next, width: width, rows: around)
      next += 1
    }
    lines = Array(lines.prefix(room))
  }

  /// Up to so many rows, only what cannot be left out is shown.
  private static let low = 12

  /// What is to be known of the list as a whole.
  private static func remark(_ model: ReadingModel, width: Int) -> [StyledLine] {
    guard let search = model.search, !model.isReadingOn else { return [] }
    if let watch = model.watch {
      return StyledLine.wrapped(
        model.watchTitle(watch, search), width: width, style: .heading, sign: "*")
    }
    guard model.isNearest else { return [] }
    return StyledLine.wrapped(
      "No passage found with these words: \(search.sought). The nearest, of which nothing is taken unless marked (m, or * for all):",
      width: width, style: .warning, sign: "*")
  }

  /// The row: what it is, what was said of it, what can be said.
  private static func head(
    _ model: ReadingModel, _ file: OpenMatter, width: Int, height: Int
  ) -> [StyledLine] {
    guard let row = model.row else { return [] }
    let isLow = height <= low
    var head = StyledLine.wrapped(row.label(file.pack), width: width, style: .heading)
    if isLow { head = Array(head.prefix(1)) }
    let help = row.ofPack(file.pack)?.help ?? ""
    // The traps stand at the end of the help: where there is room for it all, all of it is shown.
    if !isLow { head += cut(help, width: width, rows: height >= 16 ? 6 : 4) }
    let grade = row.grade(file)
    if !grade.isEmpty {
      var said = "Graded: \(ReadingRow.short(grade))"
      for part in [.flaw, .value, .place, .otherPaper, .quotation] as [Review.Part] {
        if let words = row.said(part, file) { said += " | \(words)" }
      }
      head.append(StyledLine(DisplayText(said).clipped(to: width).text, .emphasis))
    }
    let grades = model.offered.enumerated().map { number, grade in
      "\(number + 1) \(ReadingRow.short(grade.words))"
    }
    head += rows(of: grades + ["0 Not known yet"], width: width)
    if !isLow { head.append(StyledLine(String(repeating: "-", count: width), .dim)) }
    return head
  }

  /// Words side by side, as many in a row as it holds: none comes apart at its end.
  static func rows(of words: [String], width: Int) -> [StyledLine] {
    var rows: [String] = []
    for word in words {
      if let last = rows.last, CellWidth.of(last) + 2 + CellWidth.of(word) <= width {
        rows[rows.count - 1] = last + "  " + word
      } else {
        rows.append(word)
      }
    }
    return rows.map { StyledLine(DisplayText($0).clipped(to: width).text) }
  }

  /// So many rows of a text; that there is more is seen.
  private static func cut(_ text: String, width: Int, rows: Int) -> [StyledLine] {
    let all = StyledLine.wrapped(text, width: width, style: .dim)
    guard all.count > rows else { return all }
    let last = DisplayText(all[rows - 1].text).clipped(to: width - 2).text
    return all.prefix(rows - 1) + [StyledLine("\(last) …", .dim)]
  }

  /// What is said where no passage is in hand.
  private static func nothing(_ model: ReadingModel, width: Int) -> [StyledLine] {
    if model.shelf.papers.isEmpty {
      return StyledLine.wrapped(
        model.isRead
          ? "There is no paper in this matter yet. a adds one: DOCX, PDF, HTML, ODT, Markdown or text. Rows can be graded without."
          : "Reading the papers.", width: width)
    }
    let sought = model.search.map { $0.sought.isEmpty ? "" : ": \($0.sought)" } ?? ""
    return StyledLine.wrapped(
      "No passage found with these words\(sought). / looks for others, r reads the paper.",
      width: width, style: .warning, sign: "*")
  }

  /// Where a passage stands, in a line.
  private func title(_ model: ReadingModel, _ number: Int, width: Int) -> StyledLine {
    var words = model.isReadingOn ? "" : "\(number + 1) of \(model.list.count)  "
    words += ShelfPassage.title(model.list[number].place, of: model.shelf)
    return StyledLine("  " + DisplayText(words).clipped(to: max(4, width - 2)).text, .dim)
  }

  private func passage(
    _ model: ReadingModel, _ number: Int, width: Int, rows: Int
  ) -> [StyledLine] {
    guard let passage = model.shelf[model.list[number].place] else { return [] }
    let all = StyledLine.wrapped(
      ReadingView.pieces(passage.text, matches: model.list[number].matches, marked: nil),
      width: width - 4)
    let shown = all.prefix(rows).map { StyledLine("    ").adding($0) }
    return [title(model, number, width: width)] + shown
  }

  /// The passage in hand, as far as there is room; the end of what is marked is in view.
  private func whole(_ model: ReadingModel, width: Int, height: Int) -> [StyledLine] {
    guard let found = model.inHand, let passage = model.shelf[found.place] else { return [] }
    let marked = model.marks?.range
    let all = StyledLine.wrapped(
      ReadingView.pieces(passage.text, matches: found.matches, marked: marked), width: width - 4
    )
    .map { StyledLine("    ").adding($0) }
    let room = max(1, height - 1)
    guard all.count > room else { return [title(model, model.cursor, width: width)] + all }
    // The start of what is marked is in view; while words are marked, the end that moves.
    let isEnd = if case .marking = model.stage { model.marks?.moving == .end } else { false }
    let line = all.firstIndex { $0.holds(isEnd ? "]" : "[") } ?? 0
    let first = isEnd ? max(0, line + 1 - room) : line
    let start = min(first, all.count - room)
    return [title(model, model.cursor, width: width)] + all[start..<(start + room)]
  }

  /// The words that were found stand out; those that would be quoted stand in brackets.
  static func pieces(
    _ text: String, matches: [Range<Int>], marked: Range<Int>?
  ) -> [StyledLine.Piece] {
    var pieces: [StyledLine.Piece] = []
    var run = ""
    var style: Style = .normal
    func end() {
      if !run.isEmpty { pieces.append(.init(text: run, style: style)) }
      run = ""
    }
    for (at, letter) in text.enumerated() {
      if at == marked?.lowerBound { turn(to: .marker, "[") }
      if at == marked?.upperBound { turn(to: .marker, "]") }
      let wanted: Style = matches.contains { $0.contains(at) } ? .emphasis : .normal
      if wanted != style {
        end()
        style = wanted
      }
      run.append(letter)
    }
    if text.count == marked?.upperBound { turn(to: .marker, "]") }
    end()
    return pieces

    func turn(to sign: Style, _ mark: String) {
      end()
      pieces.append(.init(text: mark, style: sign))
    }
  }
}

extension StyledLine {
  /// Whether a bracket of the words in hand stands in it.
  fileprivate func holds(_ bracket: String) -> Bool {
    pieces.contains { $0.style == .marker && $0.text.contains(bracket) }
  }
}
