import Canvas
import Findings
import Interview
import PackModel

extension InterviewModel {
  /// Brings up what follows from the typing: errors, warnings, counts, help and preview.
  ///
  /// - Parameter isFirst: without the checks and what typed text would change, which the first screen
  ///   does not wait for.
  mutating func settle(_ shared: inout Shared, isFirst: Bool = false) {
    if !isFirst { shared.file?.settle() }
    if side(shared) == .preview { shared.file?.settleDraft() }
    guard let file = shared.file else { return }
    settled.readBack = ""
    settled.count = ""
    settled.follows = ""
    error = errorWasShown ? error : nil
    // What is typed and could be accepted shows what would follow from it.
    var shown = file
    if let slot, mode == .answering {
      let reading = file.reading(field, slot, today: shared.today)
      if case .value(let value) = reading, !isFirst {
        shown = shared.file?.trying(value, at: slot) ?? file
      }
      settled.readBack = readBack(reading, slot, file)
      switch reading {
      case .refused(let refusal), .below(_, let refusal): error = refusal.message
      case .empty, .value:
        error = nil
        if errorWasShown, shared.notice?.kind == .error { shared.notice = nil }
      }
      if case .choice(let choice) = field, choice.isMany {
        settled.count = "\(choice.marks.count) of \(choice.choices.count) ticked"
      }
      offers = file.offers(field, slot, profile: shared.profile)
      settled.follows = shown.follows(slot)
    } else if case .calendar(let date) = mode {
      settled.readBack = CaseFile.readBack(date, file.language)
    }
    settled.warnings =
      page.slots.isEmpty
      ? file.warnings(on: page.owner).map { file.words($0) }
      : (slot.map { shown.warnings(at: $0) } ?? []).map { shown.words($0) }
    settled.warningCount = shown.findings.failed(file.pack).count
    let width = (panes(shared).side?.width ?? 0) - (isCovered(shared) ? 2 : 0)
    switch side(shared) {
    case .help?:
      settled.side = HelpText(file, width: max(10, width))
        .strips(for: self, height: panes(shared).side?.height ?? 1)
      settled.target = nil
    case .preview?:
      shown.settleDraft()
      let preview = Preview(shown, slot: slot ?? Slot(page.owner), width: max(10, width))
      settled.side = preview.strips
      let height = panes(shared).side?.height ?? 1
      if settled.target != preview.target || sideScroll == 0 {
        sideScroll = max(0, min((preview.target ?? 0) - height / 3, preview.strips.count - height))
      }
      settled.target = preview.target
    case nil: settled.side = []
    }
  }

  private func readBack(_ reading: FieldReading, _ slot: Slot, _ file: CaseFile) -> String {
    guard case .value(let value) = reading else { return "" }
    switch value {
    case .date(let date): return CaseFile.readBack(date, file.language)
    case .quantity, .money:
      return file.evaluation.shown(value, of: slot.question, in: file.language)
    default: return ""
    }
  }
}
