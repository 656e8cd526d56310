import Drafting
import Findings
import Interview
import PackModel

/// The dashboard in lines, and what can be typed there.
extension DashboardModel {
  func prompt(_ shared: Shared) -> [String] {
    switch mode {
    case .overview:
      let matrix = matrixLines
      let findings = entries.enumerated().map { number, entry in
        "\(number + 1). \(entry.words.severity.rawValue): \(entry.words.finding)"
      }
      return [verdict, counts] + matrix
        + (findings.isEmpty ? ["No check has failed."] : ["Findings, worst first."]) + findings
        + furtherLines + [
          "Type a number to open a finding; review for all answers; finish to write the documents; back returns."
        ]
    case .finding:
      return detail.map { $0.pieces.map(\.text).joined() }.filter { !$0.isEmpty } + [
        "answer leads to the answer that would change it; owner NAME, due DATE, again DATE, accept REASON, status; back returns."
      ]
    case .editing(_, let field, _): return [DashboardModel.question(field)]
    }
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    let (word, rest) = (line.word, line.rest)
    func set(_ field: FollowUp.Field) -> [Message] {
      [.dashboard(.edit(field)), .dashboard(.text(.replaced(rest))), .dashboard(.keep)]
    }
    switch mode {
    case .editing:
      return word == "back" && rest.isEmpty
        ? [.dashboard(.close)] : [.dashboard(.text(.replaced(line.text))), .dashboard(.keep)]
    case .overview:
      if let number = line.leadingNumber { return [.dashboard(.pick(number - 1))] }
    case .finding:
      switch word {
      case "answer": return [.dashboard(.answer)]
      case "owner": return set(.owner)
      case "due": return set(.due)
      case "again": return set(.reReview)
      case "accept": return set(.reason)
      case "status": return [.dashboard(.nextStatus)]
      default: break
      }
    }
    switch word {
    case "review": return [.turnTo(.review)]
    case "finish": return [.turnTo(.finish)]
    case "back": return [.dashboard(.close)]
    default: return [.notUnderstood(line.text)]
    }
  }
}
