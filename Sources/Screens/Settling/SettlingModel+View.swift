import Canvas
import Findings
import Interview
import PackModel
import PlainText

/// How two readings look, and their keys.
extension SettlingModel {
  /// How far the two agree, before anything was settled.
  func standing(_ language: Language) -> String {
    guard let readings else { return "" }
    let result = readings.result
    let both = result.agreements.count + result.differences.count
    var words = "\(counted(both, "row")) graded by both, \(result.agreements.count) alike"
    if let kappa = result.kappa.hundredths.map(language.decimal) {
      words += "; Cohen's kappa \(kappa) before settling"
    }
    return words + "."
  }

  /// What is said where no difference is in hand.
  func nothing(_ file: OpenMatter) -> [String] {
    guard let readings else { return ["Reading the other matter."] }
    guard readings.unread.isEmpty else {
      return [
        "Only one of the two has said anything of these rows. Until both have, no grades are shown, so that nobody is led:",
        unread(readings, file).joined(separator: "; "),
      ]
    }
    return [
      readings.settled == 0
        ? "Both grade every row alike." : "Nothing is left to settle: \(readings.settled) settled."
    ]
  }

  private func unread(_ readings: TwoReadings, _ file: OpenMatter) -> [String] {
    let labels = Dictionary(
      ReadingRow.rows(file).map { ($0.key, $0.label(file.pack)) }, uniquingKeysWith: { $1 })
    return readings.unread.map { row in
      DisplayText(labels[row.key] ?? row.path).clipped(to: 40).text
    }
  }

  /// One reading in words: who, grade, reasons, figure; then the words and where they stand.
  func said(_ row: TwoReadings.Row, _ side: TwoReadings.Side, _ file: OpenMatter) -> [String] {
    guard let readings else { return [] }
    func words(_ part: Review.Part) -> String? {
      guard let column = row.columns[part], let value = readings.value(part, row, side) else {
        return nil
      }
      let shown = file.shown(value, column)
      return part == .grade ? ReadingRow.short(shown) : shown
    }
    let grade = [.grade, .flaw, .value, .otherPaper].compactMap(words).joined(separator: " | ")
    let quotation = words(.quotation).map { "“\($0)”" } ?? "No words were quoted."
    let place = words(.place).map { " \($0)" } ?? ""
    return ["\(readings.name(row, side)): \(grade)", quotation + place]
  }

  /// The row in hand as text: what it is, its criteria, both readings, what can be taken.
  private func lines(_ file: OpenMatter, width: Int, height: Int) -> [StyledLine] {
    guard let row, let readings,
      let label = ReadingRow.rows(file).first(where: { $0.key == row.key })
    else { return nothing(file).flatMap { StyledLine.wrapped($0, width: width) } }
    var lines = StyledLine.wrapped(label.label(file.pack), width: width, style: .heading)
    let isLow = height <= 12
    if isLow { lines = Array(lines.prefix(1)) }
    let help = label.ofPack(file.pack)?.help ?? ""
    if !isLow {
      lines += StyledLine.wrapped(help, width: width, style: .dim).prefix(height >= 16 ? 6 : 4)
    }
    for (number, side) in TwoReadings.Side.allCases.enumerated() {
      let words = said(row, side, file)
      lines += StyledLine.wrapped(
        words[0], width: width, style: .emphasis, sign: "\(number + 1)"
      ).prefix(2)
      lines += StyledLine.wrapped(words[1], width: width - 2).prefix(isLow ? 1 : 4)
        .map { StyledLine("  ").adding($0) }
    }
    let others = offers(file).enumerated().compactMap { number, offer -> String? in
      if case .grade(_, let words) = offer { "\(number + 1) \(words)" } else { nil }
    }
    if let first = others.first {
      lines += ReadingView.rows(of: ["Or: \(first)"] + others.dropFirst(), width: width)
    }
    lines += StyledLine.wrapped("Because: \(reason)", width: width, style: .dim).prefix(2)
    lines.append(
      StyledLine(
        "Difference \(at + 1) of \(readings.open.count). \(readings.settled) settled.", .dim))
    return lines
  }

