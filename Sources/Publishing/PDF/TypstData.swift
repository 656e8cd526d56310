import Documents
import PackModel
import PlainText

/// A `Document` as the data that the template for PDF reads: what is printed and where it stands, with
/// every line clean. Anchors get names of their own, each at one place only.
struct TypstData {
  private var json = JSONWriter()
  private var isInCell = false
  private var names: [String: String] = [:]
  private var placed: Set<String> = []

  static func json(_ document: Document, imprint: Imprint) -> String {
    var data = TypstData()
    data.gather(document.blocks)
    data.write(document, imprint)
    return data.json.text
  }

  private mutating func gather(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): name(heading.anchor)
      case .paragraph(let paragraph): name(paragraph.anchor ?? "")
      case .list, .landscape: gather(block.children)
      case .table, .signatures, .contents, .picture: break
      }
    }
  }

  private mutating func name(_ anchor: String) {
    guard !anchor.isEmpty, names[anchor] == nil else { return }
    names[anchor] = "a\(names.count + 1)"
  }

  private mutating func write(_ document: Document, _ imprint: Imprint) {
    let wording = Wording.wording(for: document.language)
    let title = Stretch.lineOfWords(document.title)
    let tags = Sanitiser.documentLine.clean(document.language).split(separator: "-").map(
      String.init)
    let language = tags.first.flatMap { (2...3).contains($0.utf8.count) ? $0.lowercased() : nil }
    object { data in
      data.json.member("lang", language ?? "en")
      data.json.key("region")
      if let region = tags.dropFirst().last, region.utf8.count == 2 {
        data.json.string(region.uppercased())
      } else {
        data.json.null()
      }
      data.json.member("paper", document.paper == .a4 ? "a4" : "us-letter")
      data.json.key("draft")
      if document.standing == .draft { data.json.string(wording.draft) } else { data.json.null() }
      data.json.key("date")
      data.json.array([imprint.date.year, imprint.date.month, imprint.date.day]) { $0.integer($1) }
      data.json.member(
        "confidentiality", Sanitiser.documentLine.clean(imprint.confidentiality ?? ""))
      data.json.member("hash", Sanitiser.documentLine.clean(imprint.footnote ?? ""))
      data.json.key("words")
      data.object { data in
        data.json.member("title", title)
        data.json.member("page", wording.page)
        data.json.member("of", wording.of)
        data.json.member("coverSheet", wording.coverSheet)
      }
      data.runs("title", Stretch.line(of: document.title))
      data.key("cover") { $0.blocks(document.cover) }
      data.key("blocks") { $0.blocks(document.blocks) }
    }
  }

  // The members of `json` take a closure that gets `json` alone, so the tree is opened and closed here.
  private mutating func object(_ members: (inout TypstData) -> Void) {
    json.begin(.object)
    members(&self)
    json.end(.object)
  }

  private mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout TypstData, Element) -> Void
  ) {
    json.begin(.array)
    for element in elements { write(&self, element) }
    json.end(.array)
  }

  private mutating func key(_ key: String, _ value: (inout TypstData) -> Void) {
    json.key(key)
    value(&self)
  }

  private mutating func blocks(_ blocks: [Block], isWide: Bool = false) {
    var margin = Margin.page
    array(blocks.indices) { data, index in
      let block = blocks[index]
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let stands = margin.take(block)
      data.object { data in
        if case .paragraph(let paragraph) = block {
          data.json.member("lead", ifTrue: Lead.isLead(paragraph, before: next))
          data.json.member("heads", ifTrue: Lead.isTitle(paragraph, before: next))
        }
        data.block(block, at: stands, isWide: isWide)
      }
    }
  }

  private mutating func block(_ block: Block, at margin: Margin, isWide: Bool) {
    if margin == .clause { json.member("m", 1) }
    switch block {
    case .heading(let heading):
      json.member("b", "h")
      json.member("level", min(max(heading.level, 1), 2))
      json.member("kind", heading.numbering.rawValue)
      json.member("n", ifAny: heading.label)
      anchor(heading.anchor)
      runs("runs", Stretch.line(of: heading.runs))
    case .paragraph(let paragraph):
      json.member("b", "p")
      if paragraph.style == .clause {
        json.member("n", ifAny: paragraph.number.map(Sanitiser.documentLine.clean))
      }
      anchor(paragraph.anchor)
      runs("runs", Stretch.stretches(of: paragraph.runs))
    case .list(let list):
      json.member("b", "l")
      key("items") { data in
        data.array(list.items) { data, item in
          data.object { data in
            data.json.member("marker", Sanitiser.documentLine.clean(item.marker))
            data.key("blocks") { $0.blocks(item.blocks) }
          }
        }
      }
    case .table(let table):
      json.member("b", "t")
      let columns = ColumnShares(table, isWide: isWide)
      json.key("tight")
      json.array(columns.tight) { $0.integer($1) }
      json.member("whole", ifTrue: columns.staysTogether)
      json.key("shares")
      json.array(columns.shares) { $0.integer($1) }
      key("header") { $0.row(table.header) }
      key("rows") { data in data.array(table.rows) { $0.row($1) } }
    case .signatures(let signatures):
      json.member("b", "s")
      key("signatures") { data in data.array(signatures) { $0.signature($1) } }
    case .contents(let entries):
      json.member("b", "c")
      key("entries") { data in data.array(entries) { $0.entry($1) } }
    case .picture(let picture):
      json.member("b", "i")
      json.member("alt", Sanitiser.documentLine.clean(picture.description))
      let sketches = Sketch.sketches(picture)
      key("parts") { data in
        data.array(sketches.indices) { data, part in
          data.json.string(
            SVG.write(
              sketches[part], title: picture.title + Sketch.part(part, of: sketches.count),
              description: "", id: "p"))
        }
      }
    case .landscape(let blocks):
      json.member("b", "w")
      key("blocks") { $0.blocks(blocks, isWide: true) }
    }
  }

  private mutating func anchor(_ anchor: String?) {
    guard let anchor, let name = names[anchor], placed.insert(name).inserted else { return }
    json.member("a", name)
  }

  private mutating func row(_ cells: [[Run]]) {
    isInCell = true
    array(cells) { data, cell in data.runs(Stretch.stretches(of: cell)) }
    isInCell = false
  }

  private mutating func signature(_ signature: Signature) {
    object { data in
      data.runs("party", Stretch.line(of: signature.party))
      data.key("lines") { data in
        data.array(signature.lines) { data, line in
          data.object { data in
            data.json.member("label", Sanitiser.documentLine.clean(line.label))
            data.json.member("next", ifTrue: line.startsPerson)
            data.runs("runs", Stretch.line(of: line.runs))
          }
        }
      }
    }
  }

  private mutating func entry(_ entry: ContentsEntry) {
    object { data in
      data.json.member("level", entry.level)
      data.json.member("n", ifAny: entry.label)
      data.json.member("r", ifAny: data.names[entry.anchor])
      // A link within a link would be none.
      data.runs(
        "runs",
        Stretch.line(of: entry.runs).map { stretch in
          guard case .reference = stretch.kind else { return stretch }
          var plain = stretch
          plain.kind = .text
          return plain
        })
    }
  }

  private mutating func runs(_ key: String, _ stretches: [Stretch]) {
    json.key(key)
    runs(stretches)
  }

  private mutating func runs(_ stretches: [Stretch]) {
    array(stretches) { data, stretch in
      data.object { data in
        data.json.member("t", LongWords.breakable(stretch.text, inCell: data.isInCell))
        data.json.member("s", ifTrue: stretch.strong)
        data.json.member("e", ifTrue: stretch.emphasis)
        switch stretch.kind {
        case .text: break
        case .blank: data.json.member("k", ifTrue: true)
        case .reference(let anchor): data.json.member("r", ifAny: data.names[anchor])
        }
      }
    }
  }
}
