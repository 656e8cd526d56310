import Canvas
import Interview
import PackModel

extension InterviewModel {
  /// Goes where the answer in hand had to be kept for. Wherever one arrives, help, warnings and
  /// preview follow on the pause.
  mutating func proceed(_ next: Next, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    switch next {
    case .stay: refill(file)
    case .cleared:
      refill(file)
      return keep(shared)
    case .kept: return keep(shared)
    case .resume: break
    case .forward:
      let next = navigation.forward(cursor, file)
      return proposals(before: next, &shared) ?? proceed(next, &shared)
    case .backward: return proceed(navigation.backward(cursor, file), &shared)
    case .focus(let number): focus(on: number, file)
    case .place(let place, let remembers):
      if remembers { shared.file?.history.leave(cursor.place) }
      show(place, file)
    case .lastField(let item):
      show(ScreenLocation(item: item), file)
      if page.kind == .block { focus(on: page.slots.count - 1, file) }
    case .row(let row):
      let first = file.pack.questions[page.owner].children.first ?? page.owner
      show(ScreenLocation(item: page.item, slot: Slot(first, row: row)), file)
    case .rows(let line):
      if let row = page.row, let changes = untouched(row, file) {
        shared.notice = Notice("Nothing was said of it: the row is not kept.")
        return append(
          Act(changes, why: "An empty row is not kept"), then: .rows(line: max(0, line - 1)))
      }
      show(ScreenLocation(item: page.item, slot: Slot(page.owner)), file)
      cursor.move(to: line)
    case .addRow:
      let row = file.sheet.freshRow
      let table = file.pack.questions[page.owner].linkId
      return append(Act(file.sheet.addingRow(to: table, id: row)), then: .row(row))
    case .turn(let turn):
      editor.leave()
      return .settling + .turn(turn)
    case .errandDone(let screen):
      editor.leave()
      return .turn(.open(screen))
    case .start:
      shared.notice = Notice("This is the first question.")
      refill(file)
    case .end:
      let (screen, words) = navigation.end(shared)
      shared.notice = Notice(words)
      navigation.walkAmongOpen(false)
      editor.leave()
      return .turn(.open(screen))
    }
    return .settling
  }

  /// Puts forward what follows, where the way comes to a question of which something does, or leaves a
  /// table of which it does.
  private mutating func proposals(before next: Next, _ shared: inout Shared) -> Response? {
    guard case .place(let place, remembers: true) = next, !navigation.isAmongOpen,
      let file = shared.file
    else { return nil }
    let isTable = file.pack.questions[page.item].kind == .table
    guard
      file.hasProposals(for: place.item, shared)
        || isTable && file.hasProposals(for: page.item, shared)
    else { return nil }
    let isOfHere = !file.hasProposals(for: place.item, shared)
    if !isOfHere {
      shared.file?.history.leave(cursor.place)
      show(place, file)
    }
    editor.leave()
    return .settling + .turn(.open(.proposals))
  }

  /// Goes on from a page that was accepted whole with proposals.
  mutating func passSettled(_ shared: inout Shared) -> Response {
    guard let file = shared.file, file.isSettled(page.item) else { return [] }
    guard let next = file.page(after: page.item) else { return proceed(.end, &shared) }
    let place = Next.place(ScreenLocation(item: next), remembers: true)
    return proposals(before: place, &shared) ?? proceed(place, &shared)
  }

  /// What takes away a row of which nothing was said; nil where something was.
  private func untouched(_ row: String, _ file: OpenMatter) -> [Change]? {
    let table = file.pack.questions[page.owner]
    let keys = table.children.map { file.key(Slot($0, row: row)) }
    guard
      keys.allSatisfy({
        file.sheet[$0] == nil && file.sheet.remark($0) == nil && file.drafts[$0] == nil
      })
    else { return nil }
    let changes = file.sheet.removingRow(row, from: table.linkId)
    return changes.isEmpty ? nil : changes
  }

  // MARK: Within a page

  mutating func list(_ scroll: ScrollMessage, _ shared: inout Shared) -> Response {
    let rows = max(1, shared.size.rows / 2)
    if editor.change({ $0.move(scroll, page: rows) }) { return .typed }
    if page.kind == .rows, let file = shared.file {
      cursor.moveInRows(scroll, by: rows, file)
      return .settling
    } else if !editor.offers.isEmpty {
      editor.moveInOffers(scroll)
    } else if page.kind != .reading, page.kind != .empty {
      return move(scroll == .up || scroll == .pageUp ? -1 : 1, &shared)
    }
    return []
  }

  /// To the field below or above, or in what is offered to this one.
  mutating func move(_ by: Int, _ shared: inout Shared) -> Response {
    if !editor.offers.isEmpty, by > 0 || editor.offer != nil {
      return list(by > 0 ? .down : .up, &shared)
    }
    guard page.slots.indices.contains(focus + by) else { return [] }
    return leave(.focus(focus + by), &shared)
  }
}
