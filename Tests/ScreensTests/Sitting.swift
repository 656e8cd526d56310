import Canvas
import Interview
import PackModel
import Papers
import TestSupport

@testable import Screens

/// A desk with somebody at it: runs effects as the program does, on a matter in memory.
struct Sitting {
  var desk: Desk
  var entries: [Entry] = []
  /// Effects that nothing was done about, in order.
  var effects: [Effect] = []
  /// What the matter says instead of keeping the next act.
  var refusal: String?
  /// What the matter says instead of keeping anything, until there is nothing to say.
  var trouble: MatterMessage?
  /// Whether what a pause brings is there before the next key.
  var worksAtOnce = true
  let pack: Pack
  /// The papers of the matter, and what is found in them by the row's code.
  var shelf = Shelf()
  var searches: [String: [FoundOnShelf]] = [:]
  /// Another person's matter.
  var second: SecondMatter?
  /// What is worth a look in them.
  var watched: [ShelfSearch] = []
  /// A real paper in their place, with the finder over it.
  var paper: PaperAtHand?
  /// Rows for which only the nearest is found.
  var weak: Set<String> = []

  init(_ size: Size = Size(columns: 80, rows: 24), pack: Pack, who: String = "Änne Grünwald") throws
  {
    self.pack = pack
    guard let today = CalendarDate(year: 2026, month: 11, day: 21) else { throw NoSuchDay() }
    desk = Desk(
      size: size, today: today, who: who, catalogue: pack, folder: "/matters",
      recent: [
        RecentMatter(
          path: "/matters/nordlicht.art28", title: "Nordlicht / Datenlotse",
          standing: "question 4 of 11, yesterday"),
        RecentMatter(
          path: "/matters/yamada.art28", title: "山田電機 株式会社 / شركة الشمال",
          standing: "finished on 3 May 2026"),
      ], hasSample: true)
  }

  struct NoSuchDay: Error {}

  /// A sitting with a matter on the desk.
  static func atQuestions(_ size: Size = Size(columns: 80, rows: 24), journey: String = "draft")
    throws -> Sitting
  {
    var sitting = try Sitting(size, pack: SamplePack.make())
    sitting.open(journey: journey)
    return sitting
  }

  /// - Parameter since: what somebody else changed after this person had left.
  mutating func open(
    _ title: String = "Łódź 山田 / شركة الشمال", journey: String = "draft",
    note: DeskNote = DeskNote(), seen: Int? = nil, since: [Change] = []
  ) {
    entries = [
      Entry(
        number: 1, when: "2026-11-21T10:00:00Z", by: "Änne Grünwald", why: nil,
        changes: [.setting(.journey, from: nil, to: journey)])
    ]
    if !since.isEmpty {
      entries.append(
        Entry(number: 2, when: "2026-11-21T11:00:00Z", by: "B. Lee", why: nil, changes: since))
    }
    send(
      .opened(
        Opening(
          path: "/matters/nordlicht.art28", title: title, pack: pack,
          entries: entries, desk: note, saved: "saved 14:32", seen: seen)))
  }

  /// Keeps changes as the program would.
  mutating func keep(_ changes: [Change]) { run([.append(Act(changes))]) }

  mutating func send(_ message: Message) { run(update(&desk, message)) }

  /// Presses keys as `keys(_:)` reads them; each pause settles.
  mutating func press(_ script: String) {
    for event in keys(script) {
      if event == .deadline { send(.elapsed(.settle)) }
      for message in messages(for: event, on: desk) { send(message) }
    }
  }

  /// Types lines into the linear view.
  mutating func say(_ lines: String...) {
    for line in lines {
      for message in plainMessages(line, desk) { send(message) }
    }
  }

  private mutating func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .append(let act):
        if let trouble = trouble ?? refusal.map({ MatterMessage($0) }) {
          refusal = nil
          send(.refused(act, trouble))
          continue
        }
        let entry = Entry(
          number: entries.count + 1, when: "2026-11-21T10:00:00Z", by: desk.shared.who,
          why: act.why,
          changes: act.changes, reverses: act.reverses)
        entries.append(entry)
        send(.appended(entry, at: "14:32"))
      case .saveDesk(let note):
        self.effects.append(effect)
        send(trouble.map { .notSaved(note, $0) } ?? .saved(note, "saved 14:32"))
      case .readTable(.text(let text), let table):
        guard let grids = try? TableFile.read(text: text) else {
          send(.noted(Notice("There is no table in it.", .error)))
          continue
        }
        send(.tableRead(TableRead(name: "", grids: grids, table: table)))
      case .readShelf: send(.shelf(shelf))
      case .findOnShelf(let row) where paper != nil:
        if let paper { send(.foundOnShelf(paper.search(row, pack))) }
      case .searchShelf(let words) where paper != nil:
        if let paper { send(.foundOnShelf(paper.search(words))) }
      case .watchShelf where paper != nil:
        if let paper { send(.watchedOnShelf(paper.watched)) }
      case .readTerms where paper != nil:
        send(.terms([ShelfTerm(ours: "Sub-processor", theirs: "Subprocessor", isChosen: false)]))
      case .readSecond:
        if let second { send(.secondRead(second)) }
      case .watchShelf: send(.watchedOnShelf(watched))
      case .addPaper where paper != nil:
        guard let paper else { continue }
        shelf = paper.shelf
        keep(sheet.adding(paper.kept))
        send(.shelf(shelf))
      case .findOnShelf(let row):
        let found = searches[row.row ?? ""] ?? []
        send(
          .foundOnShelf(
            ShelfSearch(
              row: row, found: found, sought: "object",
              isWeak: found.isEmpty || weak.contains(row.row ?? ""))))
      case .then(let message): send(message)
      case .workOut(let work) where worksAtOnce: send(.workedOut(work.done()))
      default: self.effects.append(effect)
      }
    }
  }

  var frame: Frame { view(desk) }
  var sheet: AnswerSheet { desk.shared.file?.sheet ?? AnswerSheet() }
  func answer(_ linkId: String, row: String? = nil) -> Answer? {
    sheet[AnswerKey(linkId, row: row)]
  }
}
