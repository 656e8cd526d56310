import Interview
import PackModel

/// One screen's worth of the route.
package struct Page: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One question with the whole room for itself.
    case single
    /// Text to read.
    case reading
    /// The fields of a group, of a row, or the cells of a table whose rows the pack gives.
    case block
    /// The list of a table's rows.
    case rows
    /// Nothing is asked: the journey has no question yet.
    case empty
  }

  package var kind = Kind.empty
  /// The question of the route.
  package var item = 0
  /// The group, table or question that is shown: the item, or a table within it.
  package var owner = 0
  /// Whether the owner is a table that stands within the item.
  package var isInner = false
  /// The row whose form this is.
  package var row: String?
  package var slots: [Slot] = []
}

extension OpenMatter {
  /// The page of a place. A place that is not asked any more has the page of its item.
  func page(_ place: ScreenLocation) -> Page {
    guard items.contains(where: { $0.question == place.item }) else {
      return items.first.map { self.page(ScreenLocation(item: $0.question)) } ?? Page()
    }
    let asked = place.slot.question
    let owner = pack.questions[asked].kind == .table ? asked : pack.table(of: asked) ?? place.item
    let model = pack.questions[owner]
    var page = Page(
      kind: .single, item: place.item, owner: owner, isInner: owner != place.item)
    switch model.kind {
    case .display: page.kind = .reading
    case .group:
      page.kind = .block
      page.slots = evaluation.fields(of: owner, onlyShort: isShort).map { Slot($0) }
      // One question has the whole room, on a page of several too.
      if model.isPage, page.slots.count == 1, let only = page.slots.first {
        page.owner = only.question
        page.kind = .single
      }
    case .table:
      guard case .pack(let rows) = model.rows else {
        guard let row = place.slot.row,
          let number = rowNumber(Slot(model.children.first ?? owner, row: row))
        else {
          page.kind = .rows
          return page
        }
        page.kind = .block
        page.row = row
        page.slots = columns(owner, row: number).map { Slot($0, row: row) }
        return page
      }
      page.kind = .block
      let live = evaluation.effective.table(owner)?.live ?? []
      page.slots = rows.indices.filter { live.indices.contains($0) && live[$0] == .yes }
        .flatMap { row in columns(owner, row: row).map { Slot($0, row: rows[row].code) } }
      if page.slots.isEmpty { page.kind = .reading }
    default: page.slots = [Slot(owner)]
    }
    return page
  }

  /// The columns that are asked in a row.
  private func columns(_ table: Int, row: Int) -> [Int] {
    pack.questions[table].children.filter {
      let state = evaluation.state($0, row: row)
      return state != .notAsked && state != .notYet
    }
  }

  /// The rows of the table that a cell belongs to, in their order, as far as they are asked.
  func rowIds(around slot: Slot) -> [String] {
    guard let table = pack.table(of: slot.question), let rows = evaluation.effective.table(table)
    else { return [] }
    return rows.rows.indices.filter { rows.live.indices.contains($0) && rows.live[$0] == .yes }
      .map { rows.rows[$0] }
  }
}
