import Documents
import Interview
import PackModel

/// Turns text of the pack into runs: sentences with their values, phrases and references filled in, each
/// run with what it rests on.
struct RunDrafter {
  let evaluation: Evaluation
  let settings: DraftSettings
  let evaluator: ExpressionEvaluator
  /// The document that the text belongs to, by its number.
  let document: Int
  /// Whether the document is the report, which is read and not signed.
  let isReport: Bool
  let facts: ReportFacts?
  /// The numbers that references print; nil where there is no document around the text.
  var numbering: Numbering?
  /// By clause and section of the contract, where they stand there: for papers that are only read.
  var contractPlaces: [String: String] = [:]
  /// Whether the words are spoken on the screen or in a report, and are no text of the document.
  var isSpoken = false
  /// Whether what is drafted goes into another's paper, where our numbers mean nothing.
  var isInsertion = false
  /// By clause, the provision of the amendment that holds it.
  var provisions: [Int: Provision] = [:]
  var pack: Pack { evaluation.pack }
  /// Whether the document is signed, not only read.
  var isSigned: Bool { pack.documents[document].isSigned }

  /// - Parameter asOf: the day on which ages are counted.
  init(
    _ document: Int, _ evaluation: Evaluation, _ asOf: CalendarDate, _ settings: DraftSettings,
    reports: [ReportTable: [ReportRow]] = [:], facts: ReportFacts? = nil
  ) {
    self.document = document
    self.evaluation = evaluation
    self.settings = settings
    self.facts = facts
    isReport = evaluation.pack.documents[document].role == .report
    evaluator = evaluation.evaluator(Context(asOf: asOf, reports: reports))
  }

  /// Speaks on the screen or in a report: of no document, and without named blanks for what is unsettled.
  static func speaking(
    _ evaluation: Evaluation, _ asOf: CalendarDate, _ settings: DraftSettings, document: Int = 0
  ) -> RunDrafter {
    var runs = RunDrafter(document, evaluation, asOf, settings)
    runs.isSpoken = true
    return runs
  }

  func inlines(_ inlines: [Inline], _ whereabouts: Whereabouts) -> [Run] {
    joined(gathered(inlines.flatMap { inline($0, whereabouts) }))
  }

  /// "section 15.4 and section 15.5" becomes "sections 15.4 and 15.5".
  private func gathered(_ runs: [Run]) -> [Run] {
    var runs = runs
    var at = 0
    while at + 2 < runs.count {
      defer { at += 1 }
      guard isSection(runs[at]) else { continue }
      var next = at
      while next + 2 < runs.count, isSection(runs[next + 2]), case .text = runs[next + 1].kind,
        [" and ", ", ", " or "].contains(runs[next + 1].text)
      {
        next += 2
        runs[next].text.removeFirst("section ".count)
      }
      guard next > at else { continue }
      runs[at].text = "sections" + runs[at].text.dropFirst("section".count)
      at = next
    }
    return runs
  }

  private func isSection(_ run: Run) -> Bool {
    guard case .reference = run.kind else { return false }
    return run.text.hasPrefix("section ")
  }

  /// The whole text of a paragraph, heading or cell: without spaces at its ends, and with one space or
  /// one full stop where two pieces each bring one.
  func text(_ inlines: [Inline], _ whereabouts: Whereabouts) -> [Run] {
    var runs = self.inlines(inlines, whereabouts)
    for at in runs.indices where runs[at].kind == .text {
      let before = at > 0 ? runs[at - 1].text.last : " "
      if before == " " {
        while runs[at].text.first == " " { runs[at].text.removeFirst() }
      }
      // A name that ends in a full stop, "Example, Inc.", ends the sentence with it.
      if before == ".", runs[at].text.first == "." { runs[at].text.removeFirst() }
    }
    runs.removeAll { $0.text.isEmpty }
    while var last = runs.last, last.kind == .text, last.text.last == " " {
      while last.text.last == " " { last.text.removeLast() }
      runs.removeLast()
      if !last.text.isEmpty { runs.append(last) }
    }
    return joined(runs)
  }

  /// Neighbours of one kind and origin become one run.
  private func joined(_ runs: [Run]) -> [Run] {
    var found: [Run] = []
    for run in runs where !run.text.isEmpty {
      if var last = found.last, last.kind == .text, run.kind == .text, last.strong == run.strong,
        last.emphasis == run.emphasis, last.provenance == run.provenance
      {
        let isDoubled = last.text.last == "." && run.text.first == "."
        last.text += isDoubled ? run.text.dropFirst() : run.text[...]
        found[found.count - 1] = last
      } else {
        found.append(run)
      }
    }
    return found
  }

  private func inline(_ inline: Inline, _ whereabouts: Whereabouts) -> [Run] {
    switch inline {
    case .text(let text):
      return [Run(isInsertion ? moved(text) : text, provenance: whereabouts.provenance)]
    case .strong(let inner):
      return inlines(inner, whereabouts).map { run in
        var run = run
        run.strong = true
        return run
      }
    case .emphasis(let inner):
      return inlines(inner, whereabouts).map { run in
        var run = run
        run.emphasis = true
        return run
      }
    case .placeholder(let placeholder): return value(placeholder, whereabouts)
    case .reference(let ids): return [reference(ids, whereabouts)]
    case .cite(let id):
      guard let authority = pack.authority(id) else { return [] }
      return [
        Run(
          isSigned ? authority.citation : authority.marked, provenance: whereabouts.provenance)
      ]
    case .phrase(let id): return phrase(id, whereabouts)
    }
  }
}
