import Documents
import PlainText

/// The places to sign, two beside each other. A row does not split, so a block stays on one page.
enum WordSignatures {
  static func write(_ signatures: [Signature], width: Int, to flow: inout WordFlow) {
    if signatures.isEmpty { return }
    let columns = min(signatures.count, 2)
    let column = width / columns
    flow.beginTable(
      "Signature Table", columns: Array(repeating: column, count: columns))
    for start in stride(from: 0, to: signatures.count, by: columns) {
      flow.beginRow(signatures[start].revision)
      for place in start..<(start + columns) {
        flow.beginCell(width: column)
        if place < signatures.count {
          write(signatures[place], to: &flow)
        } else {
          flow.paragraph(properties: "", "", nil)
        }
        flow.endCell()
      }
      flow.endRow()
    }
    flow.endTable(signatures.first?.revision)
  }

  private static func write(_ signature: Signature, to flow: inout WordFlow) {
    let revision = signature.revision
    flow.paragraph("Signature Party", flow.runs.line(signature.party), revision)
    for line in signature.lines {
      let label = flow.runs.label(Sanitiser.documentLine.clean(line.label), revision)
      let words = flow.runs.line(line.runs)
      // The style's last tab stop draws the rule to write on. Where the name came, the rule went, and
      // the other way round.
      let rule: String =
        switch (words.isEmpty, line.runs.revision) {
        case (true, _): flow.runs.label("", revision)
        case (false, .inserted?) where revision == nil: flow.runs.label("", .deleted)
        case (false, .deleted?) where revision == nil: flow.runs.label("", .inserted)
        default: ""
        }
      // The next person's place stands apart.
      let apart = line.startsPerson ? "<w:spacing w:before=\"720\"/>" : ""
      flow.paragraph("Signature", label + rule + words, revision, also: apart)
    }
  }
}
