import Interview
import Matters
import PackModel

/// A change of the journal in one line.
package enum ChangeWords {
  /// What was there before and what is there now; for a setting only the latter.
  package static func line(_ change: Change, _ evaluation: Evaluation) -> String {
    switch change {
    case .set(let key, let from, let to):
      "\(evaluation.name(of: key)): \(words(from, key, evaluation)) → \(words(to, key, evaluation))"
    case .addRow(let table, let row, _): "\(name(table, evaluation)): row \(row) added"
    case .removeRow(let table, let row, _, let cells):
      "\(name(table, evaluation)): row \(row) removed with \(cells.count) answers"
    case .moveRow(let table, let row, let from, let to):
      "\(name(table, evaluation)): row \(row) moved from \(from + 1) to \(to + 1)"
    case .remark(let key, _, let to):
      "\(evaluation.name(of: key)): note \(to.map { "“\($0)”" } ?? "removed")"
    case .setting(let setting, _, let to): "\(name(setting)): \(to ?? "none")"
    }
  }

  private static func words(_ answer: Answer?, _ key: AnswerKey, _ evaluation: Evaluation) -> String
  {
    switch answer {
    case nil: return "open"
    case .unknown: return "not known yet"
    case .parked: return "parked for counsel"
    case .notApplicable(let reason): return "not applicable (\(reason))"
    case .some(.none): return "there are none"
    case .value(let value):
      guard let question = evaluation.pack.question(key.linkId) else {
        return Evaluation.written(value)
      }
      return evaluation.shown(value, of: question)
    }
  }

  private static func name(_ table: String, _ evaluation: Evaluation) -> String {
    evaluation.pack.question(table).map { evaluation.pack.questions[$0].shortText } ?? table
  }

  private static func name(_ setting: Setting) -> String {
    switch setting {
    case .journey: "journey"
    case .title: "title"
    case .pack: "questionnaire"
    case .asOf: "as of"
    case .form(let form): form.rawValue
    case .followUp(let finding, let field): "\(finding): \(field)"
    case .published(let file): "published \(file)"
    case .paper(_, let fact): "paper: \(fact.rawValue)"
    case .term(_, let ours): "the paper's word for \(ours)"
    case .quotation(let key): "quotation taken for \(key.linkId)\(key.row.map { "[\($0)]" } ?? "")"
    }
  }
}

extension MatterSession {
  /// The journal: each entry in a line, and under it what it changed.
  package func journalLines() throws -> [String] {
    let evaluation = evaluation
    var lines: [String] = []
    do throws(MatterError) {
      for entry in try file.entries() {
        var head = "\(entry.number)  \(entry.when)  \(entry.by)"
        switch entry.reverses {
        case .undo(let number): head += "  undoes \(number)"
        case .redo(let number): head += "  does \(number) again"
        case nil: break
        }
        if let why = entry.why { head += "  \(why)" }
        lines.append(head)
        lines += entry.changes.map { "    \(ChangeWords.line($0, evaluation))" }
      }
    } catch {
      throw Outcome(error)
    }
    return lines
  }
}
