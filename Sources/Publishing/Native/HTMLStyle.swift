import Documents

/// The one style sheet that every HTML file carries. Black on white, or white on black where the
/// reader's screen is dark, blanks on yellow: every pair of colours of words has a contrast of at least
/// 7 to 1.
enum HTMLStyle {
  static func css(paper: Document.Paper) -> String {
    let size = paper == .a4 ? "A4" : "letter"
    return """
      @page { size: \(size); margin: 25mm 25mm 22mm 25mm; }
      @page wide { size: \(size) landscape; margin: 20mm; }
      \(text)
      \(beside)
      \(onScreens)
      \(onPaper)

      """
  }

  /// The text itself.
  private static let text = """
    :root { color-scheme: light dark; --ink: #111; --page: #fff; --rule: #999; --soft: #f2f2f2; --faint: #777; --blank: #fff3bf; --edge: #7a5c00; }
    * { box-sizing: border-box; }
    html { font: 17px/1.5 Charter, "Iowan Old Style", Cambria, "Libertinus Serif", Georgia, serif; color: var(--ink); background: var(--page); scroll-padding-top: 1rem; }
    body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; hyphens: auto; overflow-wrap: break-word; }
    body:has(> .page) { max-width: 68rem; }
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
    a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; text-decoration-color: var(--faint); }
    :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
    table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .88rem; line-height: 1.4; hyphens: manual; }
    .long { hyphens: none; overflow-wrap: anywhere; }
    .landscape, .wide { overflow-x: auto; }
    figure { margin: 1rem 0; }
    figure svg { max-width: 100%; height: auto; background: #fff; }
    th, td { border: 1px solid var(--rule); padding: .35rem .5rem; text-align: left; vertical-align: top; }
    th { background: var(--soft); }
    mark { background: var(--blank); color: var(--ink); padding: 0 .15em; border-bottom: 1px dashed var(--edge); }
    .draft { font-size: .85rem; letter-spacing: .25em; text-align: center; }
    .draft p { border: 1px solid var(--ink); display: inline-block; padding: .1rem .8rem; margin: 0; }
    .cover { border: 1px solid var(--faint); padding: .5rem 1.25rem 1rem; margin: 1rem 0 3rem; font-size: .92rem; }
    .cover h2:first-child { margin-top: .8rem; }
    .signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 2.5rem; margin: 2.5rem 0; }
    .signature .party { font-weight: bold; min-height: 3em; }
    .signature dl { display: grid; grid-template-columns: max-content 1fr; gap: 1.6rem 1rem; margin: 0; align-items: baseline; }
    .signature dl + dl { margin-top: 3.2rem; }
    .signature dd { margin: 0; }
    .signature .rule { border-bottom: 1px solid var(--ink); min-width: 8rem; height: 1.5em; }
    """

  /// What stands beside it: contents, findings that fold, filters.
  private static let beside = """
    .skip { position: absolute; left: -100vw; background: var(--page); padding: .4rem .8rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 1; }
    .column { min-width: 0; }
    .side { font-size: .88rem; line-height: 1.35; }
    .side summary { font-weight: bold; cursor: pointer; padding: .4rem 0; }
    .side .number { min-width: 1.8rem; padding-right: .4em; }
    .side a { display: block; padding: .15rem 0; }
    .side a:hover { text-decoration: underline; }
    .finding { border: 1px solid var(--rule); border-left-width: .4rem; margin: .5rem 0; padding: 0 .9rem; }
    .finding[open] { padding-bottom: .5rem; }
    .finding summary { cursor: pointer; padding: .5rem 0; }
    .grade { font: .78rem/1 system-ui, sans-serif; text-transform: uppercase; letter-spacing: .05em; border: 1px solid var(--ink); border-radius: .2rem; padding: .12rem .35rem; margin-right: .35rem; }
    .filter { border: 1px solid var(--rule); padding: .6rem .9rem; margin: 1rem 0; font-size: .92rem; }
    .filter fieldset { border: 0; margin: 0 0 .3rem; padding: 0; }
    .filter legend { font-weight: bold; padding: 0; }
    .filter label { display: inline-block; padding: .25rem .9rem .25rem 0; cursor: pointer; }
    .filter p { font-size: .85rem; margin: .2rem 0 0; }
    """

  /// What differs by the width and the light of a screen.
  private static let onScreens = """
    @media screen and (min-width: 62rem) {
      .page { display: grid; grid-template-columns: 15rem minmax(0, 46rem); gap: 3rem; }
      .side { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
      @supports selector(::details-content) {
        .side summary { list-style: none; cursor: default; pointer-events: none; }
        .side details::details-content { content-visibility: visible; height: auto; }
      }
    }
    @media screen and (max-width: 40rem) {
      body { padding: 1rem 1rem 3rem; }
      .side { border-bottom: 1px solid var(--rule); }
      .many table { min-width: 38rem; }
    }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #ececec; --page: #16181b; --rule: #6d7278; --soft: #24282d; --faint: #8d9299; --blank: #4a3b00; --edge: #e2c35a; }
      figure svg { padding: .5rem; border-radius: .3rem; }
    }
    """

  /// What differs on paper.
  private static let onPaper = """
    @media print {
      html { font-size: 10.5pt; line-height: 1.4; }
      :root { color-scheme: light; }
      body, body:has(> .page) { max-width: none; padding: 0; }
      .side, .skip, .filter { display: none; }
      details::details-content { content-visibility: visible; height: auto; display: block; }
      .finding summary { list-style: none; break-after: avoid; }
      .wide { overflow: visible; }
      h1, h2, h3, p:has(+ ul), p:has(+ ol), p:has(+ table) { break-after: avoid; }
      h2.annex { break-before: page; }
      p { orphans: 2; widows: 2; }
      tr, .signature, figure { break-inside: avoid; }
      thead { display: table-header-group; }
      .cover { break-after: page; }
      .landscape { page: wide; }
      .draft { position: fixed; top: -15mm; right: 0; }
      mark { background: #eee; color: #111; }
    }
    """
}
