import Interview
import PackModel

/// What is open in a matter, by slot: what the route counts.
struct OpenCount: Hashable, Sendable {
  let slots: [Slot]
  let tally: OpenTally

  init(_ file: OpenMatter) {
    slots = file.items.flatMap { file.slots($0) }.filter { file.isOpen($0) }
    tally = OpenTally(file.route.places, file.pack)
  }

  var all: Int { tally.all }
  var words: String { tally.words }
}

extension OpenMatter {
  func isOpen(_ slot: Slot) -> Bool { state(slot).isOpen }

  /// The slots of a page as they are reviewed, line by line: those that the route counts.
  func slots(_ item: Route.Item) -> [Slot] { item.places.map { slot($0) } }

  func slot(_ place: Route.Place) -> Slot {
    guard let row = place.row, let table = pack.table(of: place.question),
      let rows = evaluation.effective.table(table)?.rows, rows.indices.contains(row)
    else { return Slot(place.question) }
    return Slot(place.question, row: rows[row])
  }

  /// A table, line by line: the table itself, and the cells of its rows that are asked.
  func rowSlots(_ table: Int) -> [Slot] {
    let children = pack.questions[table].children
    let rows = children.first.map { rowIds(around: Slot($0)) } ?? []
    return [Slot(table)]
      + rows.flatMap { row in children.map { Slot($0, row: row) } }
      .filter { state($0) != .notAsked && state($0) != .notYet }
  }
}
