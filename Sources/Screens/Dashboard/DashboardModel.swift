import Canvas
import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText

package enum DashboardMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// Opens a finding by its number.
  case pick(Int)
  case nextFinding
  case open
  /// To the answer that would change the finding.
  case answer
  case edit(FollowUp.Field)
  /// The next status; accepted asks for the reason.
  case nextStatus
  case text(TextMessage)
  case keep
  case close
}

extension DashboardMessage: ScreenAction {}

/// The matrix, the counts and the findings, worst first; a finding with everything about it, and
/// what is done about it.
package struct DashboardModel: ScreenModel {
  enum Mode: Sendable {
    case overview
    /// By the finding's number.
    case finding(Int)
    case editing(Int, FollowUp.Field, LineField)
  }

  /// A row of the overview; `finding` where Enter opens one.
  struct Row: Sendable {
    let strip: StyledLine
    let finding: Int?
  }

  private(set) var mode = Mode.overview
  /// The line that was closed for the act under way, and comes back where it is refused.
  private var held: Mode?
  private(set) var entries: [FindingEntry] = []
  private(set) var verdict = ""
  private(set) var counts = ""
  /// The matrix, and what else the review draws.
  private var pictures: [Picture] = []
  private(set) var rows: [Row] = []
  private(set) var detail: [StyledLine] = []
  private(set) var cursor = 0
  private var top = 0
  private var scroll = RowScroll()

  init() {}

  init(_ shared: Shared) {
    refresh(shared)
    if let first = rows.firstIndex(where: { $0.finding != nil }), first < height(shared) {
      cursor = first
    }
    layOut(shared)
  }

  /// Draws every conclusion anew; the finding in hand stays in hand where it still stands.
  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    let kept = shown.map(\.id)
    let data = ReportData(file.evaluation, file.findings, DraftSettings(language: file.language))
    entries = data.findings
    verdict = data.facts[.verdict]
    pictures = TemplateBlock.Subject.allCases.compactMap { data.pictures[$0] }
    let severities = Severity.allCases.map { severity in
      "\(entries.count { $0.words.severity == severity }) \(severity.rawValue)"
    }
    counts =
      severities.joined(separator: ", ")
      + "; \(counted(file.findings.unmade.count, "check")) not assessed, "
      + OpenCount(file).tally.short
    if let kept {
      if let at = entries.firstIndex(where: { $0.id == kept }) {
        if case .finding = mode { mode = .finding(at) }
      } else {
        mode = .overview
      }
    }
    layOut(shared)
  }

  var sendsToQuestions: Bool { true }

  /// From an answer that was gone to, at the finding where it still stands; else at the first.
  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    shared.file?.settle()
    guard visit.isReturn else {
      self = DashboardModel(shared)
      return
    }
    let before = shown?.id
    refresh(shared)
    if let before, !entries.contains(where: { $0.id == before }) {
      shared.notice = Notice("That finding no longer stands.")
    }
  }

  mutating func arrive(_ shared: inout Shared) -> Response {
    refresh(shared)
    return []
  }

  mutating func answersChanged(_ shared: inout Shared) {
    shared.file?.settle()
    refresh(shared)
  }

  var takesRows: Bool { if case .editing = mode { false } else { true } }

  /// The finding in hand.
  var shown: FindingEntry? {
    let number: Int? =
      switch mode {
      case .overview: rows.indices.contains(cursor) ? rows[cursor].finding : nil
      case .finding(let number), .editing(let number, _, _): number
      }
    return number.flatMap { entries.indices.contains($0) ? entries[$0] : nil }
  }

  // MARK: What happens

  mutating func update(_ message: DashboardMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let step): move(step, shared)
    case .pick(let number):
      guard entries.indices.contains(number) else { return [] }
      mode = .finding(number)
      top = 0
    case .nextFinding:
      let found = rows.indices.filter { rows[$0].finding != nil }
      cursor = found.first { $0 > cursor } ?? found.first ?? cursor
    case .open:
      switch mode {
      case .overview:
        guard rows.indices.contains(cursor), let number = rows[cursor].finding else { return [] }
        mode = .finding(number)
        top = 0
      case .finding: return update(.answer, &shared)
      case .editing: return update(.keep, &shared)
      }
    case .answer:
      guard let entry = shown, let file = shared.file else { return [] }
      let places = entry.answers(in: file.pack).lazy.compactMap { file.place($0) }
      guard let place = places.first else {
        shared.notice = Notice("No question of this journey would change it; the report says what.")
        return []
      }
      return .turn(.question(place, from: .dashboard))
    case .edit(let field): begin(field, shared)
    case .nextStatus: return turnStatus(&shared)
    case .text(let text):
      guard case .editing(let number, let field, var line) = mode else { return [] }
      if let said = line.update(text) { shared.notice = Notice(said) }
      mode = .editing(number, field, line)
      layOut(shared)
      return keepTyped(line.text, &shared)
    case .keep: return keep(&shared)
    case .close:
      switch mode {
      case .overview: return .turn(.back)
      case .finding: mode = .overview
      case .editing(let number, let field, _):
        let effects = keepTyped("", &shared)
        shared.file?.keeping.forget([.setting(setting(number, field), from: nil, to: nil)])
        mode = .finding(number)
        layOut(shared)
        return effects
      }
    }
    layOut(shared)
    return []
  }

  /// Puts the half-typed line on the desk; an empty one takes it off.
  private func keepTyped(_ text: String, _ shared: inout Shared) -> Response {
    guard let key = textKey else { return [] }
    shared.file?.drafts[key] = text.trimmed.isEmpty ? nil : text
    return .keepingTyped
  }

  /// Under which name the line lies on the desk.
  private var textKey: AnswerKey? {
    guard case .editing(let number, let field, _) = mode, entries.indices.contains(number) else {
      return nil
    }
    return AnswerKey(entries[number].id).beside(field.rawValue)
  }

  private func setting(_ number: Int, _ field: FollowUp.Field) -> Setting {
    .followUp(
      finding: entries.indices.contains(number) ? entries[number].id : "", field: field.rawValue)
  }

  mutating func actIsOver(isKept: Bool) {
    if let held, !isKept { mode = held }
    held = nil
  }

  mutating func doAgain(_ shared: inout Shared) -> Response { update(.keep, &shared) }

  func holds(_ act: Act, _ shared: Shared) -> Bool {
    guard case .editing(let number, let field, _) = mode else { return false }
    return act.overlaps([.setting(setting(number, field), from: nil, to: nil)])
  }

  private mutating func move(_ message: ScrollMessage, _ shared: Shared) {
    let page = max(1, height(shared) - 1)
    switch mode {
    case .overview: cursor = cursor.moved(message, count: rows.count, page: page)
    case .finding:
      let last = max(0, detail.count - height(shared))
      top = min(last, top.moved(message, count: last + 1, page: page))
    case .editing: break
    }
  }

  private mutating func begin(_ field: FollowUp.Field, _ shared: Shared) {
    guard let entry = shown, let number = entries.firstIndex(where: { $0.id == entry.id }) else {
      return
    }
    let text =
      switch field {
      case .owner: entry.followUp.owner
      case .due: entry.followUp.due?.iso
      case .reReview: entry.followUp.reReview?.iso
      case .reason: entry.followUp.reason
      case .status: entry.followUp.status.rawValue
      }
    let width = max(10, shared.size.columns - 6)
    mode = .editing(number, field, LineField(text ?? "", width: width))
    if let key = textKey, let typed = shared.file?.drafts[key] {
      mode = .editing(number, field, LineField(typed, width: width))
    }
  }

  private mutating func turnStatus(_ shared: inout Shared) -> Response {
    guard let entry = shown else { return [] }
    let all = FollowUp.Status.allCases
    let at = all.firstIndex(of: entry.followUp.status) ?? 0
    let next = all[(at + 1) % all.count]
    guard next != .accepted else {
      begin(.reason, shared)
      return []
    }
    var follow = entry.followUp
    follow.status = next
    return Response(append(follow, of: entry, &shared))
  }

  private mutating func keep(_ shared: inout Shared) -> Response {
    guard case .editing(let number, let field, let line) = mode, entries.indices.contains(number)
    else { return [] }
    let entry = entries[number]
    var follow = entry.followUp
    let text = String(line.text.trimmed)
    let words = text.isEmpty ? nil : text
    do throws(AnswerError) {
      func date() throws(AnswerError) -> CalendarDate? {
        guard let words else { return nil }
        return try DateReading.date(words, today: shared.today)
      }
      switch field {
      case .owner: follow.owner = words
      case .due: follow.due = try date()
      case .reReview: follow.reReview = try date()
      case .reason:
        follow.reason = words
        follow.status = words == nil ? .open : .accepted
      case .status: break
      }
    } catch {
      shared.notice = Notice(error.message, .error)
      return []
    }
    if let fault = follow.fault {
      shared.notice = Notice(fault, .error)
      return []
    }
    let effects = append(follow, of: entry, &shared)
    if let key = textKey {
      if effects.isEmpty {
        shared.file?.drafts[key] = nil
      } else {
        shared.file?.putDown(nil, at: key)
      }
    }
    held = effects.isEmpty ? nil : mode
    mode = .finding(number)
    return Response(effects)
  }

  private mutating func append(
    _ follow: FollowUp, of entry: FindingEntry, _ shared: inout Shared
  ) -> [Effect] {
    guard let file = shared.file else { return [] }
    let changes = file.sheet.following(entry.id, follow)
    return changes.isEmpty ? [] : [.append(Act(changes))]
  }

  // MARK: Rows

  func height(_ shared: Shared) -> Int {
    max(1, shared.panes.text.height)
  }

  mutating func layOut(_ shared: Shared) {
    let width = shared.panes.text.width - 2
    rows = DashboardRows(width: width).overview(self, pictures)
    cursor = min(cursor, max(0, rows.count - 1))
    if case .finding(let number) = mode, entries.indices.contains(number) {
      detail = DashboardRows(width: width).finding(entries[number])
      top = min(top, max(0, detail.count - height(shared)))
    }
    if case .editing(let number, let field, var line) = mode {
      line.width = max(10, width - 2)
      mode = .editing(number, field, line)
    }
    scroll.follow(row: cursor, count: rows.count, height: height(shared))
  }

  /// The matrix as sentences, for those who listen.
  var matrixLines: [String] {
    guard case .grid(let grid)? = pictures.first?.shape else { return [] }
    return grid.rows.map { row in
      let cells = zip(grid.columns, row.cells).map { "\($0.lowercased()) \($1.words)" }
      return "\(row.label): \(cells.joined(separator: ", "))."
    }
  }

  /// What the further pictures say, in words.
  var furtherLines: [String] { pictures.dropFirst().map(\.description) }

  var first: Int { scroll.first }
  var topRow: Int { top }
}

extension FindingEntry {
  /// The answers that would change it: first those given where the check is shown, then the questions
  /// there, then all that it rests on.
  func answers(in pack: Pack) -> [AnswerKey] {
    let shown = keys(in: pack)
    let names = Set(shown.map(\.linkId))
    let exact = shown.filter { key in
      key.row != nil || pack.question(key.linkId).flatMap { pack.table(of: $0) } == nil
    }
    return sources.filter { names.contains($0.linkId) } + exact + sources + shown
  }

  /// The questions beside which a check is shown, in the row that it is about.
  private func keys(in pack: Pack) -> [AnswerKey] {
    let result = finding.result
    return pack.checks[result.check].at.map { question in
      AnswerKey(
        pack.questions[question].linkId,
        row: pack.table(of: question) == nil ? nil : result.rowId)
    }
  }
}
