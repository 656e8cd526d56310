import PackModel

extension Evaluation {
  /// One answer in many cells, as far as each takes it.
  ///
  /// - Returns: the cells that take it, and the changes of one act.
  package func taking(
    _ answer: Answer, at keys: [AnswerKey]
  ) -> (keys: [AnswerKey], changes: [Change]) {
    var judge = AnswerJudge(self)
    var taken: [AnswerKey] = []
    var changes: [Change] = []
    for key in keys {
      guard let question = pack.question(key.linkId) else { continue }
      guard case .value(let value) = answer else {
        let new = judge.sheet.setting(key, to: answer)
        judge.keep(new)
        taken.append(key)
        changes += new
        continue
      }
      let row = pack.table(of: question).flatMap { table in
        key.row.flatMap { judge.table(table)?.number(of: $0) }
      }
      do throws(AnswerError) {
        changes += try judge.accept(value, for: question, row: row, note: nil)
        taken.append(key)
      } catch {
        continue
      }
    }
    return (taken, changes)
  }
}
