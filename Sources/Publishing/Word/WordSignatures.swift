import Documents

/// The places to sign, two beside each other. A row does not split, so a block stays on one page.
enum WordSignatures {
  static func blocks(
    _ signatures: [Signature], width: Int, _ inlines: inout WordInlines
  ) -> [PandocBlock] {
    if signatures.isEmpty { return [] }
    let columns = min(signatures.count, 2)
    let column = width / columns
    var blocks: [PandocBlock] = [
      .raw(
        """
        <w:tbl><w:tblPr><w:tblStyle w:val="SignatureTable"/>\
        <w:tblW w:w="\(column * columns)" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>\
        <w:tblGrid>\(String(repeating: "<w:gridCol w:w=\"\(column)\"/>", count: columns))</w:tblGrid>
        """)
    ]
    for start in stride(from: 0, to: signatures.count, by: columns) {
      let mark = inlines.revisions.property(signatures[start].revision)
      var xml = "<w:tr><w:trPr><w:cantSplit/>\(mark)</w:trPr>"
      for place in start..<(start + columns) {
        xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(column)\" w:type=\"dxa\"/></w:tcPr>"
        if place < signatures.count {
          blocks.append(.raw(xml))
          blocks += lines(of: signatures[place], width: column, &inlines)
          xml = ""
        } else {
          xml += "<w:p/>"
        }
        xml += "</w:tc>"
      }
      blocks.append(.raw(xml + "</w:tr>"))
    }
    return blocks + WordTable.end(signatures.first?.revision, &inlines)
  }

  private static func lines(
    of signature: Signature, width: Int, _ inlines: inout WordInlines
  ) -> [PandocBlock] {
    var blocks: [PandocBlock] = [
      .paragraph(
        style: "Signature Party",
        inlines.revisions.mark(signature.revision) + filled(inlines.line(signature.party)))
    ]
    for line in signature.lines {
      let words = inlines.line(line.runs)
      // The style's last tab stop draws the rule to write on.
      let label = inlines.revisions.wrapped(
        [.words(Printable.line(line.label)), .raw(WordXML.tab)], signature.revision)
      // Where the name came, the rule went, and the other way round.
      let rule: [PandocInline] =
        switch (words.isEmpty, line.runs.revision) {
        case (true, _): inlines.revisions.wrapped([.raw(WordXML.tab)], signature.revision)
        case (false, .inserted?) where signature.revision == nil:
          inlines.revisions.wrapped([.raw(WordXML.tab)], .deleted)
        case (false, .deleted?) where signature.revision == nil:
          inlines.revisions.wrapped([.raw(WordXML.tab)], .inserted)
        default: []
        }
      blocks.append(
        .paragraph(
          style: "Signature",
          inlines.revisions.mark(signature.revision) + label + rule + words))
    }
    return blocks
  }

  private static func filled(_ inlines: [PandocInline]) -> [PandocInline] {
    inlines.isEmpty ? [.raw("<w:r/>")] : inlines
  }
}
