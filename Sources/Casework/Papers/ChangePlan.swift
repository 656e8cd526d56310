import Drafting
import Interview
import Matters
import PackModel
import Papers

/// What is changed in the words of a paper: the least that takes the flaws out of what was quoted. Words that a
/// duty graded present rests on are left alone, but for a number that a stricter limit takes the place of.
struct ChangePlan {
  /// A change, and the rows that it is for.
  struct Planned {
    /// The passage, by its position.
    let position: Int
    let edit: WordEdit
    var rows: [AnswerKey]
    /// Rows graded present whose number it changes.
    var carried: [AnswerKey]
  }

  private(set) var planned: [Planned] = []
  /// Rows whose every flaw is gone with the changes: no clause is needed.
  private(set) var healed: Set<AnswerKey> = []
  /// Rows graded present whose number a limit takes the place of.
  var carried: Set<AnswerKey> { Set(kept.flatMap { planned[$0].carried }) }
  /// What was not changed and why, a sentence each.
  private(set) var remarks: [String] = []
  let rows: [QuotedRow]

  private let pack: Pack
  private let sheet: AnswerSheet
  private let paper: Papers.Paper
  private let terms: PapersWords
  private let language: Language

  init(of session: MatterSession, in item: PaperShelf.Item, _ terms: PapersWords) {
    pack = session.pack
    sheet = session.file.sheet
    paper = item.paper
    self.terms = terms
    language = Language.british
    rows = QuotedRow.all(of: sheet, pack, in: item)
    for changes in pack.changes {
      let changing = WordChanging(names: names(changes))
      for row in rows where row.isVague { change(row, changes.rules, changing) }
      for figure in changes.figures { change(figure) }
    }
  }

  /// What the paper calls somebody; the vendor's own name is one of them.
  private func names(_ changes: WordChanges) -> [String: [String]] {
    var names = changes.names
    if let vendor = pack.review?.vendor,
      case .value(.text(let name))? = sheet[AnswerKey(pack.questions[vendor].linkId)]
    {
      let first = name.split(separator: " ").prefix(1).map(String.init)
      names["vendor", default: []] += [name] + first
    }
    return names
  }

  /// A row's name as a person knows it: its code.
  static func name(_ key: AnswerKey) -> String { key.row ?? key.linkId }

  // MARK: Words

  private mutating func change(
    _ row: QuotedRow, _ rules: [ChangeRule], _ changing: WordChanging
  ) {
    var left = Set(row.flaws)
    var isWhole = true
    let own = ChangeRule.Row(table: row.table, row: row.key.row ?? "")
    for rule in rules where rule.rows.isEmpty || rule.rows.contains(own) {
      let heals = row.flaws.filter(rule.flaws.contains)
      guard !heals.isEmpty, let place = row.place else { continue }
      var made: [Bool] = []
      for piece in place.pieces {
        let text = paper.passages[piece.position].text
        let edits = changing.edits(
          rule, in: text, quoted: piece.range, puts: terms.said(rule.puts))
        for edit in edits { made.append(put(edit, at: piece.position, for: row.key)) }
      }
      // Where one of them has to be left, so is the flaw.
      guard !made.isEmpty, made.allSatisfy(\.self) else { continue }
      left.subtract(heals)
      isWhole = isWhole && rule.closes
    }
    if left.isEmpty, isWhole, !row.flaws.isEmpty { healed.insert(row.key) }
  }

  /// Whether the change stands in the plan.
  private mutating func put(
    _ edit: WordEdit, at position: Int, for row: AnswerKey, isStricter: Bool = false
  ) -> Bool {
    guard edit.isInsertion || edit.old != edit.new else { return false }
    let here = planned.indices.filter { planned[$0].position == position }
    if let same = here.first(where: { planned[$0].edit == edit }) {
      if !planned[same].rows.contains(row) { planned[same].rows.append(row) }
      return true
    }
    let sound = rows.filter { other in
      other.isPresent
        && other.place?.pieces.contains {
          $0.position == position && edit.touches($0.range)
        } == true
    }
    guard sound.isEmpty || isStricter else {
      remarks.append(
        "\(ChangePlan.name(row)): “\(edit.old)” stands in what was quoted for \(sound.map { ChangePlan.name($0.key) }.joined(separator: ", ")), graded present. It is left alone, and the clause goes in instead."
      )
      return false
    }
    guard
      !here.contains(where: {
        planned[$0].edit.touches(edit.range) || edit.touches(planned[$0].edit.range)
      })
    else { return false }
    planned.append(
      Planned(position: position, edit: edit, rows: [row], carried: sound.map(\.key)))
    return true
  }

