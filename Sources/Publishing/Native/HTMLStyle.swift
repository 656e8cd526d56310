import Documents

/// The one style sheet that every HTML file carries. Black on white, blanks on pale yellow: every
/// pair of colours has a contrast of at least 7 to 1.
enum HTMLStyle {
  static func css(paper: Document.Paper) -> String {
    let size = paper == .a4 ? "A4" : "letter"
    return """
      @page { size: \(size); margin: 25mm 25mm 22mm 25mm; }
      @page wide { size: \(size) landscape; margin: 20mm; }
      * { box-sizing: border-box; }
      html { font: 17px/1.5 Charter, "Iowan Old Style", Cambria, "Libertinus Serif", Georgia, serif; color: #111; background: #fff; }
      body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; hyphens: auto; overflow-wrap: break-word; }
      h1, h2, h3 { line-height: 1.25; hyphens: manual; }
      h1 { font-size: 1.7rem; margin: 1.5rem 0 2rem; }
      h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; padding-left: 3rem; }
      h2:not(:has(.number)) { padding-left: 0; }
      h2 .number { float: left; margin-left: -3rem; }
      h2.annex { padding-left: 0; }
      h2.annex .number { float: none; margin: 0 .8em 0 0; }
      h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
      p { margin: .5rem 0; }
      .clause, .continued { padding-left: 3rem; }
      .clause .number { float: left; margin-left: -3rem; }
      ol, ul { list-style: none; margin: .5rem 0; padding: 0 0 0 2.2rem; }
      ol.continued, ul.continued { padding-left: 5.2rem; }
      li { margin: .3rem 0; }
      li > p { margin: .2rem 0; }
      li > p:first-child > .number:first-child { float: left; margin-left: -2.2rem; }
      .number { font-variant-numeric: tabular-nums; }
      nav ol { padding: 0; }
      nav li.level-2 { padding-left: 3rem; }
      nav a { text-decoration: none; }
      nav .number { display: inline-block; min-width: 3rem; padding-right: .8em; }
      a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; text-decoration-color: #777; }
      a:focus-visible { outline: 3px solid #111; outline-offset: 2px; }
      table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .88rem; line-height: 1.4; hyphens: manual; }
      .long { hyphens: none; overflow-wrap: anywhere; }
      .landscape { overflow-x: auto; }
      figure { margin: 1rem 0; }
      figure svg { max-width: 100%; height: auto; }
      th, td { border: 1px solid #999; padding: .35rem .5rem; text-align: left; vertical-align: top; }
      th { background: #f2f2f2; }
      mark { background: #fff3bf; color: #111; padding: 0 .15em; border-bottom: 1px dashed #7a5c00; }
      .draft { font-size: .85rem; letter-spacing: .25em; text-align: center; }
      .draft p { border: 1px solid #111; display: inline-block; padding: .1rem .8rem; margin: 0; }
      .cover { border: 1px solid #777; padding: .5rem 1.25rem 1rem; margin: 1rem 0 3rem; font-size: .92rem; }
      .cover h2:first-child { margin-top: .8rem; }
      .signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 2.5rem; margin: 2.5rem 0; }
      .signature .party { font-weight: bold; min-height: 3em; }
      .signature dl { display: grid; grid-template-columns: max-content 1fr; gap: 1.6rem 1rem; margin: 0; align-items: baseline; }
      .signature dl + dl { margin-top: 3.2rem; }
      .signature dd { margin: 0; }
      .signature .rule { border-bottom: 1px solid #111; min-width: 8rem; height: 1.5em; }
      \(onPaper)

      """
  }

  /// What differs on paper.
  private static let onPaper = """
    @media print {
      html { font-size: 10.5pt; line-height: 1.4; }
      body { max-width: none; padding: 0; }
      h1, h2, h3, p:has(+ ul), p:has(+ ol), p:has(+ table) { break-after: avoid; }
      h2.annex { break-before: page; }
      p { orphans: 2; widows: 2; }
      tr, .signature, figure { break-inside: avoid; }
      thead { display: table-header-group; }
      .cover { break-after: page; }
      .landscape { page: wide; }
      .draft { position: fixed; top: -15mm; right: 0; }
      mark { background: #eee; }
    }
    """
}
