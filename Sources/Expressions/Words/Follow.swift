import PackModel

/// `pointer.name`: the member of that name in the row or group that the pointer names. A dotted name
/// means it.
struct Follow: ValueWord {
  let pointer: Expression
  let targets: [Int: Member]

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let pointed = evaluator.reading(pointer, scope)
    guard case .value(let value) = pointed else { return pointed }
    guard case .row(let id) = value, let target = evaluator.followed(id, targets) else {
      return .absent
    }
    return evaluator.reading(target.member, row: target.row)
  }

  /// What the pointer names has a state of its own.
  func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place {
    guard case .value(.row(let id)) = evaluator.reading(pointer, scope) else {
      return pointer.word.place(evaluator, scope)
    }
    return evaluator.followed(id, targets).map { .member($0.member, row: $0.row) } ?? .missing
  }

  var absence: Absence { .itself }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    let name = targets.values.first.map(speaker.name)?.split(separator: ".").last
    return "\(speaker.words(pointer)).\(name ?? "")"
  }
}
