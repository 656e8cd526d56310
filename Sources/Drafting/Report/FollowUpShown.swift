import Interview
import PackModel

/// Who closes a finding, until when and how far that is, as the report's cells say it.
struct FollowUpShown {
  let owner: String
  let due: String
  let status: String
  let reReview: String
  /// Why the risk is accepted; empty where it is not.
  let reason: String

  /// - Parameter proposal: what stands where nobody said who and until when.
  init(_ follow: FollowUp, _ language: Language, _ proposal: Proposal = Proposal()) {
    let isOpen = follow.status == .open || follow.status == .inProgress
    reason = follow.status == .accepted ? follow.reason ?? "" : ""
    owner =
      follow.owner ?? (isOpen ? proposal.owner.map { $0 + Self.proposed } : nil) ?? "not named yet"
    due =
      follow.due.map(language.date)
      ?? (isOpen ? proposal.due.map { language.date($0) + Self.proposed } : nil) ?? "not set yet"
    status = follow.status.words + (reason.isEmpty ? "" : ": \(reason)")
    reReview = follow.reReview.map(language.date) ?? "not set yet"
  }

  private static let proposed = " (proposed)"

  /// Who, and until when, in one cell; where both are proposed, that is said once.
  var who: String {
    guard owner.hasSuffix(Self.proposed), due.hasSuffix(Self.proposed) else {
      return "\(owner), \(due)"
    }
    return
      "\(owner.dropLast(Self.proposed.count)), \(due.dropLast(Self.proposed.count)) (both proposed)"
  }

  /// What several findings have in common; *several* where they differ.
  init(common all: [FollowUpShown]) {
    func shared(_ part: KeyPath<FollowUpShown, String>) -> String {
      guard let first = all.first?[keyPath: part] else { return "" }
      return all.allSatisfy { $0[keyPath: part] == first } ? first : "several"
    }
    owner = shared(\.owner)
    due = shared(\.due)
    status = shared(\.status)
    reReview = shared(\.reReview)
    reason = shared(\.reason)
  }

  /// Who might close a finding, and until when.
  struct Proposal {
    /// A role.
    var owner: String?
    var due: CalendarDate?
  }
}
