import Canvas
import Interview
import PackCompiler
import PackModel
import PlainText
import Screens
import TestSupport

extension FuzzTarget {
  static let answers = FuzzTarget(
    name: "answers",
    seeds: {
      [Ground.answers, Array(AnswerTargets.mini.utf8), Array("{\"notice\": \"3 day\"}".utf8)]
    },
    words: [
      "?parked", "?unknown: ", "?not-applicable: ", "[+]", "[0]", "[a].", ": ", "- ", "{", "}",
      "note: ",
      "laws", "remove", "\"", "|\n  ",
    ], runs: 300
  ) { bytes in
    guard case .success(let file) = AnswersFile.read(Ground.text(bytes), file: "a.yaml") else {
      return
    }
    var assigning = Assigning(Ground.empty, today: Ground.today)
    assigning.take(Array(file.assignments.prefix(2_000)))
    for refused in assigning.refused { _ = refused.error.message }
    Ground.use(assigning.evaluation)
  }

  /// Words typed as the value of each kind of question.
  static let values = FuzzTarget(
    name: "values",
    seeds: {
      [
        "today", "in 30 days", "31 December 2026", "2026-02-29", "1.234,56 EUR", "€ 1,000",
        "12 business days", "2.5 %", "yes", "Germany; France", "DE", "none of these", "1/2/2026",
        "twenty-four hours", "two (2) years", "USD 5 million", "n/a", "TBD", "§ 5", "EU/EEA",
      ].map { Array($0.utf8) }
    },
    words: [
      "day", " hours", "%", "EUR", "¥", "million", "Dec", "/", ".", ",", "-", " ", "half", "²",
      "١٢",
      "\u{0301}", "٪", "１２",
    ], runs: 2_000
  ) { bytes in
    let words = Ground.text(bytes)
    for number in AnswerTargets.kinds {
      for row in [nil, 0] as [Int?] {
        guard row == nil || AnswerTargets.real.pack.table(of: number) != nil else { continue }
        let value: Value
        do throws(AnswerError) {
          value = try AnswerTargets.real.read(words, for: number, today: Ground.today)
        } catch {
          _ = error.message
          continue
        }
        _ = AnswerTargets.real.refusal(of: value, for: number)?.message
        _ = AnswerTargets.real.shown(value, of: number)
        _ = Evaluation.written(value)
      }
    }
  }

  /// A question sheet that came back.
  static let sheet = FuzzTarget(
    name: "sheet",
    seeds: { [Array((QuestionSheet.text(Ground.empty, title: "A matter") ?? "").utf8)] },
    words: ["Answer:", "== ", " ==", "[x] ", "[ ] ", "?", "> ", "\n", "\u{FF1F}", "\r\n"]
  ) { bytes in
    let returned = QuestionSheet.returned(Ground.text(bytes))
    var assigning = Assigning(Ground.empty, today: Ground.today)
    assigning.take(returned.answers)
    for refused in assigning.refused { _ = refused.error.message }
  }

  /// Text on its way to a screen, and typed in a field.
  static let typed = FuzzTarget(
    name: "typed",
    seeds: {
      [
        "plain words and more of them", "\u{1B}[31mred\u{9B}2J\u{202E}evil\u{202C}\u{7}",
        "👩‍⚖️🇩🇪e\u{301}山\u{200B}\u{FEFF}\u{AD}", "a\tb\r\nc\u{2028}d\u{85}e",
        "שלום مرحبا \u{2066}x\u{2069}",
      ].map { Array($0.utf8) }
    },
    words: [
      "\u{1B}]0;x\u{7}", "\u{9D}", "\u{202E}", "\u{200D}", "\u{FE0F}", "\u{1F1E9}", "\u{E0001}",
    ],
    runs: 3_000
  ) { bytes in AnswerTargets.show(Ground.text(bytes)) }

  /// The bytes of a keyboard, by way of the reader of keys into a field.
  static let keys = FuzzTarget(
    name: "keys",
    seeds: {
      [
        "abc\u{1B}[A\u{1B}OB\u{1B}[1;5Cx", "\u{1B}[200~pasted\u{1B}[201~", "é山👩‍⚖️\u{7F}\u{8}",
        "\u{1B}[27;5;13~\u{1B}\u{1B}\u{1B}[", "\u{1}\u{5}\u{B}\u{19}\u{1A}\u{17}\u{15}",
      ].map { Array($0.utf8) }
    },
    words: ["\u{1B}[", "\u{1B}", "\u{1B}[200~", "\u{1B}[201~", "\u{FF}"], runs: 3_000
  ) { bytes in AnswerTargets.press(bytes) }

  /// Notation of keys, names of files, addresses of places: what is written on a command line.
  static let names = FuzzTarget(
    name: "names",
    seeds: { ["Ctrl-Alt-x", "F12", "people[a].name", "matter.art28@3"].map { Array($0.utf8) } },
    words: ["Ctrl-", "Alt-", "Shift-", "[", "]", ".", "@", "[+]", "Space"], runs: 3_000
  ) { bytes in
    let words = Ground.text(bytes)
    _ = Key(words)
    var assigning = Assigning(Ground.empty, today: nil)
    assigning.take(Assignment(path: words, said: .words("yes")))
    for refused in assigning.refused { _ = refused.error.message }
  }
}
