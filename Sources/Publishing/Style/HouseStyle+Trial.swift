import Documents
import PackModel

extension HouseStyle {
  /// What goes wrong when a small document with a block of every kind is made in this style; a format
  /// whose tool is missing is not tried.
  package func faults(tools: ToolPaths) async -> [PublishError] {
    guard let date = CalendarDate(iso: "2026-01-01") else { return [] }
    let publisher = Publisher(
      tools: tools, imprint: Imprint(date: date, footnote: "0123456789"), style: self)
    var faults: [PublishError] = []
    for format in [Format.docx, .pdf] {
      do throws(PublishError) {
        _ = try await publisher.publish(Self.trial, as: format)
      } catch {
        if case .toolMissing = error { continue }
        faults.append(error)
      }
    }
    return faults
  }

  private static let trial: Document = {
    func words(_ text: String) -> [Run] { [Run(text)] }
    let clause = Paragraph(number: "1.1", anchor: "clause", style: .clause, runs: words("Words."))
    let table = Table(header: [words("One"), words("Two")], rows: [[words("☐"), words("☒")]])
    return Document(
      id: "trial", title: words("Trial"), language: "en-GB", paper: .a4, standing: .draft,
      cover: [.paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: words("Cover.")))],
      blocks: [
        .contents([ContentsEntry(level: 1, number: "1", anchor: "one", runs: words("One"))]),
        .heading(
          Heading(level: 1, numbering: .section, number: "1", anchor: "one", runs: words("One"))),
        .paragraph(clause),
        .list(List(ordered: true, items: [.init(marker: "(a)", blocks: [.paragraph(clause)])])),
        .landscape([.table(table)]),
        .signatures([
          Signature(party: words("Party"), lines: [.init(label: "Name:", runs: [])])
        ]),
      ], blanks: [])
  }()
}
