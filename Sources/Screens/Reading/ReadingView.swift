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
    if model.isNearest, let search = model.search {
      lines += StyledLine.wrapped(
        "No passage found with these words: \(search.sought). The nearest, of which nothing is taken unless marked (m, or * for all):",
        width: width, style: .warning, sign: "*")
    }
    if model.cursor > 0 {
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

  /// The row: what it is, what was said of it, what can be said.
  private static func head(
    _ model: ReadingModel, _ file: OpenMatter, width: Int, height: Int
  ) -> [StyledLine] {
    guard let row = model.row else { return [] }
    var head = StyledLine.wrapped(row.label(file.pack), width: width, style: .heading)
    let help = row.ofPack(file.pack)?.help ?? ""
    head += cut(help, width: width, rows: height > 20 ? 6 : height > 12 ? 4 : 1)
    let grade = row.grade(file)
    if !grade.isEmpty {
      var said = "Graded: \(grade)"
      for part in [.flaw, .value, .place, .otherPaper, .quotation] as [Review.Part] {
        if let words = row.said(part, file) { said += " | \(words)" }
      }
      head.append(StyledLine(DisplayText(said).clipped(to: width).text, .emphasis))
    }
    let grades = row.grades(file).enumerated().map { "\($0 + 1) \(ReadingRow.short($1.words))" }
    let choices = StyledLine.wrapped(
      grades.joined(separator: "  ") + "  0 Not known yet", width: width)
    head += height > 12 ? choices : Array(choices.prefix(1))
    head.append(StyledLine(String(repeating: "-", count: width), .dim))
    return head
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
    let found = model.list[number]
    guard let passage = model.shelf[found.place] else { return StyledLine() }
    let paper = model.shelf.papers[found.place.paper]
    var words = model.isReadingOn ? "" : "\(number + 1) of \(model.list.count)  "
    words += passage.place
    if let page = passage.page, !passage.place.hasPrefix("page") { words += "  page \(page)" }
    if !passage.heading.isEmpty, !passage.place.contains(passage.heading.prefix(60)) {
      words += "  \(passage.heading)"
    }
    if model.shelf.papers.count > 1 { words += "  (\(paper.name))" }
    if passage.isProposed { words += "  as proposed" }
    if paper.isRecognised { words += "  recognised from a picture" }
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
    // By the share of the text before it: the start of what is marked, while words are marked its end.
    let isMarking = if case .marking = model.stage { true } else { false }
    let letter = marked.map { isMarking ? $0.upperBound : $0.lowerBound } ?? 0
    let line = letter * all.count / max(1, passage.text.count)
    let first = isMarking ? max(0, line + 2 - room) : line
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
