import Interview
import PackModel

/// Who closes a finding, until when and how far that is, as the report's cells say it.
struct FollowUpShown {
  let owner: String
  let due: String
  let status: String
  let reReview: String

  init(_ follow: FollowUp, _ language: Language) {
    let reason = follow.status == .accepted ? follow.reason.map { ": \($0)" } ?? "" : ""
    owner = follow.owner ?? "not named yet"
    due = follow.due.map(language.date) ?? "not set yet"
    status = follow.status.words + reason
    reReview = follow.reReview.map(language.date) ?? "not set yet"
  }

  /// What several findings have in common; *several* where they differ.
  init(common follows: [FollowUp], _ language: Language) {
    let all = follows.map { FollowUpShown($0, language) }
    func shared(_ part: KeyPath<FollowUpShown, String>) -> String {
      guard let first = all.first?[keyPath: part] else { return "" }
      return all.allSatisfy { $0[keyPath: part] == first } ? first : "several"
    }
    owner = shared(\.owner)
    due = shared(\.due)
    status = shared(\.status)
    reReview = shared(\.reReview)
  }
}
