import Documents
import PlainText

@testable import Publishing

/// Answers that would like to be more than words.
enum Hostile {
  static let answers: [String] = [
    // Blocks of Markdown.
    "# not a heading", "## nor this", "1. not a list", "12) nor this", "- nor this", "+ nor this",
    "* nor this", "> not a quote", "    not code", "--- not a rule", "---", "***", "___", "===",
    "words\n===", "words\n---", "| a | b |\n|---|---|\n| c | d |", "a | b\n--- | ---",
    "(a) not a list", "i. not a list", "A. Smith", "#. not a list", "(@) not an example",
    ": not a definition", "::: not a div", "% not a title", "```\nnot code\n```", "~~~", "\\",
    "a\\",
    "a\\\nb", "\\newpage",
    // Marks within a line.
    "*a* **b** _c_ __d__ ~~e~~ ^f^ ~g~ `h`", "snake_case and 2*3*4", "[a](javascript:alert(1))",
    "[a]: https://x.example", "![a](b.png)", "[^1] and [^1]: note", "[@cite] and @user",
    "https://evil.example/?a=b&c=d", "www.evil.example", "mail@example.org",
    "<https://evil.example>", "$x^2$ and $5", "\\(x\\)", ":smile: and ::", "{.class #id}",
    "C# {#x}",
    "&amp; &lt; &#x41; AT&T", "a  \nb", "\"quoted\" -- 'so' ...", "Title #",
    // HTML, XML, formulas.
    "<script>alert(1)</script>", "<b>bold</b> <!-- comment --> <![CDATA[x]]>", "</style></title>",
    "' onmouseover='alert(1)", "\" onfocus=\"alert(1)", "]]>", "<w:p/>", "<?xml version=\"1.0\"?>",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "#let x = 1 #panic()", "$ #x $ @ref <label>", "{{x}}",
    "%s %n $(id) `id`", "\\u{41} \\\" \\n",
    // What cannot be seen.
    "bell\u{07} null\u{00} escape\u{1b}[31mred\u{1b}[0m", "\u{9b}31m del\u{7f}",
    "user\u{202e}txt.exe", "a\u{2066}b\u{2069}c", "bom\u{feff}", "tag\u{e0041}\u{e0042}",
    "line\u{2028}paragraph\u{2029}end", "a\r\nb\rc", "tab\tstop", "noncharacter " + noncharacters,
    // Names of people.
    "Zoë Müller-Ångström", "O'Brien & Söhne", "北京云语科技有限公司", "משה כהן (Ltd.)", "شركة البيانات",
    "👩‍👩‍👧‍👦 🇩🇪 e\u{301}", "soft\u{ad}hyphen", "a b",
  ]

  /// Swift writes none of them in a literal.
  private static let noncharacters = [0xFFFE, 0xFDD0].compactMap { Unicode.Scalar(UInt32($0)) }
    .reduce(into: "") { $0.unicodeScalars.append($1) }

  /// The answer in every place where words can stand.
  static func document(_ answer: String) -> Document {
    let blank = Blank(
      name: answer, waitsFor: [Blank.Source(linkId: answer, row: answer)], state: "open",
      note: answer)
    let run = [Run(answer)]
    return Document(
      id: "hostile", title: run, language: "en-GB", paper: .letter, standing: .draft,
      cover: [.paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: run))],
      blocks: [
        .contents([ContentsEntry(level: 1, number: "1", anchor: "one", runs: run)]),
        .heading(Heading(level: 1, numbering: .section, number: "1", anchor: "one", runs: run)),
        Sample.clause("1.1", "one.one", run),
        Sample.body([Run(answer, strong: true), Run("x"), Run(answer, emphasis: true)]),
        Sample.body([Run("[\(answer)]", kind: .blank(blank))]),
        .list(List(ordered: false, items: [List.Item(marker: "•", blocks: [Sample.body(run)])])),
        .table(Table(header: [run, run], rows: [[run, [Run(answer, strong: true)]]])),
        .signatures([
          Signature(party: run, lines: [Signature.Line(label: answer, runs: run)])
        ]),
      ], blanks: [blank])
  }

  /// What a reader is to see of it, with every gap as one space.
  static func seen(_ answer: String) -> String { gathered(Sanitiser.document.clean(answer)) }

  static func gathered(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline || $0 == "\u{a0}" }.joined(separator: " ")
  }
}
