import Interview
import PackModel

/// A question as the screens speak of it: its number in the pack, and for a column the row's id.
package struct Slot: Hashable, Sendable {
  package var question: Int
  package var row: String?

  package init(_ question: Int, row: String? = nil) {
    self.question = question
    self.row = row
  }
}

/// A page of the interview, and the field on it.
package struct ScreenLocation: Hashable, Sendable {
  /// The question, group or table of the route.
  package var item: Int
  /// The field in focus; the item itself where the page has none, or has its first.
  package var slot: Slot

  package init(item: Int, slot: Slot) {
    self.item = item
    self.slot = slot
  }

  package init(item: Int) {
    self.init(item: item, slot: Slot(item))
  }
}

/// Where somebody has been, like a browser's.
struct History: Hashable, Sendable {
  private(set) var back: [ScreenLocation] = []
  private(set) var forward: [ScreenLocation] = []

  /// Leaves a place for a new one.
  mutating func leave(_ place: ScreenLocation) {
    if back.last?.item != place.item { back.append(place) }
    forward.removeAll()
  }

  mutating func goBack(from place: ScreenLocation) -> ScreenLocation? {
    guard let last = back.popLast() else { return nil }
    forward.append(place)
    return last
  }

  mutating func goForward(from place: ScreenLocation) -> ScreenLocation? {
    guard let last = forward.popLast() else { return nil }
    back.append(place)
    return last
  }
}

extension OpenMatter {
  func key(_ slot: Slot) -> AnswerKey {
    AnswerKey(pack.questions[slot.question].linkId, row: slot.row)
  }

  /// The number of a slot's row in its table.
  func rowNumber(_ slot: Slot) -> Int? {
    guard let row = slot.row, let table = pack.table(of: slot.question) else { return nil }
    return evaluation.effective.table(table)?.number(of: row)
  }

  func state(_ slot: Slot) -> AnswerState { evaluation.state(slot.question, row: rowNumber(slot)) }

  func answer(_ slot: Slot) -> Answer? { sheet[key(slot)] }

  /// The page of the route on which a question stands.
  func item(of question: Int) -> Int? {
    let pages = Set(items.map(\.question))
    var next: Int? = question
    while let number = next {
      if pages.contains(number) { return number }
      next = pack.questions[number].parent
    }
    return nil
  }

  func place(_ key: AnswerKey) -> ScreenLocation? {
    guard let question = pack.question(key.linkId), let item = item(of: question) else {
      return nil
    }
    return ScreenLocation(item: item, slot: Slot(question, row: key.row))
  }
}
