/// The one template for PDF, in typst's language. It reads `data`, which `TypstData` writes.
enum TypstTemplate {
  /// What a template that loses no words has to print.
  static let mustPrint = ["data.title", "data.cover", "data.blocks", "data.draft"]

  /// The same for a firm to change.
  static var starter: String { guide + source }

  private static let guide = """
    // The look of PDF files, in typst's language (typst.app/docs). What a firm will want to change
    // stands in the first part: faces, sizes, margins, head and foot. A logo beside this file:
    //   #let letterhead = image("logo.svg", width: 4cm, alt: "Name of the firm")
    // Fonts can lie in a folder "fonts" beside it. `data` holds the document: title, cover, blocks,
    // draft (none in a final copy), confidentiality, hash (of a final copy), paper, lang, region,
    // date, and the few words that pages need.

    """

  static let source = #"""
    #let fonts = ("Libertinus Serif", "Noto Serif CJK SC", "Noto Sans CJK JP", "Noto Serif", "Noto Sans",
      "Noto Naskh Arabic", "Noto Sans Devanagari", "Noto Sans Thai", "DejaVu Sans", "DejaVu Sans Mono")
    #let clause = 1.25cm
    #let step = 0.95cm
    #let small = 8.5pt
    #let rule = 0.5pt + luma(55%)

    // Printed above the title: a firm's letterhead.
    #let letterhead = none

    #set document(title: data.words.title,
      date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
    #set text(font: fonts, size: 10.5pt, lang: data.lang, region: data.region)
    #set par(justify: true, leading: 0.66em, spacing: 1em)

    #let numbered-footer = context {
      set text(size: small)
      [#data.hash #h(1fr) #data.words.page #counter(page).display() #data.words.of #counter(page).final().first()]
    }
    #let cover-footer = { set text(size: small); [#data.hash #h(1fr) #data.words.coverSheet] }
    #set page(paper: data.paper, margin: (top: 2.8cm, bottom: 2.5cm, x: 2.5cm),
      header: {
        set text(size: small, hyphenate: false)
        set par(justify: false, linebreaks: "simple")
        grid(columns: (1fr, auto), column-gutter: 1.5em, align: bottom, data.words.title,
          [#data.confidentiality #if data.draft != none { h(0.6em); strong(data.draft) }])
        v(-0.5em)
        line(length: 100%, stroke: 0.4pt + luma(60%))
      },
      footer: numbered-footer)

    // An address has the hyphens that it has.
    #show regex("\\S*(@|://|www\\.)\\S*"): set text(hyphenate: false)

    // Words, never markup: a string is shown as it is.
    #let words(text) = if "\n" in text { text.split("\n").intersperse(linebreak()).join() } else { text }
    #let run(r) = {
      let body = words(r.t)
      if "k" in r { body = text(hyphenate: false, body); body = highlight(fill: luma(88%), extent: 1pt, body) }
      if "e" in r { body = emph(body) }
      if "s" in r { body = strong(body) }
      if "r" in r { link(label(r.r), body) } else { body }
    }
    #let runs(list) = if list.len() == 1 { run(list.first()) } else { list.map(run).join() }
    #let marked(block, body) = if "a" in block { [#body#label(block.a)] } else { body }

    #show heading: set text(weight: "bold", hyphenate: false)
    #show heading: set par(justify: false)
    #show heading.where(level: 1): set text(size: 11.5pt)
    #show heading.where(level: 1): set block(above: 1.7em, below: 0.85em)
    #show heading.where(level: 2): set text(size: 10.5pt, style: "italic")
    #show heading.where(level: 2): set block(above: 1.3em, below: 0.75em)

    #let headline(b, wide) = {
      let body = runs(b.runs)
      if "n" in b and b.kind == "annex" {
        if not wide { pagebreak(weak: true) }
        show heading: set text(size: 13pt)
        marked(b, heading(level: 1, { b.n; [ ]; h(0.65em); body }))
      } else if "n" in b {
        set par(hanging-indent: clause)
        marked(b, heading(level: b.level, { box(width: clause, b.n + " "); body }))
      } else { marked(b, heading(level: b.level, body)) }
    }
    #let paragraph(b, left) = {
      let sticky = "lead" in b
      if "n" in b {
        marked(b, block(width: 100%, sticky: sticky,
          par(hanging-indent: clause, { box(width: clause, b.n + " "); runs(b.runs) })))
      } else if "heads" in b {
        marked(b, block(width: 100%, inset: (left: left), sticky: true, above: 1.5em, par(justify: false, runs(b.runs))))
      } else {
        marked(b, block(width: 100%, inset: (left: left), sticky: sticky, par(runs(b.runs))))
      }
    }
    #let cell(list, tight, header: false) = {
      let body = if header { strong(runs(list)) } else { runs(list) }
      if tight { body = text(hyphenate: true, body) }
      // A cell that is taller than a page has to break.
      if list.map(r => r.t.len()).sum(default: 0) > 1500 { table.cell(breakable: true, body) } else { body }
    }
    #let grid-table(b) = {
      set text(size: 9pt)
      // By a line that is filled at any price more words would be divided than have to be.
      set par(justify: false, linebreaks: "optimized", leading: 0.55em, spacing: 0.55em)
      set text(hyphenate: false)
      set table.cell(breakable: false)
      let columns = b.shares.len()
      let cells(row, ..how) = (row + ((),) * (columns - row.len())).enumerate().map(
        ((n, c)) => cell(c, n in b.tight, ..how))
      let body = b.rows.map(row => cells(row))
      // A last row is not left alone on a page: what stands at the foot of a table stays together.
      let keeps = ("whole" not in b and body.len() > 3
        and b.rows.slice(-2).flatten().map(r => r.t.len()).sum(default: 0) < 1500)
      block(width: 100%, above: 1.1em, below: 1.2em, breakable: "whole" not in b, table(
        columns: b.shares.map(s => s * 1fr), stroke: rule, inset: (x: 5pt, y: 4pt),
        align: start + top, fill: (_, y) => if y == 0 and b.header.len() > 0 { luma(94%) },
        ..if b.header.len() > 0 {
          (table.header(..cells(b.header, header: true)),)
        },
        ..if keeps {
          body.slice(0, -2).flatten() + (table.footer(repeat: false, ..body.slice(-2).flatten()),)
        } else { body.flatten() }))
    }
    #let signature(s, width) = block(breakable: false, width: width, {
      set par(justify: false)
      set text(hyphenate: false)
      block(height: auto, below: 1.6em, strong(runs(s.party)))
      for l in s.lines {
        // The place of the next person stands apart. A label stands at the first line of its words.
        block(above: if "next" in l { 3.2em } else { 1.35em }, below: 0pt, grid(columns: (2.1cm, 1fr), align: top,
          l.label,
          if l.runs.len() > 0 { runs(l.runs) }
          else { box(width: 1fr, stroke: (bottom: 0.4pt), outset: (bottom: 1.5pt), hide[x]) }))
      }
    })
    #let signatures(list) = {
      let places = list.map(s => signature(s, 100%))
      block(breakable: places.len() > 2, above: 2.2em, below: 2em, grid(
        columns: (1fr,) * calc.min(places.len(), 2), column-gutter: 1.2cm, row-gutter: 2.4em, ..places))
    }
    #let contents(b) = {
      set par(justify: false, spacing: 0.62em)
      set text(hyphenate: false)
      let wide = calc.max(..b.entries.map(e => if "n" in e { e.n.len() } else { 0 }), 0)
      let column = if wide > 4 { 1.9cm } else { clause * 0.8 }
      for e in b.entries {
        let page = context counter(page).at(label(e.r)).first()
        let title = { if "n" in e { box(width: column, e.n + " ") }; runs(e.runs) }
        let left = if e.level > 1 { column } else { 0pt }
        let line = { title; [ ]; box(width: 1fr, repeat(gap: 0.25em)[.]) }
        if "r" in e {
          block(width: 100%, inset: (left: left, right: 0pt), link(label(e.r), par(hanging-indent: column,
            { line; h(0.4em); box(width: 1.6em, align(end, page)) })))
        } else { block(width: 100%, inset: (left: left), par(hanging-indent: column, title)) }
      }
    }
    #let blocks(list, nested: false, wide: false) = {
      for b in list {
        let left = if b.at("m", default: 0) == 1 and not nested { clause } else { 0pt }
        if b.b == "h" { headline(b, wide) }
        else if b.b == "p" { paragraph(b, left) }
        else if b.b == "l" {
          let markers = b.items.map(i => i.marker)
          block(width: 100%, inset: (left: left), enum(tight: false, spacing: 0.75em, body-indent: 0pt,
            number-align: start + top, numbering: n => box(width: step, markers.at(n - 1)),
            ..b.items.map(i => blocks(i.blocks, nested: true))))
        }
        else if b.b == "t" { grid-table(b) }
        else if b.b == "s" { signatures(b.signatures) }
        else if b.b == "c" { contents(b) }
        else if b.b == "i" {
          for part in b.parts { block(width: 100%, above: 1em, below: 1em, breakable: false,
            image(bytes(part), format: "svg", width: 100%, alt: b.alt)) }
        }
        else if b.b == "w" { page(flipped: true, margin: (top: 2.6cm, bottom: 2.2cm, x: 2.2cm), blocks(b.blocks, wide: true)) }
      }
    }

    #if data.cover.len() > 0 {
      page(footer: cover-footer, {
        set text(size: 10pt)
        set heading(outlined: false, bookmarked: false)
        blocks(data.cover)
      })
      counter(page).update(1)
    }
    #if letterhead != none { block(below: 1.2cm, letterhead) } else { v(0.6cm) }
    #block(below: 2em, {
      set text(size: 19pt, weight: "bold", hyphenate: false)
      set par(justify: false, leading: 0.5em)
      runs(data.title)
    })
    #blocks(data.blocks)

    """#
}
