import PackModel

/// An expression with what is known of it before any answer.
struct Typed {
  var expression: Expression
  var kind: StaticKind

  var member: Member? {
    if case .member(let member) = expression { return member }
    return nil
  }
}
