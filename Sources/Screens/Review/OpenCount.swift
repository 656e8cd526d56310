import Interview
import PackModel

/// What is open in a matter, counted once for every screen: answers wanted now that are not there,
/// not known yet, left for counsel, or no longer fitting the others.
struct OpenCount: Hashable, Sendable {
  let slots: [Slot]
  let missing: Int
  let unknown: Int
  let parked: Int
  let conflicting: Int

  init(_ file: OpenMatter) {
    slots = file.items.flatMap { file.slots($0) }.filter { file.isOpen($0) }
    let states = slots.map { file.state($0) }
    missing = states.count { $0 == .open }
    unknown = states.count { $0 == .unknown }
    parked = states.count { $0 == .parked }
    conflicting = states.count { $0 == .conflict }
  }

  var all: Int { slots.count }

  /// "91 answers open: 88 not given yet, 2 not known yet, 1 left for counsel"
  var words: String {
    guard all > 0 else { return "nothing open" }
    let parts = [
      (missing, "not given yet"), (unknown, "not known yet"), (parked, "left for counsel"),
      (conflicting, "no longer fitting"),
    ].filter { $0.0 > 0 }
    let kinds = parts.count == 1 ? parts.map(\.1) : parts.map { "\($0.0) \($0.1)" }
    return "\(counted(all, "answer")) open: \(kinds.joined(separator: ", "))"
  }
}

extension OpenMatter {
  func isOpen(_ slot: Slot) -> Bool {
    switch state(slot) {
    case .open, .unknown, .parked, .conflict: true
    default: false
    }
  }

  /// The slots of a page as they are reviewed, line by line. Those that are open are those that the
  /// route counts.
  func slots(_ item: Route.Item) -> [Slot] {
    let page = page(ScreenLocation(item: item.question))
    switch page.kind {
    case .single: return page.slots
    case .block where pack.questions[item.question].kind == .table:
      return tableSlots(item.question)
    case .block:
      return page.slots.flatMap { slot in
        pack.questions[slot.question].kind == .table ? tableSlots(slot.question) : [slot]
      }
    case .rows, .reading, .empty:
      return pack.questions[item.question].kind == .table ? tableSlots(item.question) : []
    }
  }

  /// Of a user's table itself and the cells that want an answer; of the pack's rows every cell that is
  /// asked.
  private func tableSlots(_ table: Int) -> [Slot] {
    guard case .pack = pack.questions[table].rows else { return rowSlots(table, onlyOpen: true) }
    let own = Slot(table)
    return (isOpen(own) ? [own] : []) + rowSlots(table, onlyOpen: false).dropFirst()
  }

  /// A table, line by line: the table itself, and the cells of its rows that are asked, or only those
  /// that are open.
  func rowSlots(_ table: Int, onlyOpen: Bool) -> [Slot] {
    let rows = evaluation.effective.table(table)
    let live = rows.map { rows in
      rows.rows.indices.filter { rows.live.indices.contains($0) && rows.live[$0] == .yes }
        .map { rows.rows[$0] }
    }
    let cells = (live ?? []).flatMap { row in
      pack.questions[table].children.map { Slot($0, row: row) }.filter { slot in
        switch state(slot) {
        case .open: !onlyOpen || pack.questions[slot.question].required
        case .unknown, .parked, .conflict: true
        case .notAsked, .notYet: false
        default: !onlyOpen
        }
      }
    }
    return [Slot(table)] + cells
  }
}
