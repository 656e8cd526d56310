import Findings
import Interview
import PackModel

/// The way through the questions: where Enter leads, and where it goes on once an act is kept.
package struct Navigation: Sendable {
  /// The screen that Enter leads back to, and what was gone to from there.
  private var errand: (from: Screen, slot: Slot)?
  /// Enter leads to the next open question, as the key did that led here.
  private(set) var isAmongOpen = false
  /// Whether it was said how to come back to what was left open.
  private var wayBackWasSaid = false
  /// What happens when the matter has kept the act.
  private(set) var awaited: Next?

  /// The screen that has sent the person here; nil where none has.
  var cameFrom: Screen? { errand?.from }

  /// Goes to a slot for another screen, or with nil by itself.
  mutating func visit(_ slot: Slot, from screen: Screen?) {
    errand = screen.map { ($0, slot) }
    isAmongOpen = false
  }

  /// A screen that sends the person to questions is open again. Says whether it had sent them here.
  mutating func endErrand(of screen: Screen) -> Bool {
    defer { errand = nil }
    return cameFrom == screen
  }

  mutating func walkAmongOpen(_ does: Bool) { isAmongOpen = does }

  /// An act is on its way to the matter.
  mutating func wait(with next: Next) { awaited = next }

  /// The act is kept or refused.
  mutating func actIsOver() { awaited = nil }

  /// Going on has left a question without an answer; the first time it is said how to come back.
  mutating func leftOpen(_ name: String) -> String {
    defer { wayBackWasSaid = true }
    let words = "Left open: \(name)."
    return wayBackWasSaid ? words : "\(words) Alt-N leads back to what is open."
  }

  // MARK: Where it leads

  /// Where Enter leads from here.
  func forward(_ cursor: Cursor, _ file: OpenMatter) -> Next {
    let page = cursor.page
    if let errand, page.row == nil || cursor.slot == errand.slot { return .errandDone(errand.from) }
    // Among open questions the fields that are answered are passed by.
    let isPassing = isAmongOpen && page.row == nil && !page.isInner
    if isAmongOpen, page.row != nil {
      if let cell = file.nextOpenCell(after: cursor.place) {
        return .place(cell, remembers: false)
      }
      return file.nextOpen(behind: page.item).map { .place($0, remembers: true) } ?? .end
    }
    let rest = page.slots.indices.dropFirst(cursor.focus + 1)
    if let next = rest.first(where: { !isPassing || file.isOpen(page.slots[$0]) }) {
      return .focus(next)
    }
    if page.row != nil { return .rows(line: cursor.rows(file).count) }
    if let back = cursor.backToGroup(file, by: 1) { return .place(back, remembers: false) }
    let next =
      isAmongOpen
      ? file.nextOpen(behind: page.item)
      : file.page(after: page.item).map { ScreenLocation(item: $0) }
    return next.map { .place($0, remembers: true) } ?? .end
  }

  /// Where Shift-Tab leads from here.
  func backward(_ cursor: Cursor, _ file: OpenMatter) -> Next {
    let page = cursor.page
    if cursor.focus > 0, page.kind == .block { return .focus(cursor.focus - 1) }
    if let row = page.row { return .rows(line: cursor.rows(file).firstIndex(of: row) ?? 0) }
    if let back = cursor.backToGroup(file, by: 0) { return .place(back, remembers: false) }
    return file.page(by: -1, from: page.item).map { .lastField(item: $0) } ?? .start
  }

  /// What is behind the last question: after the short way what is usual for the rest, after a review
  /// what was found, else everything that was said. With what is said about it.
  func end(_ shared: Shared) -> (screen: Screen, words: String) {
    let last = isAmongOpen ? "That was the last open question." : "That was the last question."
    if shared.file?.isShort == true, !UsualModel(shared).lines.isEmpty {
      return (.usual, "\(last) This is what is usual for the rest; Tab goes on without.")
    }
    if shared.file?.findings.isReview == true {
      return (.dashboard, "\(last) This is what was found; v shows everything you have said.")
    }
    return (.review, "\(last) Here is everything you have said.")
  }
}
