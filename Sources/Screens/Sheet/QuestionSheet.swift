import Canvas
import Interview
import PackModel
import PlainText

/// Open questions on a sheet for a colleague: plain text with room for answers, which is read back
/// from the same file.
///
/// A question stands between a line `== linkId ==` and the line `Answer:`; what stands below that line,
/// up to the next question, is the answer. An empty one leaves the question open, `?` says that the
/// colleague does not know.
package enum QuestionSheet {
  /// The sheet of a matter, with its open questions only; nil where nothing is open.
  package static func text(_ evaluation: Evaluation, title: String, language: Language = .british)
    -> String?
  {
    let pack = evaluation.pack
    let open = evaluation.allAnswers().filter {
      $0.state == .open || $0.state == .unknown || $0.state == .parked || $0.state == .conflict
    }.filter { pack.questions[$0.question].kind != .table }
    guard !open.isEmpty else { return nil }
    var lines = [
      "Open questions: \(title)", "",
      "Please write each answer below its line “Answer:”, and leave empty what you do not know.",
      "A question mark says that you looked and do not know. The lines with == stay as they are.",
      "",
    ]
    var step: Int?
    for item in open {
      let question = pack.questions[item.question]
      if question.step != step {
        step = question.step
        lines += ["", "-- \(pack.steps[question.step].title) --", ""]
      }
      lines.append("== \(path(item.key, evaluation)) ==")
      lines.append("\(item.name.capitalisedFirst): \(question.text)")
      if !question.help.isEmpty { lines.append("(\(question.help))") }
      lines += question.kind.asked.form(
        SheetAsking(item: item, evaluation: evaluation, language: language))
      if let note = item.note { lines.append("Note: \(note)") }
      if let suggestion = evaluation.suggestion(for: item.question) {
        let value = evaluation.shown(suggestion.value, of: item.question, in: language)
        lines.append("Usual (\(suggestion.kind.rawValue)): \(value)")
      }
      lines += ["Answer:", "", ""]
    }
    // No value begins a line that would be read back.
    return lines.map { Sanitiser.line.clean($0) + "\n" }.joined()
  }

  /// The answers of a sheet that came back. Whatever is no part of its form is passed over.
  package static func answers(in text: String) -> [Assignment] {
    var found: [Assignment] = []
    var path: String?
    var answer: [String]?
    func finish() {
      guard let path, let lines = answer else { return }
      var kept = lines.map { String($0.trimmed) }[...]
      while kept.last?.isEmpty == true { kept.removeLast() }
      while kept.first?.isEmpty == true { kept.removeFirst() }
      let words = kept.joined(separator: "\n")
      guard !words.isEmpty else { return }
      found.append(Assignment(path: path, said: words == "?" ? .unknown(note: nil) : .words(words)))
    }
    for line in lines(of: text) {
      let bare = line.trimmed
      if bare.hasPrefix("== "), bare.hasSuffix(" =="), bare.count > 6 {
        finish()
        path = String(bare.dropFirst(3).dropLast(3))
        answer = nil
      } else if bare.hasPrefix("-- "), bare.hasSuffix(" --") {
        finish()
        path = nil
        answer = nil
      } else if path != nil, answer == nil, bare.lowercased().hasPrefix("answer:") {
        answer = [String(bare.dropFirst("answer:".count))]
      } else {
        answer?.append(String(line))
      }
    }
    finish()
    return found
  }

  /// The lines of a sheet. Where it comes back quoted in a letter, without the signs of quoting.
  private static func lines(of text: String) -> [Substring] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.contains(where: { $0.hasPrefix(">") && unquoted($0).hasPrefix("== ") }) else {
      return lines
    }
    return lines.map(unquoted)
  }

  private static func unquoted(_ line: Substring) -> Substring {
    var line = line
    while line.first == ">" { line = line.dropFirst().drop { $0 == " " } }
    return line
  }

  /// An answer's place as answers files name it: `subprocessors[0].name`.
  private static func path(_ key: AnswerKey, _ evaluation: Evaluation) -> String {
    let pack = evaluation.pack
    guard let row = key.row, let number = pack.question(key.linkId),
      let table = pack.table(of: number)
    else { return key.linkId }
    let linkId = pack.questions[table].linkId
    let column = key.linkId.dropFirst(linkId.count)
    if case .pack = pack.questions[table].rows { return "\(linkId)[\(row)]\(column)" }
    let at = evaluation.sheet.rows(of: linkId).firstIndex(of: row) ?? 0
    return "\(linkId)[\(at)]\(column)"
  }
}
