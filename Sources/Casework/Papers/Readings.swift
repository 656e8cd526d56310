import Findings
import Interview
import Matters
import PackModel
import PlainText

/// Two matters in which two people graded the same paper, each without the other's grades: where they
/// agree, and what is to be settled.
package struct Readings {
  package let readings: TwoReadings
  package var result: SecondReading { readings.result }
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
    readings = TwoReadings(
      first.pack, first: try Readings.reader(first), second: try Readings.reader(second))
  }

  /// What a matter says, and who said it.
  package static func reader(_ session: MatterSession) throws -> TwoReadings.Reader {
    do throws(MatterError) {
      return TwoReadings.Reader(session.file.sheet, try session.file.entries())
    } catch {
      throw Outcome(error)
    }
  }

  /// What came of it, a sentence or a row each. While one of them has not read a row that the other has
  /// graded, no grades are told: whoever reads last shall not be led.
  package var lines: [String] {
    let both = result.agreements.count + result.differences.count
    var lines = [
      (both == 1 ? "1 row was" : "\(both) rows were")
        + " graded by both; on \(result.agreements.count) they agree."
    ]
    lines += kappa
    guard readings.unread.isEmpty else {
      return lines + [
        "Only one of the two has said anything of these rows; until both have, no grades are shown:"
      ] + readings.unread.map { "  \($0.path)" }
    }
    if readings.settled > 0 {
      lines.append(
        "\(readings.settled == 1 ? "1 row is" : "\(readings.settled) rows are") settled.")
    }
    for row in readings.open {
      lines.append("\(row.path): \(said(row, .first)); \(said(row, .second)).")
    }
    if !readings.open.isEmpty {
      lines.append("--settle ROW=first, second or a grade takes one into the first matter.")
    }
    return lines
  }

  /// How far they agree beyond chance, before anything was settled.
  private var kappa: [String] {
    switch result.kappa {
    case .value:
      let value = result.kappa.hundredths.map(language.decimal) ?? ""
      return ["Cohen's kappa: \(value) (1 is full agreement, 0 what chance alone would give)."]
    case .undefined:
      return ["Cohen's kappa has no value here: both gave one grade to every row."]
    case .nothing: return []
    }
  }

  private func said(_ row: TwoReadings.Row, _ side: TwoReadings.Side) -> String {
    func words(_ part: Review.Part) -> String? {
      readings.value(part, row, side).map(Evaluation.written)
    }
    let grade = [words(.grade), words(.flaw), words(.value)].compactMap(\.self)
    let quotation = words(.quotation).map { ", “\(Sanitiser.documentLine.clean($0))”" } ?? ""
    let place = words(.place).map { ", \(Sanitiser.documentLine.clean($0))" } ?? ""
    return "\(readings.name(row, side)): \(grade.joined(separator: ", "))\(place)\(quotation)"
  }

  /// - Parameter choice: `duties[D-3]=second`: a row, and whose reading is taken for it, or a grade.
  /// - Throws: an `Outcome` where it names no row that both graded, or no grade.
  package func settling(_ choice: String, because reason: String) throws -> TwoReadings.Settlement {
    let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let row = readings.row(parts[0]) else {
      throw Outcome.usage("“\(choice)” names no row. Write ROW=first, ROW=second or ROW=GRADE.")
    }
    guard readings.unread.isEmpty else {
      throw Outcome.found(
        "Both have to grade every row that one of them has graded before anything is settled.",
        "art28 review with --against names the rows.")
    }
    guard let column = row.columns[.grade] else {
      throw Outcome.usage("“\(parts[0])” is not graded.")
    }
    let codes = readings.pack.questions[column].options.map(\.code)
    let settled =
      TwoReadings.Side(rawValue: parts[1]).map {
        readings.taking($0, of: row, because: reason)
      }
      ?? (codes.contains(parts[1])
        ? readings.taking(.choice(.code(parts[1])), of: row, because: reason) : nil)
    guard let settled else {
      throw Outcome.usage(
        "“\(parts[1])” can't be taken for \(parts[0]): first, second, or a grade ("
          + codes.joined(separator: ", ") + "), where both have graded it.")
    }
    return settled
  }
}
