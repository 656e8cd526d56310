"""A document as somebody would write it in typst by hand: the same words, tables, contents, header and
footer, from the document's JSON. What a template that reads data costs is measured against it.

    python3 peer.py document.json > peer.typ
"""
import json
import sys

SPECIAL = "\\#*_`$@<>=-+/[]~'\""


def escaped(text):
    return "".join("\\" + sign if sign in SPECIAL else sign for sign in text).replace("\n", " \\\n")


def words(runs, links=True):
    out = ""
    for run in runs:
        text = escaped(run["text"])
        if "blank" in run:
            text = f"#highlight(fill: luma(88%), extent: 1pt)[{text}]"
        if run.get("emphasis"):
            text = f"#emph[{text}]"
        if run.get("strong"):
            text = f"#strong[{text}]"
        if links and run.get("reference") in LABELS:
            text = f"#link(<{LABELS[run['reference']]}>)[{text}]"
        out += text
    return out


LABELS = {}


def gather(blocks):
    for block in blocks:
        if block.get("anchor") and block["anchor"] not in LABELS:
            LABELS[block["anchor"]] = f"a{len(LABELS)}"
        for item in block.get("items", []):
            gather(item["blocks"])
        gather(block.get("blocks", []))


PLACED = set()


def label(block):
    anchor = block.get("anchor")
    if not anchor or anchor in PLACED:
        return ""
    PLACED.add(anchor)
    return f" <{LABELS[anchor]}>"


def row(cells, count):
    return [f"[{words(cell)}]" for cell in cells] + ["[]"] * (count - len(cells))


def written(blocks, inset="0pt"):
    out = []
    for block in blocks:
        kind = block["block"]
        if kind == "heading":
            if block["numbering"] == "annex":
                out.append("#pagebreak(weak: true)")
            number = block.get("number", "")
            out.append(f"{'=' * block['level']} {number} {words(block['runs'])}{label(block)}")
            inset = "0pt"
        elif kind == "paragraph":
            if block.get("number"):
                inset = "1.25cm"
                out.append(f"#par(hanging-indent: 1.25cm)[#box(width: 1.25cm)[{escaped(block['number'])}]"
                           f"{words(block['runs'])}]{label(block)}")
            else:
                if block["style"] == "body":
                    inset = "0pt"
                out.append(f"#pad(left: {inset})[{words(block['runs'])}]{label(block)}")
        elif kind == "list":
            form = 'enum(numbering: "(a)", ' if block.get("ordered") else "list("
            items = ", ".join("[" + "\n\n".join(written(item["blocks"])) + "]" for item in block["items"])
            out.append(f"#pad(left: {inset}, {form}{items}))")
        elif kind == "table":
            rows = [block["header"]] + block["rows"]
            count = max(len(cells) for cells in rows)
            size = [max(sum(len(run["text"]) for run in cells[at]) if at < len(cells) else 1 for cells in rows)
                    for at in range(count)]
            shares = ", ".join(f"{min(max(each, 8), 60)}fr" for each in size)
            head = f"table.header({', '.join(row(block['header'], count))}), " if block["header"] else ""
            cells = ", ".join(cell for each in block["rows"] for cell in row(each, count))
            out.append(f"#block({{ set text(9pt); set par(justify: false); table(columns: ({shares},), {head}{cells}) }})")
        elif kind == "signatures":
            places = []
            for place in block["signatures"]:
                lines = "\n\n".join(f"{escaped(line['label'])} {words(line['runs'])} #box(width: 1fr, stroke: (bottom: 0.4pt))"
                                    for line in place["lines"])
                places.append(f"block(breakable: false)[*{words(place['party'])}*\n\n{lines}]")
            out.append(f"#grid(columns: 2, column-gutter: 1cm, row-gutter: 1cm, {', '.join(places)})")
        elif kind == "contents":
            out.append("#outline(title: none, depth: 1)")
        elif kind == "landscape":
            out.append("#page(flipped: true)[" + "\n\n".join(written(block["blocks"])) + "]")
    return out


def main():
    document = json.load(open(sys.argv[1]))
    gather(document["cover"] + document["blocks"])
    title = json.dumps("".join(run["text"] for run in document["title"]))
    print(f"""#set document(title: {title}, date: datetime(year: 2026, month: 11, day: 21))
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10.5pt, lang: "en", region: "GB")
#set par(justify: true, leading: 0.66em, spacing: 1em)
#set table(stroke: 0.5pt + luma(55%), inset: (x: 5pt, y: 4pt), align: start + top,
  fill: (_, y) => if y == 0 {{ luma(94%) }})
#set page(paper: "a4", margin: (top: 2.8cm, bottom: 2.5cm, x: 2.5cm),
  header: {{ set text(size: 8.5pt); [#{title} #h(1fr) *DRAFT*]; line(length: 100%, stroke: 0.4pt) }},
  footer: context {{ set text(size: 8.5pt)
    [#h(1fr) Page #counter(page).display() of #counter(page).final().first()] }})
#show heading: set text(weight: "bold", hyphenate: false)
#show heading.where(level: 1): set text(size: 11.5pt)
#show heading.where(level: 1): set block(above: 1.7em, below: 0.85em)
""")
    print("\n\n".join(written(document["cover"])))
    print(f"\n#pagebreak()\n#text(19pt)[*{words(document['title'])}*]\n")
    print("\n\n".join(written(document["blocks"])))


if __name__ == "__main__":
    main()
