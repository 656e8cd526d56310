import Documents

/// Agreements of about 25 pages, made by rule: 20 sections of 8 clauses, lists, tables.
enum LongSample {
  static func document() -> Document {
    var blocks: [Block] = [Sample.plain("contents", "Contents")]
    blocks.append(
      .contents(
        (1...20).map { Sample.entry("\($0)", "s\($0)", title($0)) }))
    for section in 1...20 { blocks += self.section(section) }
    return Document(
      id: "agreement", title: [Sample.text("A Long Agreement")], language: "en-GB", paper: .a4,
      standing: .final, cover: [], blocks: blocks, blanks: [])
  }

  private static let words =
    "The processor handles personal data only on documented instructions from the controller, keeps a record of every category of processing, tells the controller without undue delay of anything that bears on the safety of the data, and helps it to answer those whose data they are. "

  private static func title(_ section: Int) -> String {
    ["Definitions", "Scope and roles", "Instructions", "Sub-processors", "Security"][section % 5]
  }

  private static func section(_ section: Int) -> [Block] {
    var blocks = [Sample.section("\(section)", "s\(section)", title(section))]
    for clause in 1...8 {
      blocks.append(
        Sample.clause(
          "\(section).\(clause)", "s\(section).\(clause)",
          [
            Sample.text(words + (clause % 2 == 0 ? words : "")), Sample.text("See "),
            Sample.reference("section \(section).1", "s\(section).1"), Sample.text("."),
          ]))
      if clause % 3 == 0 {
        blocks.append(
          .list(
            List(
              ordered: true,
              items: ["(a)", "(b)", "(c)"].map {
                Sample.item($0, [Sample.text("a duty that is written down;")])
              })))
      }
    }
    if section % 4 == 0 { blocks.append(table(rows: 30)) }
    return blocks
  }

  private static func table(rows: Int) -> Block {
    .table(
      Table(
        header: [
          [Sample.text("Store")], [Sample.text("Kept for")], [Sample.text("How it is deleted")],
        ],
        rows: (1...rows).map { row in
          [
            [Sample.text("Store \(row)")], [Sample.text("\(row) days")],
            [
              Sample.text(
                "by cryptographic erasure, and with the backups at the end of their cycle")
            ],
          ]
        }))
  }
}
