import PackModel

/// An expression with what is known of it before any answer.
package struct Typed {
  package var expression: Expression
  package var kind: StaticKind

  package init(expression: Expression, kind: StaticKind) {
    self.expression = expression
    self.kind = kind
  }

  /// The member that it is, and nothing else.
  package var member: Member? {
    if case .member(let member) = expression { return member }
    return nil
  }

  /// A condition.
  static func truth(_ expression: Expression) -> Typed {
    Typed(expression: expression, kind: .truth)
  }
}
