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
  var sentences: [String] = []
  /// Reasons that were noted on answers before, by bar.
  var noted: [Int: String] = [:]
  private(set) var formats: [PublishFormat] = [.docx, .pdf]
  /// The path of a private key; empty: the copy is not signed.
  private(set) var key = ""
  private(set) var documents: [String] = []
  private(set) var cursor = 0
  var rows: [StyledLine] = []
  var after: [StyledLine] = []
  var scroll = RowScroll()

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
  var count: Int { bars.isEmpty ? FinalModel.offered.count + 1 : bars.count }

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
}
