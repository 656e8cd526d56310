import FoundationEssentials
import TestSupport
import Testing

/// Text in answers that wants to be more than text. It reaches every document as the words it is.
@Suite(.serialized) struct HostileTests {
  static let texts: [(linkId: String, text: String)] = [
    (
      "text-1",
      "\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{07} bell\u{07} nul\u{0} del\u{7F} c1\u{9B}31m"
    ),
    ("text-2", "# No heading\n## {#id .annex}\n::: clause x\n:::\n- item\n1. one\n> quote"),
    ("text-3", "**bold** *em* `code` [link](http://example.org) ![i](x.png) <http://a.b>"),
    ("text-4", "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;\"'"),
    ("text-5", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///x\">]><a>&x;</a>"),
    ("text-6", "]]></w:t></w:r><w:r><w:t>injected"),
    ("text-7", "=cmd|' /C calc'!A0"),
    ("text-8", "abc \u{202E}txt.exe\u{202C} \u{2066}isolated\u{2069} \u{200F}mark"),
    ("text-9", "#set page(width: 1pt) #eval(\"1+1\") $ x $ @label \\ #read(\"/etc/passwd\")"),
    ("text-10", "{{controller.name}} {{ref texts}} \\{\\} $HOME `id` $(id) %s %n"),
    ("text-11", "a | b || c | --- | table\n| x | y |\n|---|---|"),
    ("text-12", "zero\u{200B}width \u{FEFF}bom soft\u{AD}hyphen nb\u{A0}space line\u{2028}sep"),
    ("text-13", "\u{1F469}\u{200D}\u{2696}\u{FE0F} e\u{301} 山田太郎 שלום مرحبا \u{1F1E9}\u{1F1EA}"),
    ("text-14", String(repeating: "0123456789", count: 10_000)),
    ("text-15", String(repeating: "word ", count: 20_000)),
  ]

  @Test func reachesDocumentsAsWords() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let answered = try Program.run(
      "answer", "s.art28", "--from", "-", in: place, input: Self.json(Self.texts))
    #expect(answered.code == 0, "\(answered.complaint.prefix(2000))")
    let kept = try SmallPack.answers("s.art28", in: place)
    #expect(kept.count == Self.texts.count)
    #expect(kept["text-4"] == Self.texts[3].text)
    #expect(kept["text-14"]?.count == 100_000)

    let formats =
      "md,txt,html,docx" + (OtherTools.pythonIsHere ? ",pdf" : "")
    for command in ["draft", "report"] {
      let run = try Program.run(command, "s.art28", "--to", formats, "--out", "out", in: place)
      #expect(run.code == 0, "\(run)")
    }
    for name in ["agreement.md", "agreement.txt", "agreement.html"] {
      let text = try place.text(of: "out/\(name)")
      #expect(
        text.unicodeScalars.allSatisfy { scalar in
          scalar == "\n"
            || (scalar.properties.generalCategory != .control
              && !(0x202A...0x202E).contains(scalar.value))
        }, "\(name) holds a control character or an override")
      #expect(text.contains("0123456789012345678901234567890123456789"))
      #expect(text.contains("山田太郎"))
      #expect(text.contains("injected"))
    }
    let page = try place.text(of: "out/agreement.html")
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    // The words stay, and no second heading, list or table is made of them.
    let plain = try place.text(of: "out/agreement.txt")
    for words in ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "**bold** *em* `code`"] {
      #expect(plain.contains(words), "\(words)")
    }
    #expect(page.matches(of: /<h[1-6][ >]/).count == (try structure(of: place)))
    if OtherTools.isHere("pandoc") {
      let word = try Program.shell(
        "pandoc -f docx -t plain --wrap=none out/agreement.docx", in: place)
      #expect(word.code == 0, "\(word.complaint)")
      for words in ["alert(1)", "injected", "=cmd|", "山田太郎", "{{controller.name}}", "#set page("] {
        #expect(word.said.contains(words), "\(words)")
      }
      let markdown = try Program.shell(
        "pandoc -f gfm -t json out/agreement.md | grep -c RawInline", in: place)
      #expect(markdown.said == "0\n", "\(markdown)")
    }
    if OtherTools.isHere("pdftotext"), OtherTools.pythonIsHere {
      let pdf = try Program.shell("pdftotext -enc UTF-8 out/agreement.pdf -", in: place)
      #expect(pdf.code == 0, "\(pdf.complaint)")
      for words in ["alert(1)", "injected", "#set page("] {
        #expect(pdf.said.contains(words), "\(words)")
      }
    }
  }

  /// Answers as JSON, all but plain letters escaped.
  private static func json(_ texts: [(linkId: String, text: String)]) -> String {
    let pairs = texts.map { linkId, text in
      let units = text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      return "\"\(linkId)\": \"\(units.joined())\""
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  /// How many headings the document has when nothing hostile was said.
  private func structure(of place: Place) throws -> Int {
    try SmallPack.make("quiet.art28", in: place)
    try Program.run("draft", "quiet.art28", "--to", "html", "--out", "quiet", in: place)
      .expectSuccess()
    return try place.text(of: "quiet/agreement.html").matches(of: /<h[1-6][ >]/).count
  }

  @Test func reachesTheScreenAsWords() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let texts = [
      ("text-1", "a\u{1B}[31mred\u{9B}2J \u{202E}evil\u{202C}"), ("text-2", "two"),
    ]
    try Program.run("answer", "s.art28", "--from", "-", in: place, input: Self.json(texts))
      .expectSuccess()
    for command in [["show", "s.art28"], ["log", "s.art28"], ["explain", "s.art28", "text-1"]] {
      let run = try Program.run(command, in: place)
      #expect(!run.output.contains(0x1B), "\(command)")
      #expect(!run.said.unicodeScalars.contains("\u{202E}"), "\(command)")
      #expect(!run.said.unicodeScalars.contains("\u{9B}"), "\(command)")
    }
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("<Alt-V>")
    try terminal.wait(for: "All answers")
    try terminal.type("<End>")
    try terminal.wait(for: "two")
    try terminal.settle()
    #expect(terminal.screen.unknown == [])
    #expect(terminal.screen.text.contains("evil"))
    try terminal.leave()
  }

  @Test("a paste with control characters is text")
  func pasting() throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("<paste:one\u{07}two\u{1B}[2Jthree>")
    try terminal.wait(for: "three")
    try terminal.type("<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try terminal.leave()
    let answers = try SmallPack.answers("s.art28", in: place)
    let kept = try #require(answers["text-1"])
    #expect(kept.contains("one") && kept.contains("three"))
    #expect(!kept.unicodeScalars.contains("\u{1B}"))
  }
}
