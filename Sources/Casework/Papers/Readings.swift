import Findings
import Interview
import Matters
import PackModel
import PlainText

/// Two matters in which two people graded the same paper, each without the other's grades: where they
/// agree, and what is to be settled.
package struct Readings {
  package let result: SecondReading
  private let language = Language.british

  /// - Throws: an `Outcome` where the two are not of one questionnaire, or not of one paper.
  package init(_ first: MatterSession, _ second: MatterSession) throws {
    guard first.pack.id == second.pack.id else {
      throw Outcome.usage("The two matters are of different questionnaires.")
    }
    func agreement(_ session: MatterSession) -> String? {
      session.file.sheet.papers.first { $0.rank == .agreement }?.sha256
    }
    if let one = agreement(first), let other = agreement(second), one != other {
      throw Outcome.usage(
        "The two matters read different papers.", "art28 paper list shows which each has.")
    }
    result = SecondReading(first: Readings.graded(first), second: Readings.graded(second))
  }

  /// The rows that are graded with the paper in hand.
  private static func graded(_ session: MatterSession) -> [SecondReading.Graded] {
    let pack = session.pack
    let sheet = session.file.sheet
    return (pack.review?.reading ?? []).flatMap { columns -> [SecondReading.Graded] in
      guard case .question(let grade)? = columns[.grade] else { return [] }
      let table = pack.questions[columns.table].linkId
      func said(_ member: Member?, _ row: String) -> String? {
        guard case .question(let number)? = member,
          case .value(let value)? = sheet[AnswerKey(pack.questions[number].linkId, row: row)]
        else { return nil }
        return Evaluation.written(value)
      }
      return pack.rowCodes(of: table).compactMap { row in
        said(.question(grade), row).map {
          SecondReading.Graded(
            row: "\(table)[\(row)]", grade: $0, quotation: said(columns[.quotation], row))
        }
      }
    }
  }

  /// What came of it, a sentence or a row each.
  package var lines: [String] {
    let both = result.agreements.count + result.differences.count
    var lines = ["\(both) rows were graded by both; on \(result.agreements.count) they agree."]
    switch result.kappa {
    case .value:
      let value = result.kappa.hundredths.map(language.decimal) ?? ""
      lines.append("Cohen's kappa: \(value) (1 is full agreement, 0 what chance alone would give).")
    case .undefined:
      lines.append("Cohen's kappa has no value here: both gave one grade to every row.")
    case .nothing: break
    }
    for pair in result.differences {
      lines.append("\(pair.row): \(said(pair.first)); \(said(pair.second)).")
    }
    for graded in result.onlyFirst {
      lines.append("\(graded.row): graded by the first only, \(said(graded)).")
    }
    for graded in result.onlySecond {
      lines.append("\(graded.row): graded by the second only, \(said(graded)).")
    }
    return lines
  }

  private func said(_ graded: SecondReading.Graded) -> String {
    guard let words = graded.quotation else { return graded.grade }
    return "\(graded.grade), “\(Sanitiser.documentLine.clean(words))”"
  }
}
