import Interview
import PackModel

/// Where the person is in the interview: a page, and the field on it or the line of its list.
package struct Cursor: Sendable {
  package private(set) var page = Page()
  /// The slot in focus, by its number on the page; of a list of rows the line.
  package private(set) var focus = 0

  /// The slot in focus; nil on pages that have none.
  var slot: Slot? { page.slots.indices.contains(focus) ? page.slots[focus] : nil }

  var place: ScreenLocation {
    ScreenLocation(item: page.item, slot: slot ?? Slot(page.owner, row: page.row))
  }

  /// What a state is said of: the field in focus, or the table whose rows are listed.
  func target(_ file: OpenMatter) -> Slot? {
    if let slot { return slot }
    return file.pack.questions.indices.contains(page.owner)
      && file.pack.questions[page.owner].kind == .table ? Slot(page.owner) : nil
  }

  /// The row in hand: of a list its line, else that of the field; nil where there is none.
  func ofRow(_ file: OpenMatter) -> Slot? {
    if let slot { return slot.row == nil ? nil : slot }
    return row(file).map { Slot(page.owner, row: $0) }
  }

  /// To a page, and the field on it; in a list of rows to the row, else to the line that goes on.
  mutating func show(_ place: ScreenLocation, _ file: OpenMatter) {
    page = file.page(place)
    focus = page.slots.firstIndex(of: place.slot) ?? 0
    if page.kind == .rows {
      let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
      focus = place.slot.row.flatMap { rows.firstIndex(of: $0) } ?? file.listCount(page.owner) - 1
    }
  }

  /// To the list of the table's rows, on a line.
  mutating func showRows(line: Int, _ file: OpenMatter) {
    show(ScreenLocation(item: page.item, slot: Slot(page.owner)), file)
    focus = line
  }

  mutating func move(to number: Int) { focus = number }

  mutating func moveInRows(_ scroll: ScrollMessage, by rows: Int, _ file: OpenMatter) {
    focus = focus.moved(scroll, count: file.listCount(page.owner), page: rows)
  }

  /// Onto a field of the page, where there are fewer than there were.
  mutating func stayOnPage() {
    if page.kind != .rows { focus = min(focus, max(0, page.slots.count - 1)) }
  }

  /// The same page after answers or conditions have changed.
  mutating func renew(_ file: OpenMatter) {
    let kept = slot
    let wasList = page.kind == .rows
    page = file.page(ScreenLocation(item: page.item, slot: kept ?? Slot(page.owner, row: page.row)))
    if let kept, let at = page.slots.firstIndex(of: kept) { focus = at }
    if page.kind == .rows {
      focus = wasList ? min(focus, file.listCount(page.owner) - 1) : 0
    }
    stayOnPage()
  }

  /// The rows of the table whose list or form this is, by id.
  func rows(_ file: OpenMatter) -> [String] {
    file.sheet.rows(of: file.pack.questions[page.owner].linkId)
  }

  /// The row in focus of a list; nil on its other lines.
  func row(_ file: OpenMatter) -> String? {
    let rows = rows(file)
    return page.kind == .rows && rows.indices.contains(focus) ? rows[focus] : nil
  }

  /// The group around a table, at the table itself or the field behind it.
  func backToGroup(_ file: OpenMatter, by: Int) -> ScreenLocation? {
    guard page.isInner else { return nil }
    let group = file.page(ScreenLocation(item: page.item))
    guard let at = group.slots.firstIndex(where: { $0.question == page.owner }),
      group.slots.indices.contains(at + by)
    else { return nil }
    return ScreenLocation(item: page.item, slot: group.slots[at + by])
  }
}
