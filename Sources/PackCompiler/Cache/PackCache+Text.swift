import PackModel

extension ByteWriter {
  mutating func write(_ inlines: [Inline]) { write(inlines) { $0.write($1) } }

  mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text):
      write(tag: 0)
      write(text)
    case .strong(let inner):
      write(tag: 1)
      write(inner)
    case .emphasis(let inner):
      write(tag: 2)
      write(inner)
    case .placeholder(let placeholder):
      write(tag: 3)
      write(placeholder.source)
      write(case: placeholder.format)
      write(placeholder.otherwise) { $0.write($1) }
    case .reference(let ids):
      write(tag: 4)
      write(ids)
    case .cite(let id):
      write(tag: 5)
      write(id)
    case .phrase(let id):
      write(tag: 6)
      write(id)
    }
  }

  private mutating func write(_ otherwise: Placeholder.Default) {
    write(otherwise.value)
    write(otherwise.norm)
    write(otherwise.unless)
  }

  private mutating func write(_ source: Placeholder.Source) {
    switch source {
    case .expression(let expression):
      write(tag: 0)
      write(expression)
    case .row(let name):
      write(tag: 1)
      write(name)
    case .report(let column):
      write(tag: 2)
      write(column)
    case .fact(let fact):
      write(tag: 3)
      write(fact.rawValue)
    }
  }

  mutating func write(_ loop: TemplateBlock.Loop) {
    write(loop.range)
    write(loop.condition) { $0.write($1) }
    write(loop.runsIn)
  }

  mutating func write(_ blocks: [TemplateBlock]) { write(blocks) { $0.write($1) } }

  mutating func write(_ block: TemplateBlock) {
    switch block {
    case .paragraph(let inlines):
      write(tag: 0)
      write(inlines)
    case .heading(let inlines, let id):
      write(tag: 1)
      write(inlines)
      write(id)
    case .list(let ordered, let items):
      write(tag: 2)
      write(ordered)
      write(items) {
        $0.write($1.loop) { $0.write($1) }
        $0.write($1.condition) { $0.write($1) }
        $0.write($1.blocks)
      }
    case .table(let header, let rows):
      write(tag: 3)
      write(header) { $0.write($1) }
      write(rows) {
        $0.write($1.loop) { $0.write($1) }
        $0.write($1.condition) { $0.write($1) }
        $0.write($1.cells) { $0.write($1) }
      }
    case .when(let condition, let inner):
      write(tag: 4)
      write(condition)
      write(inner)
    case .each(let loop, let inner):
      write(tag: 5)
      write(loop)
      write(inner)
    case .contents: write(tag: 6)
    case .definitions: write(tag: 7)
    case .sources: write(tag: 8)
    case .credits: write(tag: 12)
    case .signatures(let parties):
      write(tag: 9)
      write(parties) {
        $0.write(count: $1.group)
        for part in [$1.party, $1.signatory, $1.title] { $0.write(index: part) }
      }
    case .landscape(let inner):
      write(tag: 10)
      write(inner)
    case .picture(let subject):
      write(tag: 11)
      write(case: subject)
    }
  }
}

extension ByteReader {
  private static let subjects = TemplateBlock.Subject.allCases
  private static let formats = Placeholder.Format.allCases

  mutating func inlines() throws(PackCacheFault) -> [Inline] {
    try list { reader throws(PackCacheFault) in try reader.inline() }
  }

  mutating func optionalInlines() throws(PackCacheFault) -> [Inline]? {
    try bool() ? try inlines() : nil
  }

  private mutating func inline() throws(PackCacheFault) -> Inline {
    switch try byte() {
    case 0: return .text(try string())
    case 1: return .strong(try nested { reader throws(PackCacheFault) in try reader.inlines() })
    case 2: return .emphasis(try nested { reader throws(PackCacheFault) in try reader.inlines() })
    case 3:
      let source = try source()
      let format = try oneOf(ByteReader.formats)
      return .placeholder(
        Placeholder(source: source, format: format, otherwise: try otherwise()))
    case 4: return .reference(try strings())
    case 5: return .cite(try string())
    case 6: return .phrase(try string())
    default: throw .damaged
    }
  }

  private mutating func otherwise() throws(PackCacheFault) -> Placeholder.Default? {
    guard try bool() else { return nil }
    let value = try value()
    let norm = try optionalString()
    return Placeholder.Default(value: value, norm: norm, unless: try expression())
  }

  private mutating func source() throws(PackCacheFault) -> Placeholder.Source {
    switch try byte() {
    case 0: .expression(try expression())
    case 1: .row(try string())
    case 2: .report(try reportColumn())
    case 3: .fact(try reportFact())
    default: throw .damaged
    }
  }

  mutating func loop() throws(PackCacheFault) -> TemplateBlock.Loop {
    let range = try range()
    let condition = try optionalExpression()
    return TemplateBlock.Loop(range: range, condition: condition, runsIn: try bool())
  }

  mutating func blocks() throws(PackCacheFault) -> [TemplateBlock] {
    try nested { reader throws(PackCacheFault) in
      try reader.list { reader throws(PackCacheFault) in try reader.block() }
    }
  }

  private mutating func block() throws(PackCacheFault) -> TemplateBlock {
    switch try byte() {
    case 0: return .paragraph(try inlines())
    case 1:
      let inlines = try inlines()
      return .heading(inlines, id: try string())
    case 2:
      let ordered = try bool()
      return .list(
        ordered: ordered,
        items: try list { reader throws(PackCacheFault) in try reader.item() })
    case 3:
      let header = try list { reader throws(PackCacheFault) in try reader.inlines() }
      return .table(
        header: header, rows: try list { reader throws(PackCacheFault) in try reader.row() })
    case 4:
      let condition = try expression()
      return .when(condition, try blocks())
    case 5:
      let loop = try loop()
      return .each(loop, try blocks())
    case 6: return .contents
    case 7: return .definitions
    case 8: return .sources
    case 12: return .credits
    case 9:
      return .signatures(try list { reader throws(PackCacheFault) in try reader.signature() })
    case 10: return .landscape(try blocks())
    case 11: return .picture(try oneOf(ByteReader.subjects))
    default: throw .damaged
    }
  }

  private mutating func item() throws(PackCacheFault) -> TemplateBlock.ListItem {
    let loop = try optional { reader throws(PackCacheFault) in try reader.loop() }
    let condition = try optionalExpression()
    return TemplateBlock.ListItem(loop: loop, condition: condition, blocks: try blocks())
  }

  private mutating func row() throws(PackCacheFault) -> TemplateBlock.TableRow {
    let loop = try optional { reader throws(PackCacheFault) in try reader.loop() }
    let condition = try optionalExpression()
    return TemplateBlock.TableRow(
      loop: loop, condition: condition,
      cells: try list { reader throws(PackCacheFault) in try reader.inlines() })
  }

  private mutating func signature() throws(PackCacheFault) -> TemplateBlock.SignatureBlock {
    let group = try index(sizes.questions)
    let party = try optionalIndex(sizes.questions)
    let signatory = try optionalIndex(sizes.questions)
    return TemplateBlock.SignatureBlock(
      group: group, party: party, signatory: signatory,
      title: try optionalIndex(sizes.questions))
  }
}
