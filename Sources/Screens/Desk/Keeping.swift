import Interview
import PackModel

/// What the disk has of the open matter, and what it was to have and has not.
package struct Keeping: Hashable, Sendable {
  /// The half-filled texts that the disk has.
  private(set) var texts: [AnswerKey: String]
  /// Acts that the matter has refused and that were not done since, the oldest first.
  private(set) var refused: [Act] = []
  /// Why the last of them was refused.
  private var refusal: MatterMessage?
  /// Why half-filled texts could not be saved last; nil where they could.
  private var trouble: MatterMessage?
  /// "saved 14:32", or that the matter is for reading only.
  private var said: String

  init(_ opening: Opening) {
    texts = opening.desk.drafts
    said = opening.saved
  }

  /// The line's right end, on every screen of the matter.
  var words: String { isInTrouble ? "not saved" : said }
  var isInTrouble: Bool { trouble != nil || !refused.isEmpty }
  /// Why, and what can be done; empty where nothing is amiss.
  var reason: String { (trouble ?? refusal)?.text ?? "" }
  /// Whether the file is not in its place any more.
  var isGone: Bool { trouble?.kind == .gone }
  /// Whether others have added to the matter, and nothing more is taken before that was read.
  var isBehind: Bool { !refused.isEmpty && refusal?.kind == .behind }

  /// The matter has kept an act, and these texts with it.
  mutating func kept(_ entry: Entry, _ texts: [AnswerKey: String], at minute: String) {
    self.texts = texts
    trouble = nil
    said = minute.isEmpty ? "saved" : "saved \(minute)"
    forget(entry.changes)
  }

  /// The disk has these texts.
  mutating func saved(_ note: DeskNote, _ words: String) {
    texts = note.drafts
    trouble = nil
    said = words
  }

  /// The matter has refused an act. What only moves or takes back is shown as it was, and missed by
  /// nobody.
  mutating func failed(_ act: Act, _ message: MatterMessage) {
    if message.kind == .gone { trouble = message }
    guard act.saysSomething else { return }
    refusal = message
    refused.removeAll { $0.overlaps(act.changes) }
    refused.append(act)
  }

  /// The disk did not take these texts. Where it has them all, nothing is missing but the place where
  /// the person stands.
  mutating func failed(_ note: DeskNote, _ message: MatterMessage) {
    guard message.kind == .gone || !missing(of: note).isEmpty else { return }
    trouble = message
  }

  /// Something else was said, or is being said, in the place of a refused act.
  mutating func forget(_ changes: [Change]) {
    keepOnly(refused.filter { !$0.overlaps(changes) })
  }

  mutating func keepOnly(_ acts: [Act]) {
    refused = acts
    if acts.isEmpty { refusal = nil }
  }

  /// The texts of a note that the disk has not.
  func missing(of note: DeskNote) -> [AnswerKey] {
    note.drafts.filter { texts[$0.key] != $0.value }.keys.sorted()
  }
}

extension Act {
  /// Whether something would be lost with it.
  var saysSomething: Bool {
    guard reverses == nil else { return false }
    return changes.contains { change in
      switch change {
      case .set(_, _, _?), .remark(_, _, _?), .setting(.followUp, _, _?): true
      default: false
      }
    }
  }

  /// Whether it is about the same answer, note, row or setting as one of these.
  func overlaps(_ others: [Change]) -> Bool {
    !Set(changes.map(\.subject)).isDisjoint(with: others.map(\.subject))
  }

  func addsRows(to table: String) -> Bool {
    changes.contains { if case .addRow(table, _, _) = $0 { true } else { false } }
  }

  /// The value that it sets; nil where it sets none there.
  func value(at key: AnswerKey) -> Value? {
    for case .set(key, _, .value(let value)?) in changes { return value }
    return nil
  }
}

extension Change {
  /// What it is about.
  enum Subject: Hashable {
    case answer(AnswerKey)
    case note(AnswerKey)
    case row(table: String, row: String)
    case setting(Setting)
  }

  var subject: Subject {
    switch self {
    case .set(let key, _, _): .answer(key)
    case .remark(let key, _, _): .note(key)
    case .addRow(let table, let row, _), .removeRow(let table, let row, _, _),
      .moveRow(let table, let row, _, _):
      .row(table: table, row: row)
    case .setting(let setting, _, _): .setting(setting)
    }
  }
}
