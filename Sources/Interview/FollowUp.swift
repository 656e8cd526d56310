import PackModel

/// What is done about a finding: who, until when, and how far it is. Kept in the journal beside the
/// answers.
package struct FollowUp: Hashable, Sendable {
  /// How far the work on a finding is.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case open
    case inProgress = "in-progress"
    case done
    /// The risk is taken, for a reason.
    case accepted

    /// The same as shown.
    package var words: String {
      switch self {
      case .open: "open"
      case .inProgress: "in progress"
      case .done: "done"
      case .accepted: "accepted"
      }
    }
  }

  /// What is kept about the work on a finding.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case owner, due, status, reason
    case reReview = "re-review"
  }

  /// Who does it; nil where nobody was named.
  package var owner: String?
  /// By when; nil where no day was named.
  package var due: CalendarDate?
  /// How far it is.
  package var status: Status
  /// Why the risk is accepted.
  package var reason: String?
  /// When it is looked at again; nil where no day was named.
  package var reReview: CalendarDate?

  package init(
    owner: String? = nil, due: CalendarDate? = nil, status: Status = .open,
    reason: String? = nil, reReview: CalendarDate? = nil
  ) {
    self.owner = owner
    self.due = due
    self.status = status
    self.reason = reason
    self.reReview = reReview
  }

  /// What is wrong with it, in a sentence.
  package var fault: String? {
    if status == .accepted, (reason ?? "").isEmpty {
      return "A finding is accepted with a reason only: say why the risk is taken."
    }
    if let due, let reReview, status == .accepted || status == .done, reReview < due {
      return "The re-review comes before the due date."
    }
    return nil
  }
}

extension AnswerSheet {
  /// What is kept about a finding, by its id.
  package func followUp(_ finding: String) -> FollowUp {
    func field(_ field: FollowUp.Field) -> String? {
      setting(.followUp(finding: finding, field: field.rawValue))
    }
    return FollowUp(
      owner: field(.owner), due: field(.due).flatMap { CalendarDate(iso: $0) },
      status: field(.status).flatMap { FollowUp.Status(rawValue: $0) } ?? .open,
      reason: field(.reason), reReview: field(.reReview).flatMap { CalendarDate(iso: $0) })
  }

  /// The changes that make a finding's follow-up what is given.
  package func following(_ finding: String, _ new: FollowUp) -> [Change] {
    let old = followUp(finding)
    func change(_ field: FollowUp.Field, _ to: String?) -> [Change] {
      changing(.followUp(finding: finding, field: field.rawValue), to: to)
    }
    var changes: [Change] = []
    if old.owner != new.owner { changes += change(.owner, new.owner) }
    if old.due != new.due { changes += change(.due, new.due?.iso) }
    if old.status != new.status { changes += change(.status, new.status.rawValue) }
    if old.reason != new.reason { changes += change(.reason, new.reason) }
    if old.reReview != new.reReview { changes += change(.reReview, new.reReview?.iso) }
    return changes
  }
}
