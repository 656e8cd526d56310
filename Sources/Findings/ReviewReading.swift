import Interview
import PackModel

/// What the answers say of the review itself.
extension Evaluation {
  /// Whether what our own draft holds plays a part: always where no other paper is reviewed, and
  /// never while another one is, or while nobody has said which.
  package var ownDraftCounts: Bool {
    guard let paper = pack.review?.paper else { return true }
    switch reviewedPaper {
    case .draft: return true
    case .vendor: return false
    case nil: return scope.map { !$0.questions[paper] } ?? true
    }
  }

  /// Which paper is under review; nil where nobody has said.
  package var reviewedPaper: Review.Paper? {
    pack.review?.paper.flatMap { attribute("paper", of: .question($0)) }
      .flatMap { Review.Paper(rawValue: $0) }
  }

  /// The attribute of the option that is chosen at a place.
  func attribute(_ name: String, of member: Member, row: Int? = nil) -> String? {
    guard case .value(.choice(.code(let code))) = effective.reading(member, row: row) else {
      return nil
    }
    // A decision gives the word itself.
    guard case .question(let question) = member else { return code }
    return pack.questions[question].option(code)?.attributes[name]?.first
  }
}
