import Canvas
import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText

package enum FinalMessage: Hashable, Sendable {
  case list(ScrollMessage)
  case pick(Int)
  /// Enter: to the question; keeps a reason or a path; writes; on what was written, verifies it.
  case carryOn
  /// Begins the reason for what is in hand.
  case reason
  case toggle
  case text(TextMessage)
  case verify
  case close
}

extension FinalMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}

/// The final copy: what bars it, each with a way to mend it or a reason by name; then how it is
/// written and signed; then that it holds.
package struct FinalModel: ScreenModel {
  enum Stage: Sendable {
    /// What bars it; with none, how it is written.
    case choosing
    case reasoning(FinalBar, LineField)
    /// Where the key lies that signs.
    case naming(LineField)
    case writing
    case done(FinalReport)
  }

  private(set) var stage = Stage.choosing
  /// The line that was closed for the act under way, and comes back where it is refused.
  private var held: Stage?
  private(set) var bars: [FinalBar] = []
  private var sentences: [String] = []
  /// Reasons that were noted on answers before, by bar.
  private var noted: [Int: String] = [:]
  private(set) var formats: [PublishFormat] = [.docx, .pdf]
  /// The path of a private key; empty: the copy is not signed.
  private(set) var key = ""
  private(set) var documents: [String] = []
  private(set) var cursor = 0
  private var rows: [StyledLine] = []
  private var after: [StyledLine] = []
  private var scroll = RowScroll()

  /// What a signed paper can be written as.
  static let offered: [PublishFormat] = [.docx, .pdf, .html, .markdown, .text]

  init() {}

  // MARK: The way

  var sendsToQuestions: Bool { true }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    if !visit.isReturn { (stage, cursor) = (.choosing, 0) }
    refresh(&shared)
  }

  mutating func arrive(_ shared: inout Shared) -> Response {
    if case .choosing = stage { refresh(&shared) }
    return []
  }

  mutating func answersChanged(_ shared: inout Shared) { refresh(&shared) }

  mutating func actIsOver(isKept: Bool) {
    if let held, !isKept { stage = held }
    held = nil
  }

  func holds(_ act: Act, _ shared: Shared) -> Bool {
    guard case .reasoning(let bar, let line) = stage, let file = shared.file else { return false }
    return act.overlaps(file.sheet.giving(line.text, for: bar, file.pack))
  }

  mutating func doAgain(_ shared: inout Shared) -> Response { keepReason(&shared) }

  /// Drafts what would be signed, and says anew what bars it.
  private mutating func refresh(_ shared: inout Shared) {
    shared.file?.settle()
    guard let file = shared.file else { return }
    documents = file.evaluation.documentsForTheOtherSide()
    let settings = DraftSettings(of: file.sheet, standing: .final, matter: file.title)
    let drafts = file.evaluation.draftsForTheOtherSide(file.findings, settings)
    bars = file.evaluation.finalBars(drafts, file.findings)
    sentences = bars.map { file.evaluation.sentence($0) }
    noted = [:]
    let notes = Dictionary(
      file.evaluation.openAnswers().map { ($0.key, $0.note) },
      uniquingKeysWith: { first, _ in first })
    for (number, bar) in bars.enumerated() {
      if case .blank(_, let key?) = bar, let note = notes[key] ?? nil { noted[number] = note }
    }
    cursor = min(cursor, max(0, count - 1))
    layOut(shared)
  }

  /// How many lines can be chosen.
  private var count: Int { bars.isEmpty ? FinalModel.offered.count + 1 : bars.count }

  // MARK: What happens

  mutating func update(_ message: FinalMessage, _ shared: inout Shared) -> Response {
    switch (message, stage) {
    case (.list(let move), .choosing): cursor = cursor.moved(move, count: count, page: 8)
    case (.list, _): break
    case (.pick(let number), .choosing):
      guard (0..<count).contains(number) else { return [] }
      cursor = number
      if bars.isEmpty { toggle(shared) }
    case (.toggle, .choosing): if bars.isEmpty { toggle(shared) }
    case (.reason, .choosing): begin(&shared)
    case (.carryOn, .choosing): return bars.isEmpty ? write(&shared) : go(&shared)
    case (.text(let text), .reasoning(let bar, var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .reasoning(bar, line)
      return keepTyped(line.text, bar, &shared)
    case (.text(let text), .naming(var line)):
      if let said = line.update(text) { shared.notice = Notice(said) }
      stage = .naming(line)
    case (.carryOn, .reasoning): return keepReason(&shared)
    case (.carryOn, .naming(let line)):
      key = String(line.text.trimmed)
      stage = .choosing
    case (.close, .reasoning(let bar, _)):
      let response = keepTyped("", bar, &shared)
      stage = .choosing
      layOut(shared)
      return response
    case (.close, .naming): stage = .choosing
    case (_, .done(let report)) where report.written.isEmpty:
      // Back to how it is to be written.
      stage = .choosing
    case (.verify, .done), (.carryOn, .done): return [.verifyFinal]
    case (.close, _): return .turn(.back)
    default: break
    }
    layOut(shared)
    return []
  }

  private mutating func toggle(_ shared: Shared) {
    guard cursor < FinalModel.offered.count else {
      stage = .naming(LineField(key, width: max(10, shared.size.columns - 6)))
      return
    }
    let format = FinalModel.offered[cursor]
    formats = FinalModel.offered.filter { formats.contains($0) != ($0 == format) }
  }

  private mutating func go(_ shared: inout Shared) -> Response {
    guard bars.indices.contains(cursor), let file = shared.file else { return [] }
    guard let place = places(of: bars[cursor], file).first else {
      shared.notice = Notice("No question of this way fills it; r gives a reason.", .error)
      return []
    }
    return .turn(.question(place, from: .final))
  }

  private func places(of bar: FinalBar, _ file: OpenMatter) -> [ScreenLocation] {
    switch bar {
    case .blank(_, let key): return key.flatMap { file.place($0) }.map { [$0] } ?? []
    case .deviation(let shortfall): return file.place(shortfall.key).map { [$0] } ?? []
    case .critical(let words):
      let entry = FindingEntry.entries(
        of: file.findings.findings(file.pack).filter { $0.id == words.id }, file.evaluation,
        file.findings, DraftSettings(language: file.language)
      ).first
      return entry?.answers(in: file.pack).compactMap { file.place($0) } ?? []
    case .duty(let number):
      let id = file.pack.obligations[number].id
      let clauses = file.pack.clauses.filter { $0.satisfies.contains(id) }
      let members = clauses.flatMap { clause in
        (clause.alternative.map { [$0.subject] } ?? []) + (clause.when?.members ?? [])
      }
      return members.compactMap { member in
        guard case .question(let question) = member else { return nil }
        return file.place(AnswerKey(file.pack.questions[question].linkId))
      }
    }
  }

  private mutating func begin(_ shared: inout Shared) {
    guard bars.indices.contains(cursor), let file = shared.file else { return }
    let bar = bars[cursor]
    guard !file.sheet.giving(" ", for: bar, file.pack).isEmpty else {
      shared.notice = Notice("No reason mends this one: no answer fills that blank.", .error)
      return
    }
    let typed = file.drafts[FinalModel.textKey(bar, file.pack)]
    let width = max(10, shared.size.columns - 6)
    stage = .reasoning(bar, LineField(typed ?? noted[cursor] ?? "", width: width))
  }

  private mutating func keepReason(_ shared: inout Shared) -> Response {
    guard case .reasoning(let bar, let line) = stage, let file = shared.file else { return [] }
    let reason = String(line.text.trimmed)
    guard !reason.isEmpty else {
      shared.notice = Notice("Write why in a few words, or Esc goes back.", .error)
      return []
    }
    shared.file?.putDown(nil, at: FinalModel.textKey(bar, file.pack))
    (held, stage) = (stage, .choosing)
    let why: String? =
      switch bar {
      case .blank: "Left open in the final copy."
      case .critical: "Accepted for the final copy."
      case .duty, .deviation: nil
      }
    return [.append(Act(file.sheet.giving(reason, for: bar, file.pack), why: why))]
  }

  /// Puts the half-typed reason on the desk; an empty one takes it off.
  private func keepTyped(_ text: String, _ bar: FinalBar, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    shared.file?.drafts[FinalModel.textKey(bar, file.pack)] = text.trimmed.isEmpty ? nil : text
    return .keepingTyped
  }

  /// Under which name a reason lies on the desk.
  private static func textKey(_ bar: FinalBar, _ pack: Pack) -> AnswerKey {
    let key: AnswerKey =
      switch bar {
      case .blank(let name, let key): key ?? AnswerKey(name)
      case .deviation(let shortfall): shortfall.key
      case .duty(let number): AnswerKey(pack.obligations[number].id)
      case .critical(let words): AnswerKey(words.id)
      }
    return key.beside("final")
  }

  private mutating func write(_ shared: inout Shared) -> Response {
    guard !documents.isEmpty else {
      shared.notice = Notice("This matter has no paper for signature.", .error)
      return []
    }
    guard !formats.isEmpty else {
      shared.notice = Notice("Choose at least one format: Space marks it.", .error)
      return []
    }
    stage = .writing
    layOut(shared)
    return [.publishFinal(FinalPublication(formats: formats, key: key.isEmpty ? nil : key))]
  }

  mutating func take(_ report: FinalReport, _ shared: inout Shared) {
    if let fault = report.refused.first { shared.notice = Notice(fault, .error) }
    stage = report.written.isEmpty && report.refused.isEmpty ? .choosing : .done(report)
    scroll = RowScroll()
    layOut(shared)
  }

  /// What verifying says of what was written.
  mutating func take(proofs: [String], _ shared: inout Shared) {
    guard case .done(var report) = stage else { return }
    report.proofs = proofs
    stage = .done(report)
    layOut(shared)
  }

  var takesRows: Bool {
    switch stage {
    case .reasoning, .naming: false
    default: true
    }
  }

  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    let width = max(10, shared.panes.text.width)
    rows = head(width)
    after = tail(width)
    let list = list(width)
    scroll.follow(
      row: list.isEmpty ? 0 : rows.count + cursor, count: rows.count + list.count + after.count,
      height: shared.panes.text.height)
  }

  private func head(_ width: Int) -> [StyledLine] {
    switch stage {
    case .writing: return StyledLine.wrapped("Writing the final copy.", width: width)
    case .done(let report): return report.rows(width)
    case .choosing, .reasoning, .naming:
      let text =
        bars.isEmpty
        ? "Nothing stands in the way. All files are written or none, with a manifest as their proof."
        : "\(counted(bars.count, "thing")) \(bars.count == 1 ? "stands" : "stand") in the way of a final copy. Mend each, or give a reason by name."
      return StyledLine.wrapped(text, width: width, style: bars.isEmpty ? .normal : .warning)
        + [StyledLine()]
    }
  }

  /// What the cursor stands in.
  private func list(_ width: Int) -> [StyledLine] {
    switch stage {
    case .writing, .done: []
    case .choosing, .reasoning, .naming:
      lines.enumerated().map { number, line in
        StyledLine("  " + DisplayText("\(number + 1) \(line)").clipped(to: max(8, width - 2)).text)
      }
    }
  }

  /// The lines to choose from, in order.
  var lines: [String] {
    guard bars.isEmpty else { return sentences }
    return FinalModel.offered.map { "\(formats.contains($0) ? "[x]" : "[ ]") \($0.words)" }
      + [key.isEmpty ? "[ ] signed with a key of your own" : "[x] signed with the key \(key)"]
  }

  private func tail(_ width: Int) -> [StyledLine] {
    switch stage {
    case .choosing where bars.indices.contains(cursor):
      var found = [StyledLine()] + StyledLine.wrapped(sentences[cursor], width: width, sign: "*")
      if let note = noted[cursor] {
        found += StyledLine.wrapped("Noted before: \(note)", width: width, style: .dim)
      }
      return found
    case .reasoning(let bar, _):
      let asked =
        switch bar {
        case .blank: "Why may it stay open? The reason stands in the manifest and in the journal."
        case .critical: "Why is the risk taken? The reason stands in memo, manifest and journal."
        case .duty, .deviation: "Why is it so? The reason stands in the memo and in the journal."
        }
      return [StyledLine()] + StyledLine.wrapped(asked, width: width, style: .emphasis)
    case .naming:
      return [StyledLine()]
        + StyledLine.wrapped(
          "Where does the private key lie? art28 key new makes one. Empty: not signed.",
          width: width, style: .emphasis)
    default: return []
    }
  }

  private var field: LineField? {
    switch stage {
    case .reasoning(_, let line), .naming(let line): line
    default: nil
    }
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Final copy - \(file.title)", file.saved, in: panes.title, &frame)
    let area = panes.text
    frame.caret = area.origin
    let (upper, lower) = area.splitBottom(field == nil ? 0 : after.count + 1)
    let list = list(area.width)
    let shown = (rows + list + (field == nil ? after : [])).dropFirst(scroll.first)
    for (number, strip) in shown.prefix(upper.height).enumerated() {
      frame.put(strip, at: Point(x: area.x, y: upper.y + number), within: upper)
    }
    if !list.isEmpty {
      let y = upper.y + rows.count + cursor - scroll.first
      if y < upper.y + upper.height {
        Chrome.marker(at: Point(x: area.x, y: y), in: upper, &frame)
      }
    }
    if let field {
      for (number, strip) in after.enumerated() {
        frame.put(strip, at: Point(x: lower.x, y: lower.y + number), within: lower)
      }
      Chrome.typed(field, at: Point(x: lower.x, y: lower.y + after.count), in: lower, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  // MARK: Keys

  func keys(_ shared: Shared) -> KeyTable {
    let back = KeyBinding(
      [.escape, .shift(.tab), .alt(.left)], .final(.close), "Back", bar: "back", rank: 4)
    let help = KeyBinding([.function(1)], .help, "This list", bar: "keys", rank: 60)
    switch stage {
    case .reasoning, .naming:
      return KeyTable(
        [
          .init([.enter], .final(.carryOn), "Keep it", bar: "keep", rank: 1),
          .init([.escape], .final(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .final(.text($0)) } + CommonKeys.always,
        text: { .final(.text($0)) })
    case .writing: return KeyTable([back, help] + CommonKeys.always)
    case .done(let report) where report.written.isEmpty:
      return KeyTable(
        [.init([.enter], .final(.carryOn), "Choose anew", bar: "choose anew", rank: 1), back, help]
          + CommonKeys.always)
    case .done:
      return KeyTable(
        [
          .init(
            [.enter, .character("v")], .final(.verify), "Verify what was written", bar: "verify",
            rank: 1), back, help,
        ] + CommonKeys.always)
    case .choosing:
      var keys: [KeyBinding] = []
      if bars.isEmpty {
        keys = [
          .init([.enter], .final(.carryOn), "Write the final copy", bar: "write it", rank: 1),
          .init([.space], .final(.toggle), "Choose or leave out this one", bar: "choose", rank: 2),
        ]
        keys += (1...count).prefix(9).compactMap { number in
          String(number).first.map {
            .init([.character($0)], .final(.pick(number - 1)), lines[number - 1])
          }
        }
      } else {
        keys = [
          .init([.enter], .final(.carryOn), "To the question", bar: "to the question", rank: 1),
          .init(
            [.character("r"), .character("l")], .final(.reason),
            "Leave it so, by name and reason", bar: "give a reason", rank: 2),
        ]
      }
      return KeyTable(
        keys + [back, help] + CommonKeys.scrolling { .final(.list($0)) } + CommonKeys.always)
    }
  }
}
