/// The page with what the paper calls our terms.
extension ReadingModel {
  /// What the paper calls our terms; where the pack has none, the changes are written at once.
  mutating func take(_ terms: [ShelfTerm], _ shared: inout Shared) -> Response {
    guard !terms.isEmpty else { return write([:], &shared) }
    stage = .terms(TermsPage(terms))
    return []
  }

  mutating func updateTerms(
    _ message: ReadingMessage, _ page: TermsPage, _ shared: inout Shared
  ) -> Response {
    var page = page
    switch message {
    case .pick(let number): page.correct(number, width: fieldWidth(shared))
    case .text(let text): if let said = page.type(text) { shared.notice = Notice(said) }
    case .carryOn where page.typed != nil: page.take()
    case .carryOn:
      stage = .list
      return write(page.words, &shared)
    case .close where page.typed != nil: page.leave()
    case .close:
      stage = .list
      return []
    default: return []
    }
    stage = .terms(page)
    return []
  }

  private func write(_ terms: [String: String], _ shared: inout Shared) -> Response {
    shared.notice = Notice("Writing the changes into the paper's own file.")
    return [.writeRedline(terms: terms)]
  }
}
