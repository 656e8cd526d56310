import Documents
import PackModel

/// A document of headings, sentences, pictures and tables of plain words, as it is put together.
struct BesidePage {
  private var blocks: [Block] = []
  private var number = 0

  mutating func head(_ words: String, _ anchor: String) {
    number += 1
    blocks.append(
      .heading(
        Heading(
          level: 1, numbering: .section, number: "\(number)", anchor: anchor, runs: [Run(words)])))
  }

  mutating func say(_ words: String, isStrong: Bool = false) {
    blocks.append(
      .paragraph(
        Paragraph(
          number: nil, anchor: nil, style: .body, runs: [Run(words, strong: isStrong)])))
  }

  mutating func picture(_ picture: Picture) { blocks.append(.picture(picture)) }

  /// - Parameter isWide: whether it is set on pages turned sideways, where it fills them.
  mutating func table(_ header: [String], _ rows: [[String]], isWide: Bool = false) {
    guard !rows.isEmpty else { return say("None.") }
    let table = Block.table(
      Table(
        header: header.map { [Run($0)] },
        rows: rows.map { row in row.map { [Run($0.isEmpty ? "–" : $0)] } }))
    blocks.append(isWide && header.count > 5 ? .landscape([table]) : table)
  }

  func document(_ id: String, _ title: String, _ settings: DraftSettings) -> Document {
    Document(
      id: id, title: [Run(title)], language: settings.language.tag, paper: settings.paper,
      standing: .report, cover: [], blocks: blocks, blanks: [])
  }
}