  // MARK: Numbers

  private mutating func change(_ figure: WordChanges.Figure) {
    guard let named = number(figure),
      let limit = quantity(AnswerKey(pack.questions[figure.limit].linkId)),
      FigureChange.isBeyond(named, limit, isMost: figure.isMost)
    else { return }
    let key = AnswerKey(pack.questions[figure.row.table].linkId, row: figure.row.row)
    for beside in figure.beside {
      let row = rows.first { $0.table == beside.table && $0.key.row == beside.row }
      for piece in row?.place?.pieces ?? [] {
        guard
          let edit = FigureChange.edit(
            in: paper.passages[piece.position].text, named: named, limit: limit,
            quoted: piece.range, language)
        else { continue }
        if put(edit, at: piece.position, for: key, isStricter: true) {
          healed.insert(key)
          return
        }
      }
    }
  }

  /// The number that the paper names.
  private func number(_ figure: WordChanges.Figure) -> Quantity? {
    let columns = pack.review?.reading.first { $0.table == figure.row.table }
    guard case .question(let value)? = columns?[.value] else { return nil }
    return quantity(AnswerKey(pack.questions[value].linkId, row: figure.row.row))
  }

  private func quantity(_ key: AnswerKey) -> Quantity? {
    if case .value(.quantity(let quantity))? = sheet[key] { quantity } else { nil }
  }

  /// The row with the words beside which a number's clause belongs.
  func row(beside key: AnswerKey) -> QuotedRow? {
    let figure = pack.changes.flatMap(\.figures).first {
      pack.questions[$0.row.table].linkId == key.linkId && $0.row.row == key.row
    }
    return figure?.beside.lazy.compactMap { beside in
      rows.first { $0.table == beside.table && $0.key.row == beside.row && $0.place != nil }
    }.first
  }

  // MARK: What came of it

  /// Leaves out a change that could not be written.
  mutating func drop(_ number: Int, because why: String) {
    guard planned.indices.contains(number) else { return }
    for row in planned[number].rows { healed.remove(row) }
    remarks.append(
      "\(planned[number].rows.map(ChangePlan.name).joined(separator: ", ")): \(why) The clause goes in instead."
    )
    dropped.insert(number)
  }

  private(set) var dropped: Set<Int> = []
  /// The numbers of the changes that are not left out.
  private var kept: [Int] { planned.indices.filter { !dropped.contains($0) } }

  /// As an amendment says it. Words that stand more than once in their paragraph are given with those
  /// around them, until only one place is meant.
  var said: PaperWordChanges {
    let changes = kept.map { number in
      let planned = planned[number]
      let passage = paper.passages[planned.position]
      let isAlone =
        passage.citation != nil && paper.passages.count { $0.citation == passage.citation } == 1
      return PaperWordChanges.Change(
        place: passage.citation == nil ? nil : paper.place(of: passage),
        beginning: isAlone
          ? nil : passage.text.split(separator: " ").prefix(6).joined(separator: " "),
        kind: planned.edit.saidAlone(in: passage.text), rows: planned.rows.map(ChangePlan.name))
    }
    return PaperWordChanges(changes, healed: healed)
  }

  /// A passage as the changes leave it.
  func changed(_ position: Int) -> String {
    let edits = kept.filter { planned[$0].position == position }
    return WordEdit.applied(edits.map { planned[$0].edit }, to: paper.passages[position].text)
  }
}

extension WordEdit {
  /// The change in words that stand only once in their passage.
  fileprivate func saidAlone(in text: String) -> PaperWordChanges.Change.Kind {
    let (before, after) = around(in: text)
    if isInsertion { return .inserted(new, behind: before + old) }
    guard !before.isEmpty || !after.isEmpty else {
      return new.isEmpty ? .deleted(old) : .replaced(old: old, new: new)
    }
    let whole = before + old + after
    let own = WordEdit(
      range: before.utf8.count..<(before.utf8.count + old.utf8.count), old: old, new: new)
    return .replaced(old: whole, new: WordEdit.applied([own], to: whole))
  }

  /// Whole words before and, but for an insertion, behind, as many as tell the place from the others.
  private func around(in text: String) -> (before: String, after: String) {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: self.start)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    var (from, to) = (start, end)
    let last = isInsertion ? end : text.endIndex
    while text.ranges(of: text[from..<to]).count > 1, from > text.startIndex || to < last {
      from = text[..<from].dropLast().lastIndex(of: " ").map(text.index(after:)) ?? text.startIndex
      to = text[to..<last].dropFirst().firstIndex(of: " ") ?? last
    }
    return (String(text[from..<start]), String(text[end..<to]))
  }
}
