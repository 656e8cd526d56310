import Canvas
import Findings
import Interview
import PackModel

extension InterviewModel {
  /// Goes where the answer in hand had to be kept for.
  mutating func proceed(_ next: Next, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    switch next {
    case .stay: refill(shared)
    case .resume: break
    case .forward: return forward(file, &shared)
    case .backward: return backward(file, &shared)
    case .focus(let number): focusOn(number, shared)
    case .place(let place, let remembers):
      if remembers { shared.file?.history.leave(self.place) }
      show(place, &shared)
    case .row(let row):
      let list = Slot(page.owner)
      if let row, let first = file.pack.questions[page.owner].children.first {
        show(Place(item: page.item, slot: Slot(first, row: row)), &shared)
      } else {
        let number = page.row.flatMap {
          file.sheet.rows(of: file.pack.questions[page.owner].linkId).firstIndex(of: $0)
        }
        show(Place(item: page.item, slot: list), &shared)
        focus = number ?? 0
      }
    case .addRow:
      let table = file.pack.questions[page.owner].linkId
      let row = file.sheet.freshRow
      pending = .row(row)
      return [.append(Act(file.sheet.addingRow(to: table, id: row)))]
    case .turn(let turn):
      isLeft = true
      return arrived + .turn(turn)
    }
    return arrived
  }

  /// What is done wherever one arrives: help, warnings and preview follow on the pause.
  var arrived: Response { [.after(milliseconds: 150, .settle)] }

  mutating func forward(_ file: CaseFile, _ shared: inout Shared) -> Response {
    if let cameFrom, page.row == nil || slot == reviewed {
      return .turn(.open(cameFrom))
    }
    // Among open questions the fields that are answered are passed by.
    let isPassing = isAmongOpen && page.row == nil && page.owner == page.item
    let rest = page.slots.indices.dropFirst(focus + 1)
    if let next = rest.first(where: { !isPassing || file.isOpen(page.slots[$0]) }) {
      focusOn(next, shared)
      return arrived
    }
    if page.row != nil {
      let rows = file.sheet.rows(of: file.pack.questions[page.owner].linkId)
      show(Place(item: page.item, slot: Slot(page.owner)), &shared)
      focus = rows.count
      return arrived
    }
    if page.owner != page.item, let back = backToGroup(file, by: 1) {
      show(back, &shared)
      return arrived
    }
    let next =
      isAmongOpen
      ? file.nextOpen(behind: page.item) : file.page(by: 1, from: page.item).map { Place(item: $0) }
    guard let next else { return end(&shared) }
    shared.file?.history.leave(place)
    show(next, &shared)
    return arrived
  }

  /// Behind the last question: everything that was said, after the short way what is usual for the
  /// rest, after a review what was found.
  private mutating func end(_ shared: inout Shared) -> Response {
    let last = isAmongOpen ? "That was the last open question." : "That was the last question."
    isAmongOpen = false
    if shared.file?.isShort == true, !UsualModel(shared).lines.isEmpty {
      shared.notice = Notice("\(last) This is what is usual for the rest; Tab goes on without.")
      return .turn(.open(.usual))
    } else if shared.file?.findings.isReview == true {
      shared.notice = Notice("\(last) This is what was found; v shows everything you have said.")
      return .turn(.open(.dashboard))
    } else {
      shared.notice = Notice("\(last) Here is everything you have said.")
      return .turn(.open(.review))
    }
  }

  mutating func backward(_ file: CaseFile, _ shared: inout Shared) -> Response {
    if focus > 0, page.kind == .block {
      focusOn(focus - 1, shared)
      return arrived
    }
    if page.row != nil { return proceed(.row(nil), &shared) }
    if page.owner != page.item, let back = backToGroup(file, by: 0) {
      show(back, &shared)
      return arrived
    }
    guard let previous = file.page(by: -1, from: page.item) else {
      shared.notice = Notice("This is the first question.")
      refill(shared)
      return arrived
    }
    show(Place(item: previous), &shared)
    if page.kind == .block { focusOn(page.slots.count - 1, shared) }
    return arrived
  }

  /// The group around a table, at the table itself or the field behind it.
  func backToGroup(_ file: CaseFile, by: Int) -> Place? {
    let group = file.page(Place(item: page.item))
    guard let at = group.slots.firstIndex(where: { $0.question == page.owner }) else { return nil }
    guard group.slots.indices.contains(at + by) else { return nil }
    return Place(item: page.item, slot: group.slots[at + by])
  }

  mutating func section(_ by: Int, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return [] }
    let steps = file.route.steps.filter { !$0.items.isEmpty }
    guard let at = steps.firstIndex(where: { $0.items.contains { $0.question == page.item } })
    else {
      return []
    }
    let isInside = by < 0 && steps[at].items.first?.question != page.item
    let target = isInside ? at : at + by
    guard steps.indices.contains(target), let first = steps[target].items.first else {
      shared.notice = Notice(by < 0 ? "This is the first step." : "This is the last step.")
      return []
    }
    return leave(.place(Place(item: first.question), remembers: true), &shared)
  }

  mutating func jump(_ place: Place?, _ otherwise: String, _ shared: inout Shared) -> Response {
    guard let place else {
      shared.notice = Notice(otherwise)
      return []
    }
    return leave(.place(place, remembers: true), &shared)
  }

  mutating func history(_ isBack: Bool, _ shared: inout Shared) -> Response {
    guard var file = shared.file else { return [] }
    let here = place
    guard let place = isBack ? file.history.goBack(from: here) : file.history.goForward(from: here)
    else {
      shared.notice = Notice(isBack ? "This is where you began." : "You have not been further.")
      return []
    }
    shared.file?.history = file.history
    return leave(.place(place, remembers: false), &shared)
  }

  mutating func otherJourney(_ shared: inout Shared) -> Response {
    guard let file = shared.file, file.pack.journeys.count > 1 else { return [] }
    let next = file.pack.journeys[
      file.sibling ?? (file.journey + 1) % file.pack.journeys.count]
    pending = .place(place, remembers: false)
    return [.append(Act(file.sheet.changing(.journey, to: next.id), why: "Now: \(next.title)"))]
  }
}
