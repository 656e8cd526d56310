import PackModel

/// The examples of checks: changes to a whole case, and what the check must say of it then.
struct CheckExampleResolver {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// - Parameters:
  ///   - clean: the case that they change; nil: the pack's.
  ///   - id: what the check is called; nil: as it says.
  func examples(of check: Fields, clean: String?, id: String? = nil) -> [CheckExample] {
    let id = id ?? check.required("id")
    guard let node = check["examples"], let map = Fields(node, .examples, report) else {
      report.add(
        .missingExample, check.place, "The check \(id) has no examples.",
        "Add `examples` with `pass`, `fail` and `notAssessed`.")
      return []
    }
    return CheckExample.Outcome.allCases.flatMap { outcome in
      let nodes = map.nodes(outcome.rawValue)
      if nodes.isEmpty {
        report.add(
          .missingExample, map.place,
          "The check \(id) has no example for `\(outcome.rawValue)`.",
          "Add one: `- {set: {…}}`, or `- {unknown: […]}`.")
      }
      return nodes.compactMap { example($0, outcome, clean) }
    }
  }

  private func example(
    _ node: Node, _ outcome: CheckExample.Outcome, _ clean: String?
  ) -> CheckExample? {
    guard let fields = Fields(node, .example, report) else { return nil }
    var changes = fields["set"].map { assignments($0, report) } ?? []
    let states: [(String, Assignment.Said)] = [
      ("unknown", .unknown(note: nil)), ("open", .open), ("none", .none),
      ("parked", .parked(note: nil)), ("notApplicable", .notApplicable(reason: "example")),
    ]
    for (key, said) in states {
      for (path, _) in fields.list(key) { changes.append(Assignment(path: path, said: said)) }
    }
    return CheckExample(
      outcome: outcome, clean: clean, changes: changes, rows: fields.list("rows").map(\.words))
  }
}
