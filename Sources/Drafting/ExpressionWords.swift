import Interview
import PackModel

/// An expression in the pack's own words again, for people who ask why something is there.
package struct ExpressionWords {
  private let pack: Pack

  package init(_ pack: Pack) { self.pack = pack }

  package func words(_ expression: Expression) -> String {
    switch expression {
    case .value(let value): Evaluation.written(value)
    case .member(let member): name(member)
    case .cell(let member, let row): cell(member, row)
    case .follow(let inner, let targets):
      "\(words(inner)).\(targets.values.first.map { name($0).split(separator: ".").last.map(String.init) ?? "" } ?? "")"
    case .attribute(let inner, let name, _): "\(words(inner)).\(name)"
    case .rowAttribute(_, let name): name
    case .reportColumn(let column): column.word
    case .equal(let a, let b): "\(words(a)) is \(words(b))"
    case .unequal(let a, let b): "\(words(a)) is not \(words(b))"
    case .includes(let a, let b): "\(words(a)) includes \(words(b))"
    case .among(let a, let list):
      "\(words(a)) among (\(list.map(words).joined(separator: ", ")))"
    case .compare(let a, let sign, let b): "\(words(a)) \(self.sign(sign)) \(words(b))"
    case .and(let parts): parts.map(grouped).joined(separator: " and ")
    case .or(let parts): parts.map(grouped).joined(separator: " or ")
    case .not(let inner): "not \(grouped(inner))"
    case .answered(let inner): "\(words(inner)) is answered"
    case .open(let inner): "\(words(inner)) is open"
    case .none(let inner): "\(words(inner)) is none"
    case .any(let range, let inner): "any \(over(range, inner))"
    case .every(let range, let inner): "every \(over(range, inner))"
    case .count(let range, let inner): "count of \(over(range, inner))"
    case .sum(let member, _, let along):
      "sum of \(name(member))\(self.along(along))"
    case .largest(let parts): "largest of (\(parts.map(words).joined(separator: ", ")))"
    case .smallest(let parts): "smallest of (\(parts.map(words).joined(separator: ", ")))"
    case .largestOf(let member, _, let along): "largest of \(name(member))\(self.along(along))"
    case .smallestOf(let member, _, let along): "smallest of \(name(member))\(self.along(along))"
    case .worst(let member, _): "worst of \(name(member))"
    case .share(let percent, let whole): "\(words(percent)) of \(words(whole))"
    case .plus(let a, let b): "\(words(a)) plus \(words(b))"
    case .daysSince(let inner): "days since \(words(inner))"
    case .drafted(let id): "drafted \(id)"
    case .draftedRow: "drafted row"
    case .words(let inner): "words of \(words(inner))"
    case .mentions(let inner, let list):
      "\(words(inner)) mentions \(list.map { "\"\($0)\"" }.joined(separator: ", "))"
    }
  }

  private func grouped(_ expression: Expression) -> String {
    switch expression {
    case .and, .or: "(\(words(expression)))"
    default: words(expression)
    }
  }

  private func along(_ pointer: Int?) -> String {
    pointer.map { " along \(pack.questions[$0].linkId)" } ?? ""
  }

  private func name(_ member: Member) -> String {
    switch member {
    case .question(let number): pack.questions[number].linkId
    case .calculated(let number): pack.calculated[number].id
    }
  }

  private func cell(_ member: Member, _ row: String) -> String {
    let parts = name(member).split(separator: ".")
    return "\(parts.dropLast().joined(separator: "."))[\(row)].\(parts.last ?? "")"
  }

  private func over(_ range: Expression.Range, _ inner: Expression?) -> String {
    let table =
      switch range {
      case .rows(let number), .ticks(let number): pack.questions[number].linkId
      case .report(let table): table.rawValue
      }
    return table + (inner.map { " where \(words($0))" } ?? "")
  }

  private func sign(_ comparison: Expression.Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
