import Documents
import PlainText

/// A `Document` as canonical JSON: everything it holds, as it is, provenance included. Equal
/// documents give equal bytes, so their hash says whether two drafts are the same. What is absent,
/// empty or false is left out.
package enum DocumentJSON {
  package static func write(_ document: Document) -> String {
    var json = JSONWriter(.document)
    json.object { json in
      json.member("id", document.id)
      json.member("language", document.language)
      json.member("paper", document.paper.rawValue)
      json.member("standing", document.standing.rawValue)
      json.runs("title", document.title)
      json.blocks("cover", document.cover)
      json.blocks("blocks", document.blocks)
      json.key("blanks")
      json.array(document.blanks) { $0.blank($1) }
    }
    return json.text
  }
}

extension JSONWriter {
  fileprivate mutating func blocks(_ key: String, _ blocks: [Block]) {
    self.key(key)
    array(blocks) { $0.block($1) }
  }

  fileprivate mutating func runs(_ key: String, _ runs: [Run]) {
    self.key(key)
    array(runs) { $0.run($1) }
  }

  private mutating func block(_ block: Block) {
    object { json in
      switch block {
      case .heading(let heading):
        json.member("block", "heading")
        json.member("level", heading.level)
        json.member("numbering", heading.numbering.rawValue)
        json.member("number", ifAny: heading.number)
        json.member("anchor", heading.anchor)
        json.runs("runs", heading.runs)
      case .paragraph(let paragraph):
        json.member("block", "paragraph")
        json.member("style", paragraph.style.rawValue)
        json.member("number", ifAny: paragraph.number)
        json.member("anchor", ifAny: paragraph.anchor)
        json.runs("runs", paragraph.runs)
      case .list(let list):
        json.member("block", "list")
        json.member("ordered", ifTrue: list.ordered)
        json.key("items")
        json.array(list.items) { json, item in
          json.object { json in
            json.member("marker", item.marker)
            json.blocks("blocks", item.blocks)
          }
        }
      case .table(let table):
        json.member("block", "table")
        json.key("header")
        json.row(table.header)
        json.key("rows")
        json.array(table.rows) { $0.row($1) }
      case .signatures(let signatures):
        json.member("block", "signatures")
        json.key("signatures")
        json.array(signatures) { $0.signature($1) }
      case .contents(let entries):
        json.member("block", "contents")
        json.key("entries")
        json.array(entries) { json, entry in
          json.object { json in
            json.member("level", entry.level)
            json.member("number", ifAny: entry.number)
            json.member("anchor", entry.anchor)
            json.runs("runs", entry.runs)
          }
        }
      case .picture(let picture):
        json.member("block", "picture")
        json.member("title", picture.title)
        json.member("description", picture.description)
        json.key("shape")
        json.shape(picture.shape)
      case .landscape(let blocks):
        json.member("block", "landscape")
        json.blocks("blocks", blocks)
      }
    }
  }

  private mutating func shape(_ shape: Picture.Shape) {
    object { json in
      switch shape {
      case .grid(let grid):
        json.member("corner", grid.corner)
        json.key("columns")
        json.array(grid.columns) { $0.string($1) }
        json.key("rows")
        json.array(grid.rows) { json, row in
          json.object { json in
            json.member("label", row.label)
            json.key("cells")
            json.array(row.cells) { json, cell in
              json.object { json in
                json.member("sign", cell.sign)
                json.member("words", cell.words)
                json.member("tone", cell.tone.rawValue)
              }
            }
          }
        }
      case .tree(let nodes):
        json.key("nodes")
        json.array(nodes) { json, node in
          json.object { json in
            json.member("depth", node.depth)
            json.member("title", node.title)
            json.key("lines")
            json.array(node.lines) { $0.string($1) }
            json.member("tone", node.tone.rawValue)
          }
        }
      }
    }
  }

  private mutating func row(_ cells: [[Run]]) {
    array(cells) { json, cell in json.array(cell) { $0.run($1) } }
  }

  private mutating func signature(_ signature: Signature) {
    object { json in
      json.runs("party", signature.party)
      json.key("lines")
      json.array(signature.lines) { json, line in
        json.object { json in
          json.member("label", line.label)
          json.member("startsPerson", ifTrue: line.startsPerson)
          json.runs("runs", line.runs)
        }
      }
    }
  }

  private mutating func run(_ run: Run) {
    object { json in
      json.member("text", run.text)
      json.member("strong", ifTrue: run.strong)
      json.member("emphasis", ifTrue: run.emphasis)
      switch run.kind {
      case .text: break
      case .blank(let blank):
        json.key("blank")
        json.blank(blank)
      case .reference(let anchor): json.member("reference", anchor)
      }
      let why = run.provenance
      guard why != Provenance() else { return }
      json.key("why")
      json.object { json in
        json.member("clause", ifAny: why.clause)
        json.member("question", ifAny: why.question)
        json.member("row", ifAny: why.row)
        json.member("entry", ifAny: why.entry)
        json.member("rule", ifAny: why.rule)
      }
    }
  }

  fileprivate mutating func blank(_ blank: Blank) {
    object { json in
      json.member("name", blank.name)
      json.member("state", blank.state)
      json.member("note", ifAny: blank.note)
      json.key("waitsFor")
      json.array(blank.waitsFor) { json, source in
        json.object { json in
          json.member("linkId", source.linkId)
          json.member("row", ifAny: source.row)
          if !source.asks.isEmpty { json.member("asks", source.asks) }
        }
      }
    }
  }
}
