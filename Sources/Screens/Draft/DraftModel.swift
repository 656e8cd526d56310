import Canvas
import Documents
import Interview
import PackModel

package enum DraftMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// To the section before or after.
  case section(Int)
  /// To the next blank.
  case nextBlank
  /// To the first question that wrote the sentence, or to one of them by its number.
  case carryOn
  case pick(Int)
  case close
}

extension DraftMessage: ScreenAction {}

/// The whole draft, to walk in sentence by sentence; a key goes from each to its question.
package struct DraftModel: ScreenModel {
  private(set) var sentences: [DraftText.Sentence] = []
  private(set) var cursor = 0
  /// The questions that wrote the sentence in hand.
  private(set) var origins: [ScreenLocation] = []
  private(set) var about: [StyledLine] = []
  private var blanks = ""
  private var rows: [Row] = []
  private var scroll = RowScroll()
  private var width = 0

  /// A row and the sentence that it belongs to; nil between paragraphs.
  private struct Row: Sendable {
    let sentence: Int?
    let isFirst: Bool
    let strip: StyledLine
  }

  init() {}

  /// Opens the draft at the first sentence that a question wrote or is missing in.
  init(_ shared: Shared, at slot: Slot) {
    read(shared)
    if let file = shared.file {
      let key = file.key(slot)
      let decided = file.pack.clausesDecided(by: slot.question)
      cursor =
        sentences.firstIndex { !$0.sumsUp && $0.sources.contains(key) }
        ?? sentences.firstIndex { $0.sources.contains(key) }
        ?? sentences.firstIndex { $0.sources.contains { $0.linkId == key.linkId } }
        ?? sentences.firstIndex { $0.clause.map(decided.contains) ?? false } ?? 0
    }
    layOut(shared)
  }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    shared.file?.settleDraft()
    self = DraftModel(shared, at: visit.slot)
  }

  mutating func answersChanged(_ shared: inout Shared) {
    shared.file?.settleDraft()
    read(shared)
    layOut(shared)
  }

  private mutating func read(_ shared: Shared) {
    guard let document = shared.file?.document else { return }
    sentences = DraftText(document).sentences
    blanks = shared.file.map { BlankCount(document, $0).words } ?? ""
    cursor = min(cursor, max(0, sentences.count - 1))
    width = 0
  }

  mutating func point(at sentence: Int, _ shared: Shared) {
    guard sentences.indices.contains(sentence) else { return }
    cursor = sentence
    layOut(shared)
  }

  mutating func update(_ message: DraftMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let move):
      cursor = cursor.moved(move, count: sentences.count, page: max(1, shared.size.rows / 3))
    case .section(let by):
      let headings = sentences.indices.filter { sentences[$0].isHeading }
      let next = by > 0 ? headings.first { $0 > cursor } : headings.last { $0 < cursor }
      cursor = next ?? cursor
    case .nextBlank:
      let all = sentences.indices.filter { number in
        sentences[number].pieces.contains { $0.style.role == .blank }
      }
      guard let next = all.first(where: { $0 > cursor }) ?? all.first else {
        shared.notice = Notice("No blank is left in the draft.")
        return []
      }
      cursor = next
    case .carryOn: return go(to: 0, &shared)
    case .pick(let number): return go(to: number, &shared)
    case .close: return .turn(.back)
    }
    return []
  }

  private func go(to number: Int, _ shared: inout Shared) -> Response {
    guard origins.indices.contains(number) else {
      shared.notice = Notice(
        origins.isEmpty ? "No answer changes this sentence." : "There is no such question.")
      return []
    }
    return .turn(.question(origins[number], from: nil))
  }

  // MARK: Looks

  var takesRows: Bool { true }

  private func area(_ shared: Shared) -> (text: Rect, about: Rect) {
    let area = shared.panes.text
    let (text, about) = area.splitBottom(area.height < 12 ? 2 : 4)
    return (text, about)
  }

  mutating func layOut(_ shared: Shared) {
    guard let file = shared.file else { return }
    let (text, below) = area(shared)
    let room = min(text.width - 2, 96)
    if width != room {
      width = room
      rows = []
      for (number, sentence) in sentences.enumerated() {
        for (line, strip) in sentence.strips(width: room).enumerated() {
          rows.append(Row(sentence: number, isFirst: line == 0, strip: strip))
        }
        if sentence.endsParagraph {
          rows.append(Row(sentence: nil, isFirst: false, strip: StyledLine()))
        }
      }
    }
    if let first = rows.firstIndex(where: { $0.sentence == cursor }) {
      let last = rows.lastIndex { $0.sentence == cursor } ?? first
      scroll.follow(row: last, count: rows.count, height: text.height)
      scroll.follow(row: first, count: rows.count, height: text.height)
    }
    describe(file, width: below.width, height: below.height - 1)
  }

  /// What the sentence in hand comes from.
  private mutating func describe(_ file: OpenMatter, width: Int, height: Int) {
    guard sentences.indices.contains(cursor) else {
      origins = []
      about = []
      return
    }
    origins = Array(sentences[cursor].origins(in: file).prefix(9))
    let names = origins.enumerated().map { number, place in
      "\(number + 1) \(file.name(file.key(place.slot)))"
    }
    var text =
      names.isEmpty
      ? "No answer changes this sentence." : "Enter goes to: \(names.joined(separator: "; "))."
    if let clause = sentences[cursor].clause.flatMap(file.pack.clause) {
      let sources = file.pack.clauses[clause].authority.compactMap {
        file.pack.authority($0)?.citation
      }
      if !sources.isEmpty { text += " It rests on \(sources.joined(separator: "; "))." }
    }
    about = Array(
      StyledLine.wrapped(text, width: max(8, width), style: .dim).prefix(max(1, height)))
  }

  func keys(_ shared: Shared) -> KeyTable {
    let digits = (1...9).compactMap { number in
      String(number).first.map {
        KeyBinding([.character($0)], .draft(.pick(number - 1)), "To question \(number) of these")
      }
    }
    return KeyTable(
      [
        .init(
          [.enter], .draft(.carryOn), "To the question that wrote this sentence", bar: "question",
          rank: 1),
        .init(
          [.character("b"), .tab], .draft(.nextBlank), "The next blank", bar: "blank", rank: 2),
        .init(
          [.character("["), .alt(.up)], .draft(.section(-1)), "The section before"),
        .init(
          [.character("]"), .alt(.down)], .draft(.section(1)), "The next section", bar: "section",
          rank: 3),
        .init([.character("/"), .alt("/")], .turnTo(.search), "Search", bar: "search", rank: 4),
        .init(
          [.escape, .shift(.tab), .alt(.left), .ctrl("r")], .draft(.close), "Back", bar: "back",
          rank: 5),
        .init([.character("g"), .ctrl("g")], .turnTo(.goTo), "Go to a question or step"),
        .init([.ctrl("z"), .alt("u")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init([.function(1), .character("?")], .help, "This list"),
      ] + CommonKeys.hits(letters: true) + digits + CommonKeys.scrolling { .draft(.list($0)) }
        + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Draft - \(file.title)", file.saved, in: panes.title, &frame)
    if let progress = panes.progress {
      frame.put(blanks, at: Point(x: 1, y: progress.y), style: .dim)
      frame.putRule(at: Point(x: 0, y: progress.y + 1), width: shared.size.columns)
    }
    let (text, below) = area(shared)
    frame.caret = text.origin
    if sentences.isEmpty { frame.put("There is no draft yet.", at: text.origin, within: text) }
    for (number, row) in rows.dropFirst(scroll.first).prefix(text.height).enumerated() {
      let y = text.y + number
      if row.sentence == cursor, row.isFirst {
        Chrome.marker(at: Point(x: text.x, y: y), in: text, &frame)
      }
      frame.put(row.strip, at: Point(x: text.x + 2, y: y), within: text)
    }
    frame.putRule(at: Point(x: 0, y: below.y), width: shared.size.columns)
    for (number, strip) in about.enumerated() {
      frame.put(strip, at: Point(x: below.x, y: below.y + 1 + number), within: below)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}
