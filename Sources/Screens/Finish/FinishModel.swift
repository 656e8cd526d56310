import Canvas
import Drafting
import Interview
import PackModel

package enum FinishMessage: Hashable, Sendable {
  case list(ScrollMessage)
  case toggle
  case pick(Int)
  /// The same for all files that are asked about.
  case all(HeldFiles.Choice)
  case write
  /// To the final copy.
  case final
  /// Locks the matter with a passphrase, or closes it where it is locked.
  case lock
  case close
}

extension FinishMessage: ScreenAction {}

/// What will be written and as what; then what was written and what comes next.
package struct FinishModel: ScreenModel {
  enum Stage: Hashable, Sendable {
    case choosing
    case writing
    /// Some files are there already, and not as they were written last.
    case asking(HeldFiles)
    case done
  }

  private(set) var stage = Stage.choosing
  private(set) var formats: [PublishFormat] = [.docx, .pdf]
  /// What may be written beside, and the words of what is.
  private(set) var beside: [PaperBeside] = []
  private(set) var chosen: Set<String> = []
  private(set) var cursor = 0
  /// What was written and what not, so far.
  private var report = PublishReport(written: [], missing: [])
  /// Files that the person left as they are.
  private var left: [String] = []
  /// "91 answers open (12 needed): 88 not given, …"; nil where nothing is.
  private var open: String?
  /// Which documents on the disk are older than the answers; nil where none is.
  private var stale: String?
  private var documents: [String] = []
  /// The same in words.
  private var papers = ""
  private var besideRows: [String] = []
  private(set) var rows: [StyledLine] = []
  /// What stands below the list.
  private var after: [StyledLine] = []
  private var scroll = RowScroll()
  private var line = 0

  init() {}

  init(_ shared: Shared) { refresh(shared) }

  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    let writes = file.pack.journeys[file.journey].writes
    documents = wantedDocuments(file.evaluation).filter { writes?.contains($0) ?? true }
    papers = file.language.list(documents.map { $0.replacing("-", with: " ") })
    beside = writes == nil ? PaperBeside.all(file.evaluation) : []
    besideRows = beside.map { $0.words(file.language) }
    let count = OpenCount(file)
    open = count.all > 0 ? count.words : nil
    stale = file.staleWords
    layOut(shared)
  }

  mutating func update(_ message: FinishMessage, _ shared: inout Shared) -> Response {
    let all = PublishFormat.allCases
    switch (message, stage) {
    case (.list(let move), .choosing):
      cursor = cursor.moved(move, count: all.count + beside.count, page: 3)
    case (.list(let move), .asking(let held)):
      cursor = cursor.moved(move, count: held.files.count, page: 3)
    case (.list(let move), _):
      line = line.moved(move, count: max(1, rows.count), page: max(1, shared.size.rows - 8))
    case (.pick(let number), .choosing):
      guard (0..<all.count + beside.count).contains(number) else { return [] }
      cursor = number
      guard number < all.count else {
        chosen.formSymmetricDifference([beside[number - all.count].word])
        return []
      }
      formats = all.filter { formats.contains($0) != ($0 == all[number]) }
    case (.toggle, .choosing): return update(.pick(cursor), &shared)
    case (.toggle, .asking): return update(.pick(cursor), &shared)
    case (.pick(let number), .asking(var held)):
      guard held.files.indices.contains(number) else { return [] }
      cursor = number
      held.turn(number)
      stage = .asking(held)
    case (.all(let choice), .asking(var held)):
      held.choose(choice)
      stage = .asking(held)
    case (.write, .asking(let held)): return place(held, shared)
    case (.close, .asking(var held)):
      held.choose(.leave)
      return place(held, shared)
    case (.write, .choosing):
      guard !formats.isEmpty else {
        shared.notice = Notice("Choose at least one format: Space marks it.", .error)
        return []
      }
      guard wanted != documents || formats != [.xlsx] else {
        shared.notice = Notice(
          "xlsx holds the tables of papers beside: choose one of these too.", .error)
        return []
      }
      stage = .writing
      (report, left) = (PublishReport(written: [], missing: []), [])
      return [.publish(Publication(documents: wanted, formats: formats))]
    case (.write, .done): return .turn(.open(.review))
    case (.final, .choosing), (.final, .done):
      guard let file = shared.file, !file.evaluation.documentsForTheOtherSide().isEmpty else {
        shared.notice = Notice("This way ends with a report; a final copy is of an agreement.")
        return []
      }
      return .turn(.open(.final))
    case (.lock, .choosing), (.lock, .done):
      return .turn(shared.file?.isLocked == true ? .save(then: .closeLocked) : .open(.passphrase))
    case (.close, .done): return .turn(.open(.interview))
    case (.close, _): return .turn(.back)
    case (.write, .writing), (.toggle, _), (.pick, _), (.all, _), (.final, _), (.lock, _): break
    }
    return []
  }

  /// What is written: what is due, then what was chosen beside.
  private var wanted: [String] {
    documents + beside.filter { chosen.contains($0.word) }.flatMap(\.documents)
  }

  /// Writes what was held back as the person wants it.
  private mutating func place(_ held: HeldFiles, _ shared: Shared) -> Response {
    left += held.left
    guard !held.placing.isEmpty else {
      end()
      return []
    }
    stage = .writing
    return [
      .publish(Publication(documents: wanted, formats: formats, placing: held.placing))
    ]
  }

  mutating func take(_ report: PublishReport, _ shared: inout Shared, isInFront: Bool) {
    self.report.written += report.written
    self.report.missing += report.missing.filter { !self.report.missing.contains($0) }
    if report.held.isEmpty {
      end()
    } else {
      stage = .asking(HeldFiles(report.held))
      cursor = 0
      if !isInFront {
        shared.notice = Notice(
          "\(counted(report.held.count, "file")) not written: finish asks what is to become of what is there.",
          .warning)
      }
    }
    layOut(shared)
  }

  private mutating func end() {
    stage = .done
    scroll = RowScroll()
    line = 0
  }

  /// Whether an answer is waited for that must not be lost on the way to another screen.
  var isAsking: Bool { if case .asking = stage { true } else { false } }

  // MARK: The way

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    if !isAsking { self = FinishModel(shared) }
  }

  mutating func answersChanged(_ shared: inout Shared) { refresh(shared) }

  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    let width = max(10, shared.panes.text.width)
    rows = []
    switch stage {
    case .choosing:
      rows += StyledLine.wrapped(
        "Written from what you have said so far: \(papers).", width: width)
      rows += StyledLine.wrapped(
        open.map {
          "Still \($0). Where the text needs one stands a named blank, and the report lists all. That need not stop you."
        } ?? "Nothing is open.",
        width: width, style: open == nil ? .normal : .warning, sign: open == nil ? "" : "?")
      if let stale {
        rows += StyledLine.wrapped(
          "\(stale) Enter writes them anew.", width: width, style: .warning, sign: "!")
      }
      rows += StyledLine.wrapped(
        "They go into the folder “\(folder(shared))” beside the matter.", width: width)
      rows.append(StyledLine())
    case .writing:
      rows = StyledLine.wrapped("Writing. You can leave this page; it goes on.", width: width)
    case .asking(let held): rows = held.rows(width: width)
    case .done: rows = result(width: width)
    }
    let height = shared.panes.text.height
    after = []
    if case .asking(let held) = stage { after = held.reason(for: cursor, width: width) }
    let list = list
    scroll.follow(
      row: list.isEmpty ? line : rows.count + cursor,
      count: rows.count + list.count + after.count, height: height)
  }

  /// What the cursor stands in, below the rows.
  private var list: [StyledLine] {
    switch stage {
    case .choosing: formatRows
    case .asking(let held): held.choiceRows
    case .writing, .done: []
    }
  }

  private var formatRows: [StyledLine] {
    choices.enumerated().map { number, choice in
      StyledLine("  \(choice.isChosen ? "[x]" : "[ ]") \(number + 1) \(choice.words)")
    }
  }

  /// What can be chosen, in order: formats, then papers beside.
  var choices: [(words: String, isChosen: Bool)] {
    PublishFormat.allCases.map { ($0.words, formats.contains($0)) }
      + zip(beside, besideRows).map { ($1, chosen.contains($0.word)) }
  }

  private func folder(_ shared: Shared) -> String {
    let path = shared.file?.path ?? ""
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (name.hasSuffix(".art28") ? String(name.dropLast(6)) : name) + " documents"
  }

  private func result(width: Int) -> [StyledLine] {
    var found: [StyledLine] = []
    if !report.written.isEmpty {
      found += StyledLine.wrapped("Written:", width: width, style: .emphasis)
      for name in report.written { found += StyledLine.wrapped(name, width: width, sign: "+") }
    }
    if !report.missing.isEmpty {
      if !found.isEmpty { found.append(StyledLine()) }
      found += StyledLine.wrapped("Not written:", width: width, style: .emphasis)
      for text in report.missing {
        found += StyledLine.wrapped(text, width: width, style: .error, sign: "!")
      }
    }
    if !left.isEmpty {
      if !found.isEmpty { found.append(StyledLine()) }
      found += StyledLine.wrapped("Left as they were:", width: width, style: .emphasis)
      for name in left { found += StyledLine.wrapped(name, width: width, sign: "-") }
    }
    found.append(StyledLine())
    found += StyledLine.wrapped("What next", width: width, style: .heading)
    for text in next { found += StyledLine.wrapped(text, width: width, sign: "-") }
    return found
  }

  private var next: [String] {
    [
      "Read each paper once as those who must act on it would.",
      "Close the blanks: Enter shows all answers, the open ones first.",
      "Have qualified counsel review it before anybody signs.",
      "f goes on to the final copy: what bars it, signing, and the proof.",
    ]
  }

  private static let finalKey = KeyBinding(
    [.character("f")], .finish(.final), "The final copy: what bars it, signing, proof",
    bar: "final copy", rank: 2)

  private func lockKey(_ shared: Shared) -> KeyBinding {
    let isLocked = shared.file?.isLocked == true
    return KeyBinding(
      [.character("l")], .finish(.lock),
      isLocked
        ? "Close the matter; its passphrase opens it again" : "Lock the matter with a passphrase",
      bar: isLocked ? "close" : "lock", rank: 40)
  }

  func keys(_ shared: Shared) -> KeyTable {
    var keys: [KeyBinding] = []
    switch stage {
    case .choosing:
      keys = [
        .init([.enter], .finish(.write), "Write the files", bar: "write", rank: 1),
        .init(
          [.space], .finish(.toggle), "Choose or leave out this one", bar: "choose", rank: 2),
        FinishModel.finalKey, lockKey(shared),
      ]
      let names = PublishFormat.allCases.map(\.rawValue) + beside.map(\.word)
      keys += names.prefix(9).enumerated().compactMap { number, name in
        String(number + 1).first.map {
          .init([.character($0)], .finish(.pick(number)), name)
        }
      }
    case .asking:
      keys = [
        .init([.enter], .finish(.write), "Write them so", bar: "write", rank: 1),
        .init([.space], .finish(.toggle), "Something else for this file", bar: "change", rank: 2),
      ]
      for choice in HeldFiles.Choice.allCases {
        keys.append(.init([.character(choice.key)], .finish(.all(choice)), choice.forAll))
      }
    case .writing: break
    case .done:
      keys = [
        .init([.enter], .finish(.write), "All answers", bar: "all answers", rank: 1),
        FinishModel.finalKey, lockKey(shared),
      ]
    }
    return KeyTable(
      keys + [
        .init(
          [.escape, .shift(.tab), .alt(.left)], .finish(.close),
          isAsking ? "Leave all as they are" : "Back", bar: isAsking ? "leave all" : "back", rank: 3
        ),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
        .init(
          [.character("g"), .ctrl("g"), .function(4)], .turnTo(.goTo), "Go to a question or step"),
      ] + CommonKeys.scrolling { .finish(.list($0)) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Finish - \(file.title)", file.saved, in: panes.title, &frame)
    let area = panes.text
    frame.caret = area.origin
    let list = list
    let shown = (rows + list + after).dropFirst(scroll.first).prefix(area.height)
    for (number, strip) in shown.enumerated() {
      frame.put(strip, at: Point(x: area.x, y: area.y + number), within: area)
    }
    if !list.isEmpty {
      let y = area.y + rows.count + cursor - scroll.first
      Chrome.marker(at: Point(x: area.x, y: y), in: area, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}

extension PublishFormat {
  /// What it is good for.
  var words: String {
    switch self {
    case .markdown: "Markdown (md)"
    case .text: "plain text (txt)"
    case .html: "a page for the browser (html)"
    case .docx: "Word, live numbering (docx)"
    case .pdf: "PDF (pdf)"
    case .xlsx: "tables of papers beside, as rows (xlsx)"
    }
  }
}
