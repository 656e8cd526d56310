import PackModel
import Papers

extension FuzzTarget {
  private static let words = [
    "1.1 ", "(a) ", "(iv) ", "Annex ", "Section 3", "\u{C}", "\t", "\n\n", "“Controller” means ",
    "ten (10) days", "€ 5 million", "https://a.example/x", "Policy", "§ 5 Abs. 2",
    "................ 7\n",
  ]

  static let text = FuzzTarget(
    name: "text", seeds: { PaperGround.texts }, words: words, runs: 120
  ) { bytes in PaperGround.read { try TextPaper.read(Ground.text(bytes)) } }

  static let markdown = FuzzTarget(
    name: "markdown",
    seeds: {
      [
        Array(Folder.file("Tests/PapersTests/Papers/plain-words.md").prefix(6_000)),
        Array("# A\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> [x](y) `z`\n".utf8),
      ]
    },
    words: words + ["# ", "- ", "1. ", "> ", "| ", "```\n", "[a](b)", "<b>", "**", "    "],
    runs: 200
  ) { bytes in PaperGround.read { try MarkdownPaper.read(Ground.text(bytes)) } }

  static let hypertext = FuzzTarget(
    name: "hypertext",
    seeds: {
      [
        Array(
          """
          <!doctype html><html><head><title>Terms</title><style>.x{display:none}</style></head><body>
          <h1>1 Terms</h1><ol type="a" start=3><li>One<ol><li>Two</ol></ol><p class=x style="color:#fff">No</p>
          <p>A &amp; B&nbsp;<b>c</b><br>d</p><table><tr><td>1<td>2</table><ul><li>e</ul><!-- no --></body></html>
          """.utf8)
      ]
    },
    words: [
      "<li>", "<ol start=-5>", "<ol type=i>", "<div hidden>", "<p>", "</p>", "<h2>",
      "<td colspan=9>",
      "&lt;", "&#0;", "&notit;", "<script>", "<textarea>", "<template>", "<!--",
      "<meta charset=gb18030>",
      "<sup>", "<a href=x>",
    ], runs: 600
  ) { bytes in PaperGround.read { try HTMLPaper.read(bytes) } }

  /// What poppler writes of a PDF, behind what it says of it.
  static let pages = FuzzTarget(
    name: "pages",
    seeds: {
      let head =
        "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      var rows = head + "1\t1\t0\t0\t0\t0\t0.0\t0.0\t595\t842\t-1\t###PAGE###\n"
      for line in 0..<20 {
        rows += "4\t1\t1\t1\t\(line)\t0\t70.0\t\(40 + line * 13).0\t1.0\t1.0\t-1\t###LINE###\n"
        for (at, word) in ["1.\(line)", "The", "Processor", "shall…"].enumerated() {
          rows +=
            "5\t1\t1\t1\t\(line)\t\(at)\t\(70 + at * 50).0\t\(40 + line * 13).0\t40.0\t10.0\t100\t\(word)\n"
        }
      }
      return [
        Parts.write([("info", Array("Title: Terms\nPages: 1\n".utf8)), ("tsv", Array(rows.utf8))])
      ]
    },
    words: ["###PAGE###", "###LINE###", "\t", "nan", "inf", "-", "1e308", "\n"], runs: 600
  ) { bytes in
    let parts = Parts.read(bytes)
    let info = PDFInfo(Ground.text(parts.first { $0.name == "info" }?.bytes ?? []))
    guard (info.pages ?? 0) <= 2_000 else { return }
    PaperGround.read { try PDFPaper.paper(parts.last?.bytes ?? [], info) }
  }

  static let keptPaper = FuzzTarget(
    name: "kept-paper",
    seeds: {
      ["1 A\n\nText.\n\n(a) one\n\n(b) two", "Words without numbers."].compactMap {
        try? TextPaper.read($0).json
      }
    },
    words: [
      "\"level\":", "null", "true", "[", "]", "{", "}", "\\u0000", "\\ud800", "\"page\":", ",",
    ]
  ) { bytes in PaperGround.read { try Paper(json: bytes) } }

  /// Two versions of a paper.
  static let versions = FuzzTarget(
    name: "versions",
    seeds: {
      PaperGround.texts.map { text in
        Parts.write([
          ("old", Array(text.prefix(2_500))), ("new", Array(text.prefix(2_400).suffix(2_300))),
        ])
      }
    }, words: words + ["%%%% new\n"], runs: 120
  ) { bytes in
    let papers = Parts.read(bytes).suffix(2).compactMap {
      try? TextPaper.read(Ground.text($0.bytes))
    }
    guard papers.count == 2 else { return }
    let comparison = PaperComparison(papers[0], papers[1])
    for position in papers[0].passages.indices {
      _ = comparison.difference(comparison.match(ofOld: position))
      let passage = papers[0].passages[position]
      _ = comparison.carried(String(passage.text.prefix(80)), anchor: passage.anchor)
    }
  }

  /// Words that are looked for, and the figures in what was found.
  static let search = FuzzTarget(
    name: "search",
    seeds: {
      [
        "breach notif* 72 hours", "“personal data” sub-processor", "thirty (30) calendar days",
        "EUR 2,500,000.00 or 4 % of turnover", "http://x.example/a?b=c#d", "§ 203 StGB",
      ].map { Array($0.utf8) }
    }, words: ["*", "\"", "-", "(", ")", "one hundred and", "thousand", "per cent", "million"],
    runs: 1_500
  ) { bytes in
    let words = Ground.text(bytes)
    _ = SearchGround.index.search(words, limit: 10)
    _ = FigureReading.figures(in: words)
    _ = SearchGround.check.places(of: words)
    _ = SearchGround.index.best(
      PassageQuery(
        terms: [.init(words, weight: 3)], headings: [words], values: FigureKind.allCases),
      limit: 5)
    _ = TypedNumber.split(words)
  }
}
