import PackModel
import Papers

/// Proves what a pack changes in papers by the examples that stand beside each rule.
package enum RuleProof {
  /// What an example says and the rule does not do, a sentence each.
  package static func faults(_ pack: Pack) -> [String] {
    pack.changes.flatMap { changes -> [String] in
      let changing = WordChanging(names: changes.names)
      return changes.rules.flatMap { rule in
        rule.examples.compactMap { fault($0, rule, changing) }
      }
    }
  }

  private static func fault(
    _ example: ChangeRule.Example, _ rule: ChangeRule, _ changing: WordChanging
  ) -> String? {
    guard let range = example.text.firstRange(of: example.quoted) else {
      return "\(rule.id): “\(example.quoted)” does not stand in “\(example.text)”."
    }
    let utf8 = example.text.utf8
    let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
    let edits = changing.edits(
      rule, in: example.text, quoted: start..<(start + example.quoted.utf8.count), puts: rule.puts)
    let made = edits.isEmpty ? nil : WordEdit.applied(edits, to: example.text)
    guard made != example.becomes else { return nil }
    return "\(rule.id): “\(example.text)” becomes “\(made ?? "nothing else")”."
  }
}
