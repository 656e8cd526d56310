import Canvas
import Findings
import Interview
import PackModel

extension InterviewModel {
  /// Brings up what follows from the typing: errors, warnings, counts, help and preview.
  mutating func settle(_ shared: inout Shared) {
    shared.file?.settle()
    guard let file = shared.file else { return }
    settled.readBack = ""
    settled.count = ""
    error = errorWasShown ? error : nil
    if let slot, mode == .answering {
      let reading = file.reading(field, slot, today: shared.today)
      settled.readBack = readBack(reading, slot, file)
      switch reading {
      case .refused(let refusal), .below(_, let refusal): error = refusal.message
      case .empty, .value: error = nil
      }
      if case .choice(let choice) = field, choice.isMany {
        settled.count = "\(choice.marks.count) of \(choice.choices.count) ticked"
      }
      offers = offered(slot, file)
    } else if case .calendar(let date) = mode {
      settled.readBack = CaseFile.readBack(date, file.language)
    }
    settled.warnings =
      page.slots.isEmpty
      ? file.warnings(on: page.owner).map { file.words($0) }
      : (slot.map { file.warnings(at: $0) } ?? []).map { file.words($0) }
    settled.warningCount = file.findings.failed(file.pack).count
    let width = (panes(shared).side?.width ?? 0) - (isCovered(shared) ? 2 : 0)
    switch side(shared) {
    case .help?:
      settled.side = HelpText(file, width: max(10, width)).strips(for: self)
      settled.target = nil
    case .preview?:
      let preview = Preview(file, slot: slot ?? Slot(page.owner), width: max(10, width))
      settled.side = preview.strips
      let height = panes(shared).side?.height ?? 1
      if settled.target != preview.target || sideScroll == 0 {
        sideScroll = max(0, min((preview.target ?? 0) - height / 3, preview.strips.count - height))
      }
      settled.target = preview.target
    case nil: settled.side = []
    }
    layOut(shared)
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

  /// Names that begin with what is typed, where the question offers names.
  private func offered(_ slot: Slot, _ file: CaseFile) -> [String] {
    guard let offer = file.pack.questions[slot.question].offer, case .line(let line) = field else {
      return []
    }
    var options = offer.options
    if let by = offer.by, let attribute = offer.attribute {
      switch file.answer(Slot(by, row: slot.row)) {
      case .value(.choice(.code(let code)))?:
        options = options.filter { ($0.attributes[attribute] ?? []).contains(code) }
      case .value(.checks(let ticks))?:
        options = options.filter { option in
          ticks.contains {
            if case .code(let code) = $0 {
              (option.attributes[attribute] ?? []).contains(code)
            } else {
              false
            }
          }
        }
      default: break
      }
    }
    let text = line.text.lowercased()
    let fits = options.map(\.display).filter { text.isEmpty || $0.lowercased().contains(text) }
    return fits.count == 1 && fits[0].lowercased() == text ? [] : Array(fits.prefix(5))
  }
}
