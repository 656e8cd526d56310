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
      var xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
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
    return blocks + [
      .raw("</w:tbl>"), .raw("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>"),
    ]
  }

  private static func lines(
    of signature: Signature, width: Int, _ inlines: inout WordInlines
  ) -> [PandocBlock] {
    var blocks: [PandocBlock] = [
      .paragraph(style: "Signature Party", filled(inlines.line(signature.party)))
    ]
    for line in signature.lines {
      let words = inlines.line(line.runs)
      let label: [PandocInline] = [.words(Printable.line(line.label)), .raw(WordXML.tab)]
      // The style's last tab stop draws the rule to write on.
      blocks.append(
        .paragraph(style: "Signature", label + (words.isEmpty ? [.raw(WordXML.tab)] : words)))
    }
    return blocks
  }

  private static func filled(_ inlines: [PandocInline]) -> [PandocInline] {
    inlines.isEmpty ? [.raw("<w:r/>")] : inlines
  }
}
