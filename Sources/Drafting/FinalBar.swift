import Documents
import Findings
import Interview
import PackModel

/// One thing that stands in the way of a final copy, with what a person can do about it.
package enum FinalBar: Hashable, Sendable {
  /// A duty of Art. 28(3) that the draft does not hold, by the obligation's number in the pack.
  case duty(Int)
  /// A choice below the law for which nobody said why.
  case deviation(Shortfall)
  /// A blank by its name and the answer that it waits for; nil where no answer fills it.
  case blank(String, AnswerKey?)
  /// A critical finding that nobody accepted with a reason.
  case critical(FindingWords)
}

extension Evaluation {
  /// The ids of what goes to the other side or is read beside it: no report, no amendment.
  ///
  /// - Parameter with: papers that the pack has for the asking, by their words.
  package func documentsForTheOtherSide(with: [String] = []) -> [String] {
    let apart = pack.documents.filter { [.report, .amendment].contains($0.role) }.map(\.id)
    return wantedDocuments(self, with: with).filter { !apart.contains($0) }
  }

  /// What is published as a final copy, drafted.
  package func draftsForTheOtherSide(
    _ findings: FindingsResult, _ settings: DraftSettings
  ) -> [Document] {
    let documents = documentsForTheOtherSide()
    let report = documents.count > 1 ? ReportData(self, findings, settings) : nil
    return documents.compactMap { draft($0, self, findings, settings, of: report) }
  }

  /// Everything that bars a final copy, once each: missing duties, choices below the law without a
  /// reason, blanks that are not left open by name, critical findings that are not accepted by name.
  ///
  /// - Parameter documents: those that are to be published.
  package func finalBars(_ documents: [Document], _ findings: FindingsResult) -> [FinalBar] {
    var bars: [FinalBar] = []
    for obstacle in documents.flatMap({ finalObstacles($0, self, findings) }) {
      for bar in FinalBar.all(of: obstacle, sheet) where !bars.contains(bar) { bars.append(bar) }
    }
    return bars
      + findings.failed(pack).filter { $0.severity == .critical }
      .map { FindingWords($0, self, findings.asOf) }
      .filter { sheet.acceptance(of: $0.id) == nil }.map { .critical($0) }
  }

  /// A sentence for a lawyer: what it is.
  package func sentence(_ bar: FinalBar) -> String {
    switch bar {
    case .duty(let number): return FinalObstacle.missingDuty(number).sentence(self)
    case .deviation(let shortfall): return FinalObstacle.deviation(shortfall).sentence(self)
    case .blank(let name, nil): return "Still blank: \(name)."
    case .blank(let name, _?): return "[\(name)] is blank."
    case .critical(let words):
      return "Critical finding \(words.id): \(words.finding) \(words.remedy)"
    }
  }
}

extension FinalBar {
  fileprivate static func all(of obstacle: FinalObstacle, _ sheet: AnswerSheet) -> [FinalBar] {
    switch obstacle {
    case .missingDuty(let number): return [.duty(number)]
    case .deviation(let shortfall): return [.deviation(shortfall)]
    case .blank(let blank) where blank.waitsFor.isEmpty: return [.blank(blank.name, nil)]
    case .blank(let blank):
      return blank.waitsFor.map { AnswerKey($0.linkId, row: $0.row) }
        .filter { sheet.leftOpen($0) == nil }.map { .blank(blank.name, $0) }
    }
  }
}

extension AnswerSheet {
  /// Why a finding was accepted; nil where it was not.
  package func acceptance(of finding: String) -> String? {
    let follow = followUp(finding)
    return follow.status == .accepted ? follow.reason.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// The changes that give a reason for what bars a final copy, so that it bars it no more; none where
  /// a reason alone mends nothing.
  package func giving(_ reason: String, for bar: FinalBar, _ pack: Pack) -> [Change] {
    switch bar {
    case .duty(let number):
      let field = FollowUp.Field.reason.rawValue
      return changing(
        .followUp(finding: pack.obligations[number].id, field: field), to: reason)
    case .deviation(let shortfall): return remarking(shortfall.key, reason)
    case .blank(_, let key): return key.map { changing(.leftOpen($0), to: reason) } ?? []
    case .critical(let words):
      var follow = followUp(words.id)
      (follow.status, follow.reason) = (.accepted, reason)
      return following(words.id, follow)
    }
  }
}