  private func areas(_ shared: Shared) -> (upper: Rect, lower: Rect) {
    let (upper, lower) = shared.panes.text.splitBottom(typing == nil ? 0 : 2)
    return (upper, lower)
  }

  mutating func layOut(_ shared: Shared) {
    guard let file = shared.file else { return }
    let area = areas(shared).upper
    view = lines(file, width: area.width, height: area.height)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Two readings - \(file.title)", file.saved, in: panes.title, &frame)
    Chrome.progress(standing(file.language), panes, &frame)
    let (upper, lower) = areas(shared)
    frame.caret = upper.origin
    for (number, line) in view.prefix(upper.height).enumerated() {
      frame.put(line, at: Point(x: upper.x, y: upper.y + number), within: upper)
    }
    if let typing {
      frame.put(
        StyledLine("Why? It goes into the journal.", .emphasis), at: lower.origin, within: lower)
      Chrome.typed(typing, at: Point(x: lower.x, y: lower.y + 1), in: lower, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  func keys(_ shared: Shared) -> KeyTable {
    guard typing == nil else {
      return KeyTable(
        [
          .init([.enter], .settling(.carryOn), "This reason", bar: "this reason", rank: 1),
          .init([.escape], .settling(.close), "As it was", bar: "as it was", rank: 2),
        ] + CommonKeys.editing { .settling(.text($0)) } + CommonKeys.always,
        text: { .settling(.text($0)) })
    }
    let offered = shared.file.map { file in offers(file).map { self.words($0) } } ?? []
    let picks = offered.prefix(9).enumerated().compactMap { number, words in
      String(number + 1).first.map {
        // The first stands in the bar for all of them: “1 to 4 take”.
        KeyBinding(
          [.character($0)], .settling(.pick(number)), words,
          bar: number == 0 ? "to \(offered.count) take" : nil, rank: 0)
      }
    }
    return KeyTable(
      picks + [
        .init(
          [.tab, .down, .right], .settling(.row(1)), "The next difference", bar: "next", rank: 1),
        .init([.shift(.tab), .up, .left], .settling(.row(-1)), "The difference before"),
        .init(
          [.character("b")], .settling(.reason), "Write the reason that goes into the journal",
          bar: "because", rank: 2),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo what was taken last"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init([.escape, .alt(.left)], .settling(.close), "Back", bar: "back", rank: 3),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.always)
  }

  private func words(_ offer: Offer) -> String {
    switch offer {
    case .reading(.first): "Take the first reading"
    case .reading(.second): "Take the second reading"
    case .grade(_, let words): "Take neither, but: \(words)"
    }
  }

  // MARK: In lines

  func prompt(_ shared: Shared) -> [String] {
    guard let file = shared.file else { return [] }
    if typing != nil { return ["Why? It goes into the journal; back leaves it."] }
    let standing = [standing(file.language)]
    guard let row, let readings,
      let label = ReadingRow.rows(file).first(where: { $0.key == row.key })
    else { return (standing + nothing(file)).filter { !$0.isEmpty } + ["back returns."] }
    var lines =
      standing + ["Difference \(at + 1) of \(readings.open.count): \(label.label(file.pack))"]
    if let help = label.ofPack(file.pack)?.help, !help.isEmpty { lines.append(help) }
    for (number, side) in TwoReadings.Side.allCases.enumerated() {
      lines.append("\(number + 1). " + said(row, side, file).joined(separator: " "))
    }
    for (number, offer) in offers(file).enumerated() {
      if case .grade(_, let words) = offer { lines.append("\(number + 1). Neither: \(words)") }
    }
    lines.append("Because: \(reason)")
    lines.append("Type the number of what is taken; because WHY, next, before, back.")
    return lines
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if let number = line.numbers?.first { return [.settling(.pick(number - 1))] }
    switch line.word {
    case "because":
      return [.settling(.reason), .settling(.text(.replaced(line.rest))), .settling(.carryOn)]
    case "next": return [.settling(.row(1))]
    case "before": return [.settling(.row(-1))]
    case "back": return [.settling(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
