import Documents
import Findings
import Interview
import PackModel

/// Several reviews beside each other, row by row: what differs first. Nothing is graded here, and
/// what one of them did not grade is never counted as equal to what another did.
package struct ReviewsBeside: Sendable {
  /// In the order in which they were named.
  package let sides: [ReviewSide]
  private let settings: DraftSettings

  package init(_ sides: [ReviewSide], _ settings: DraftSettings) {
    self.sides = sides
    self.settings = settings
  }

  /// A row of the table: how each review has it.
  private struct Line {
    let text: String
    let cells: [GradedRow?]
  }

  /// The rows of all, in the order of the first that has them.
  private var lines: [Line] {
    var order: [GradedRow] = []
    var seen: Set<String> = []
    for side in sides { order += side.rows.filter { seen.insert($0.id).inserted } }
    return order.map { row in
      Line(text: row.text, cells: sides.map { side in side.rows.first { $0.id == row.id } })
    }
  }

  private func differs(_ line: Line) -> Bool {
    Set(zip(sides, line.cells).map { $0.grade($1) }).count > 1
  }

  package var document: Document {
    let lines = lines
    let (apart, alike) = (lines.filter(differs), lines.filter { !differs($0) })
    var page = BesidePage()
    page.head("The reviews at a glance", "glance")
    page.table(
      ["Review", "Paper", "Recommended", "Critical", "Major", "Minor", "Notes", "Not assessed"],
      sides.map { side in
        [side.name, side.paper, side.recommended]
          + Severity.allCases.map { settings.language.number(side.count($0)) }
          + [settings.language.number(side.notAssessed)]
      })
    page.say(
      "Each review has the grades of whoever read that paper. A check that could not be made counts "
        + "as not assessed, never as passed; so the counts are held beside each other only where "
        + "about as much was assessed.")
    page.picture(picture)
    page.head("Where they differ", "differ")
    page.say("\(apart.count) of \(lines.count) rows.")
    page.table(header, apart.map(cells), isWide: true)
    page.head("Where they have the same grade", "same")
    page.table(header, alike.map(cells), isWide: true)
    return page.document(
      "side-by-side", "Reviews side by side: \(sides.map(\.name).joined(separator: ", "))",
      settings)
  }

  private var header: [String] { ["Row"] + sides.flatMap { [$0.name, "\($0.name): place"] } }

  private func cells(_ line: Line) -> [String] {
    [line.text] + zip(sides, line.cells).flatMap { [$0.grade($1), $0.place($1)] }
  }

  /// The ten rows, a column for each review.
  private var picture: Picture {
    let rows = ArticleRow.allCases.compactMap { article -> Picture.Grid.Row? in
      let found = sides.map { side in side.matrix.rows.first { $0.article == article } }
      guard let label = found.compactMap({ $0 }).first.map(GradeWords.title) else { return nil }
      return Picture.Grid.Row(
        label: label,
        cells: found.map { row in
          let level = row?.contract.level ?? .notAssessed
          return Picture.Grid.Cell(
            sign: GradeWords.sign(level), words: row.map(GradeWords.count) ?? "not assessed",
            tone: GradeWords.tone(level))
        })
    }
    let sentences = rows.map { row in
      "\(row.label): "
        + zip(sides, row.cells).map { "\($0.name) \($1.words)" }.joined(separator: ", ")
    }
    return Picture(
      title: "The ten rows of Art. 28(3), in the text of each paper",
      description: sentences.joined(separator: "; ") + ".",
      shape: .grid(
        Picture.Grid(corner: "Row", columns: sides.map(\.name), rows: rows)))
  }
}
