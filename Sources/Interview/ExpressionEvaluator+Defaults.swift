import PackModel

extension ExpressionEvaluator {
  /// Whether a placeholder's default stands: its question is left out, and by answers that are
  /// there. Where what decides is open the question is waited for; where that is itself left out, or
  /// does not apply, nothing was chosen and no default is either.
  package func takesDefault(_ placeholder: Placeholder, _ scope: Scope) -> Bool {
    guard let otherwise = placeholder.otherwise,
      case .expression(.member(let member)) = placeholder.source
    else { return false }
    let row = table(of: member).flatMap { scope.row(of: $0) }
    return answers.state(member, row: row) == .notAsked
      && truth(otherwise.unless, scope) == .no
      && otherwise.unless.members.allSatisfy { reading(.member($0), scope) != .absent }
  }
}
