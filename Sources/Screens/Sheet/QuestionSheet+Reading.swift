import PackModel
import PlainText

/// What a sheet that came back says.
package struct ReturnedSheet: Hashable, Sendable {
  /// Its answers, each question once.
  package fileprivate(set) var answers: [Assignment] = []
  /// What somebody wrote that is no answer as it stands: where, and why.
  package fileprivate(set) var troubles: [Trouble] = []

  package struct Trouble: Hashable, Sendable {
    package let path: String
    package let message: String
  }

  fileprivate mutating func take(_ part: Part) {
    guard let lines = part.answer else {
      let isTicked = part.lines.contains { Part.isTicked($0) }
      if isTicked { troubles.append(Trouble(path: part.path, message: Self.noAnswerLine)) }
      return
    }
    var kept = lines.map { String($0.trimmed) }[...]
    while kept.last?.isEmpty == true { kept.removeLast() }
    while kept.first?.isEmpty == true { kept.removeFirst() }
    let words = kept.joined(separator: "\n")
    guard !words.isEmpty else {
      if part.lines.contains(where: { Part.isTicked($0) }) {
        troubles.append(Trouble(path: part.path, message: Self.tickedAbove))
      }
      return
    }
    let isUnknown = words.allSatisfy { $0 == "?" || $0 == "？" }
    var answer = Assignment(path: part.path, said: isUnknown ? .unknown(note: nil) : .words(words))
    answer.addsRow = false
    if let before = answers.firstIndex(where: { $0.path == part.path }) {
      guard answers[before] != answer else { return }
      answers.remove(at: before)
      troubles.append(Trouble(path: part.path, message: Self.answeredTwice))
    } else if !troubles.contains(where: { $0.path == part.path }) {
      answers.append(answer)
    }
  }

  private static let noAnswerLine =
    "The line “Answer:” is missing, and something is ticked: write the answer below such a line."
  private static let tickedAbove =
    "Something is ticked above the line “Answer:”: write it below that line."
  private static let answeredTwice = "It is answered twice, and not alike: neither was taken."
}

/// A question of a sheet that came back.
private struct Part {
  let path: String
  /// What stands before the answer.
  var lines: [Substring] = []
  var answer: [String]?

  /// Whether a line has a box or a sign that somebody ticked; none is printed with one.
  static func isTicked(_ line: Substring) -> Bool {
    let bare = line.trimmed
    return ["[x]", "[X]", "(x)", "(X)", "☑", "☒", "✓", "✔", "✅", "x ", "X "].contains {
      bare.hasPrefix($0)
    }
  }
}

extension QuestionSheet {
  /// The answers of a sheet that came back. Whatever is no part of its form is passed over.
  package static func answers(in text: String) -> [Assignment] { returned(text).answers }

  /// All that a sheet that came back says.
  package static func returned(_ text: String) -> ReturnedSheet {
    var found = ReturnedSheet()
    var part: Part?
    func finish() {
      if let part { found.take(part) }
      part = nil
    }
    for line in lines(of: text) {
      let bare = line.trimmed
      if let path = path(bare) {
        finish()
        if path != end { part = Part(path: path) }
      } else if bare == "--" || bare.hasPrefix("-- ") && bare.hasSuffix(" --") {
        // A step begins, or the name of whoever sends it.
        finish()
      } else if part != nil, part?.answer == nil, let rest = behindAnswer(bare) {
        part?.answer = [String(rest)]
      } else if part?.answer != nil {
        part?.answer?.append(String(line))
      } else {
        part?.lines.append(line)
      }
    }
    finish()
    return found
  }

  /// What stands between two pairs of equals signs, or more of them.
  private static func path(_ line: Substring) -> String? {
    guard line.hasPrefix("=="), line.hasSuffix("==") else { return nil }
    var inner = line.drop { $0 == "=" }
    while inner.last == "=" { inner = inner.dropLast() }
    let path = String(inner.trimmed)
    return path.isEmpty ? nil : path
  }

  /// What stands behind "Answer:"; nil where the line does not begin so.
  private static func behindAnswer(_ line: Substring) -> Substring? {
    guard line.lowercased().hasPrefix("answer") else { return nil }
    let rest = line.dropFirst("answer".count).trimmed
    guard let sign = rest.first, sign == ":" || sign == "：" else { return nil }
    return rest.dropFirst()
  }

  /// The lines of a sheet. Where it comes back quoted in a letter, without the signs of quoting.
  private static func lines(of text: String) -> [Substring] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard
      lines.contains(where: { isQuoted($0) && path(unquoted($0).trimmed) != nil })
    else { return lines }
    return lines.map(unquoted)
  }

  private static func isQuoted(_ line: Substring) -> Bool {
    let bare = line.drop { $0 == " " }
    return bare.first == ">" || bare.first == "|"
  }

  private static func unquoted(_ line: Substring) -> Substring {
    guard isQuoted(line) else { return line }
    var line = line.drop { $0 == " " }
    while line.first == ">" || line.first == "|" { line = line.dropFirst().drop { $0 == " " } }
    return line
  }
}
