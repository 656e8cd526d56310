import Documents
import Drafting
import Findings
import Interview
import PackModel

/// The matter on the desk, as far as the screens need it.
package struct OpenMatter: Sendable {
  package let path: String
  package let title: String
  package let pack: Pack
  package private(set) var entries: [Entry]
  package private(set) var evaluation: Evaluation
  /// Settled on a pause; never older than the last pause.
  package private(set) var findings: FindingsResult
  /// What the disk has.
  var keeping: Keeping
  /// Text that is no answer yet, by question.
  package var drafts: [AnswerKey: String]
  package let language: Language
  /// Whether it lies locked on the disk.
  package let isLocked: Bool
  /// The documents that lie on the disk.
  package var papers: [WrittenPaper] = []
  /// Whether the findings are those of the present answers.
  private(set) var isExamined = false
  /// The draft of the first document, as of `settleDraft`.
  private(set) var document: Document?
  private var isDrafted = false
  /// The last entry that was here when the matter was opened, as far as this person had seen it.
  private let seen: Int?
  private let openedWith: Int
  /// How many acts were done since the matter was opened.
  package private(set) var actsOfSitting = 0
  /// Half-filled texts as they were when the matter was opened.
  private(set) var textsAtStart: [AnswerKey: String]
  /// Texts as they were before the act under way.
  private var textsBefore: [AnswerKey: String?] = [:]
  private var today: CalendarDate
  /// What would follow from the entry that was tried last. Where it is kept, that is gone on from.
  private var tried: (entry: Entry, evaluation: Evaluation)?
  var history = History()
  /// What was put forward in this sitting, and what of it was accepted.
  var offered: Set<AnswerKey> = []
  var accepted: Set<AnswerKey> = []
  private(set) var route: Route { didSet { number() } }
  /// Choices below the law for which nobody said why, and those that the last act has made so.
  private(set) var unreasoned: [Shortfall] = []
  private(set) var newlyBelow: [Shortfall] = []
  /// All pages of the journey, step by step.
  private(set) var items: [Route.Item] = []
  /// The pages that ask something; these are numbered.
  private(set) var asking: [Route.Item] = []

  init(_ opening: Opening, today: CalendarDate) {
    path = opening.path
    title = opening.title
    pack = opening.pack
    entries = opening.entries
    keeping = Keeping(opening)
    drafts = opening.desk.drafts
    textsAtStart = opening.desk.drafts
    language = opening.language
    isLocked = opening.isLocked
    self.today = today
    seen = opening.seen
    openedWith = opening.entries.count
    evaluation = evaluate(opening.pack, opening.sheet)
    // The first screen does not wait for the checks; they follow on the pause.
    findings = .none(today)
    unreasoned = evaluation.shortfalls().filter { $0.reason == nil }
    route = evaluation.route(journey: OpenMatter.journey(evaluation))
    number()
  }

  private mutating func number() {
    items = route.steps.flatMap(\.items)
    asking = items.filter { pack.questions[$0.question].kind != .display }
  }

  package var sheet: AnswerSheet { evaluation.sheet }
  /// "saved 14:32", or that something is not.
  package var saved: String { keeping.words }

  /// The journey's number in the pack, as the matter's own setting says.
  package var journey: Int { OpenMatter.journey(evaluation) }

  private static func journey(_ evaluation: Evaluation) -> Int {
    let id = evaluation.sheet.setting(.journey)
    return evaluation.pack.journeys.firstIndex { $0.id == id } ?? 0
  }

  package var isShort: Bool {
    pack.journeys.indices.contains(journey) && pack.journeys[journey].onlyShort
  }

  /// The journey through the same steps that asks more or less: the long way beside the short one.
  var sibling: Int? {
    guard pack.journeys.indices.contains(journey) else { return nil }
    let here = pack.journeys[journey]
    return pack.journeys.indices.first {
      pack.journeys[$0].steps == here.steps && pack.journeys[$0].onlyShort != here.onlyShort
    }
  }

  /// The matter as the longest way through its steps asks it: what stands on the page of usual values.
  var long: OpenMatter {
    guard isShort, let sibling else { return self }
    var file = self
    file.route = evaluation.route(journey: sibling)
    return file
  }

  /// Takes an entry that the matter has kept, and draws every conclusion anew.
  mutating func take(_ entry: Entry) {
    entries.append(entry)
    actsOfSitting += 1
    if let tried, tried.entry.adds(the: entry) {
      evaluation = tried.evaluation
    } else {
      evaluation = evaluation.after(entry)
    }
    tried = nil
    let before = Set(unreasoned)
    unreasoned = evaluation.shortfalls().filter { $0.reason == nil }
    newlyBelow = unreasoned.filter { !before.contains($0) }
    route = evaluation.route(journey: journey)
    isExamined = false
    isDrafted = false
  }

  /// Runs the checks where answers have changed since.
  mutating func settle() {
    guard !isExamined else { return }
    findings = examine(evaluation, asOf: today)
    isExamined = true
  }

  /// Drafts the contract where answers have changed since; in a pack without one its first document.
  mutating func settleDraft() {
    guard !isDrafted else { return }
    settle()
    document = (pack.document(.contract) ?? pack.documents.indices.first).flatMap {
      draft(pack.documents[$0].id, evaluation, findings, DraftSettings(of: sheet, matter: title))
    }
    isDrafted = true
  }

  /// How far the matter is, for whoever works on it elsewhere.
  struct State: Hashable {
    let path: String
    /// The last entry of the journal.
    let head: Int
    let journey: Int
    let drafts: [AnswerKey: String]
  }

  var state: State {
    State(path: path, head: sheet.head, journey: journey, drafts: drafts)
  }

  /// Takes what was concluded elsewhere from the same answers.
  mutating func take(conclusionsOf file: OpenMatter) {
    guard file.sheet.head == sheet.head else { return }
    if file.isExamined { (findings, isExamined) = (file.findings, true) }
    if file.isDrafted { (document, isDrafted) = (file.document, true) }
    tried = file.tried ?? tried
  }

  /// The matter as it would be with a value that is typed and not accepted yet.
  mutating func trying(_ value: Value, at slot: Slot) -> OpenMatter {
    let changes = sheet.setting(key(slot), to: .value(value))
    guard !changes.isEmpty else { return self }
    let entry = Entry(number: sheet.head + 1, when: "", by: "", why: nil, changes: changes)
    var file = self
    file.take(entry)
    tried = (entry, file.evaluation)
    file.settle()
    return file
  }

  /// Answers that were changed while this person was away, in the order of the changes.
  var changedSince: [AnswerKey] {
    guard let seen else { return [] }
    var found: [AnswerKey] = []
    for entry in entries.prefix(openedWith) where entry.number > seen && entry.isAnAnswer {
      for key in entry.keys where !found.contains(key) { found.append(key) }
    }
    return found
  }

  // MARK: Texts and acts

  /// Puts a text down, or takes it off, as part of an act: where that is refused, it is as before.
  mutating func putDown(_ text: String?, at key: AnswerKey) {
    if textsBefore[key] == nil { textsBefore[key] = .some(drafts[key]) }
    drafts[key] = text
  }

  mutating func actIsOver(isKept: Bool) {
    if !isKept {
      for (key, text) in textsBefore { drafts[key] = text }
    }
    textsBefore = [:]
  }

  /// The same sitting with the matter as it lies somewhere else, or as others have changed it.
  func moved(to opening: Opening) -> OpenMatter {
    var opening = opening
    opening.seen = entries.last?.number
    var file = OpenMatter(opening, today: today)
    file.drafts = drafts
    file.textsAtStart = textsAtStart
    file.actsOfSitting = actsOfSitting
    file.history = history
    (file.offered, file.accepted) = (offered, accepted)
    file.papers = papers
    guard opening.entries.count == entries.count else {
      // Others have answered too: what was refused is judged anew, where it stands as typed.
      for case .set(let key, _, .value(let value)?) in keeping.refused.flatMap(\.changes)
      where file.drafts[key] == nil {
        file.drafts[key] = Evaluation.written(value)
      }
      return file
    }
    file.keeping.keepOnly(keeping.refused)
    return file
  }

  func entry(_ number: Int) -> Entry? {
    if entries.indices.contains(number - 1), entries[number - 1].number == number {
      return entries[number - 1]
    }
    return entries.first { $0.number == number }
  }
}
