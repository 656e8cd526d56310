import Documents
import Drafting
import Findings
import Interview
import PackModel
import Publishing

/// Reviews of several matters beside each other, or an earlier and a later review of one paper.
package struct BesideReport {
  private let document: Document

  /// - Parameters:
  ///   - moments: two or more, in the order of their columns.
  ///   - areVersions: whether they are two, the earlier and the later state of one paper.
  /// - Throws: an `Outcome` where one is of another questionnaire, or does not say that it
  ///   reviews another's paper.
  package init(
    _ moments: [Moment], areVersions: Bool = false, asOf: CalendarDate,
    forms: [DocumentForm: String] = [:]
  ) throws {
    guard let first = moments.first, let last = moments.last, moments.count > 1 else {
      throw Outcome.usage("Name a second matter to hold beside the first.")
    }
    guard moments.allSatisfy({ $0.evaluation.pack.id == first.evaluation.pack.id }) else {
      throw Outcome.usage("These matters are of different questionnaires.")
    }
    func settings(_ moment: Moment) -> DraftSettings {
      DraftSettings(
        of: moment.evaluation.sheet, override: forms, standing: .report, matter: moment.title)
    }
    let names = BesideReport.names(moments)
    let sides = try zip(moments, names).map { moment, name in
      guard moment.evaluation.reviewedPaper == .vendor else {
        let pack = moment.evaluation.pack
        throw Outcome.usage(
          "“\(moment.path)” does not say that it reviews a paper of the other side.",
          pack.review?.paper.map { "Answer \(pack.questions[$0].linkId) in it first." }
            ?? "Its questionnaire has no such review.")
      }
      let findings = examine(moment.evaluation, asOf: asOf)
      return ReviewSide(name, moment.evaluation, findings, settings(moment))
    }
    document =
      areVersions
      ? ReviewVersions(before: sides[0], after: sides[sides.count - 1], settings(last)).document
      : ReviewsBeside(sides, settings(first)).document
  }

  /// What their columns are headed: the matters' titles, with the entry where two are alike.
  private static func names(_ moments: [Moment]) -> [String] {
    moments.map { moment in
      let isAlone = moments.count { $0.title == moment.title } == 1
      return isAlone ? moment.title : "\(moment.title), entry \(moment.last.number)"
    }
  }

  /// Writes it. A format that cannot be made loses no other.
  package func write(
    as formats: [Format], to folder: String, by writer: DocumentWriter
  ) async -> DocumentWriter.Result {
    await writer.write(document, as: formats, to: folder)
  }
}
