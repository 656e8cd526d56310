import Interview
import Matters
import PackModel
import Papers
import PlainText

/// What the papers of a matter hold for each row that is graded with them, as lines and as JSON.
package struct ReviewListing {
  private struct Line {
    let table: String
    let row: String
    let text: String
    let grade: String?
    let quotation: String?
    let found: PaperFinder.Findings?
  }

  private let shelf: PaperShelf
  private let rows: [Line]

  /// - Parameter paper: the one that is looked through; nil: all.
  package init(of session: MatterSession, paper: String?) throws {
    var shelf = try PaperShelf(of: session)
    let only = try shelf.item(named: paper)
    if paper != nil { shelf = PaperShelf(items: [only]) }
    self.shelf = shelf
    let finder = PaperFinder(shelf, session.pack)
    let pack = session.pack
    let sheet = session.file.sheet
    rows = (pack.review?.reading ?? []).flatMap { columns -> [Line] in
      let table = pack.questions[columns.table].linkId
      guard case .pack(let rows) = pack.questions[columns.table].rows else { return [] }
      func said(_ part: Review.Part, _ row: String) -> String? {
        guard case .question(let number)? = columns[part],
          case .value(let value)? = sheet[AnswerKey(pack.questions[number].linkId, row: row)]
        else { return nil }
        return Evaluation.written(value)
      }
      return rows.map { row in
        Line(
          table: table, row: row.code, text: row.text, grade: said(.grade, row.code),
          quotation: said(.quotation, row.code),
          found: finder.best(table: columns.table, row: row.code))
      }
    }
  }

  package var lines: [String] {
    rows.flatMap { row -> [String] in
      let grade = row.grade.map { " (\($0))" } ?? ""
      var lines = ["\(row.table)[\(row.row)] \(row.text)\(grade)"]
      guard let found = row.found else { return lines }
      if found.isWeak {
        lines.append("  no passage found with: \(found.sought.joined(separator: ", "))")
        return lines
      }
      for hit in found.hits {
        let item = shelf.items[hit.paper]
        let passage = item.paper.passages[hit.found.position]
        let words = Sanitiser.documentLine.clean(String(passage.text.prefix(160)))
        lines.append("  \(item.kept.name), \(item.paper.placeAndPage(of: passage)): \(words)")
      }
      return lines
    }
  }

  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("art28-review", 1)
      json.key("papers")
      json.array(shelf.items) { json, item in
        json.object { json in
          json.member("name", item.kept.name)
          json.member("rank", item.kept.rank.rawValue)
          json.member("sha256", item.kept.sha256)
        }
      }
      json.key("rows")
      json.array(rows) { json, row in json.object { write(row, to: &$0) } }
    }
    json.lastLineBreak()
    return json.bytes
  }

  private func write(_ row: Line, to json: inout JSONWriter) {
    json.member("row", "\(row.table)[\(row.row)]")
    json.member("text", row.text)
    json.member("grade", ifAny: row.grade)
    json.member("quotation", ifAny: row.quotation)
    guard let found = row.found else { return }
    json.key("sought")
    json.array(found.sought) { $0.string($1) }
    json.key("found")
    json.boolean(!found.isWeak)
    json.key("passages")
    json.array(found.hits) { json, hit in json.object { write(hit, to: &$0) } }
  }

  private func write(_ hit: PaperFinder.Hit, to json: inout JSONWriter) {
    let item = shelf.items[hit.paper]
    let passage = item.paper.passages[hit.found.position]
    json.member("paper", item.kept.name)
    json.member("anchor", passage.anchor)
    json.member("place", item.paper.place(of: passage))
    json.member("page", ifAny: passage.page)
    // In thousandths: a number with a fraction has many spellings.
    json.member("score", Int((hit.found.score * 1000).rounded()))
    json.key("matched")
    json.array(hit.found.matches) { json, range in
      json.string(
        String(
          decoding: passage.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self
        ))
    }
    json.key("figures")
    json.array(hit.figures) { $0.string($1) }
    json.member("text", passage.text)
  }
}
