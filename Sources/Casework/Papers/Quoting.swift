import Interview
import Matters
import PackModel
import Papers

/// Words of a paper that are to stand as the quotation of a row.
package struct Quoting {
  /// Where the words stand, and the changes that keep them.
  package struct Taken {
    package let words: String
    package let place: String
    package let changes: [Change]
  }

  private let session: MatterSession
  private let shelf: PaperShelf

  package init(_ session: MatterSession, _ shelf: PaperShelf) {
    self.session = session
    self.shelf = shelf
  }

  /// The tables whose rows take quotations, with the columns for words and place.
  private var tables: [(table: String, quotation: Int, place: Int?)] {
    (session.pack.review?.reading ?? []).compactMap { columns in
      guard case .question(let quotation)? = columns[.quotation] else { return nil }
      let place: Int? =
        if case .question(let number)? = columns[.place] { number } else { nil }
      return (session.pack.questions[columns.table].linkId, quotation, place)
    }
  }

  /// - Parameters:
  ///   - path: a row, `duties[D-3]`.
  ///   - name: the paper that is meant; nil: the first in which the words stand.
  /// - Throws: an `Outcome` where no row is meant, or the words stand in no paper.
  package func take(_ words: String, for path: String, from name: String?) throws -> Taken {
    let parts = path.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, parts[1].hasSuffix("]"),
      let table = tables.first(where: { $0.table == parts[0] }),
      session.pack.hasRow(String(parts[1].dropLast()), of: table.table)
    else {
      throw Outcome.usage(
        "“\(path)” is no row that takes a quotation. Write TABLE[ROW]; tables: "
          + tables.map(\.table).joined(separator: ", ") + ".")
    }
    let row = String(parts[1].dropLast())
    let items = try name.map { [try shelf.item(named: $0)] } ?? shelf.items
    for item in items {
      guard let place = QuotationCheck.places(of: words, in: item.paper).first,
        let piece = place.pieces.first
      else { continue }
      let passage = item.paper.passages[piece.position]
      let own = place.words(in: item.paper)
      let sheet = session.file.sheet
      let key = AnswerKey(session.pack.questions[table.quotation].linkId, row: row)
      let citation = item.paper.place(of: passage)
      var changes = sheet.setting(key, to: .value(.text(own)))
      changes += sheet.changing(
        .quotation(key),
        to: QuotationSource(paper: item.kept.sha256, anchor: passage.anchor).words)
      if let number = table.place, !citation.isEmpty {
        let placeKey = AnswerKey(session.pack.questions[number].linkId, row: row)
        changes += sheet.setting(placeKey, to: .value(.text(citation)))
        changes += sheet.remarking(placeKey, passage.page.map { "page \($0)" })
      }
      return Taken(words: own, place: citation, changes: changes)
    }
    throw Outcome.found(
      "These words stand in no paper of this matter as they were given. art28 paper find looks for the passage."
    )
  }

  /// What can be said of each quotation of the matter: whether it stands in a paper.
  package func check() -> [(row: String, words: String, stands: String?)] {
    let checks = shelf.items.map { ($0, QuotationCheck($0.paper)) }
    return tables.flatMap { table -> [(String, String, String?)] in
      let linkId = session.pack.questions[table.quotation].linkId
      return session.pack.rowCodes(of: table.table).compactMap { row in
        let key = AnswerKey(linkId, row: row)
        guard case .value(.text(let words))? = session.file.sheet[key] else { return nil }
        let source = session.file.sheet.source(of: key)
        let ordered =
          checks.filter { $0.0.kept.sha256 == source?.paper }
          + checks.filter { $0.0.kept.sha256 != source?.paper }
        for (item, check) in ordered {
          guard let piece = check.places(of: words).first?.pieces.first else { continue }
          let passage = item.paper.passages[piece.position]
          return (
            "\(table.table)[\(row)]", words,
            "\(item.kept.name), \(item.paper.placeAndPage(of: passage))"
          )
        }
        return ("\(table.table)[\(row)]", words, nil)
      }
    }
  }
}

extension Pack {
  /// The codes of a table's own rows.
  func rowCodes(of table: String) -> [String] {
    guard let number = question(table), case .pack(let rows) = questions[number].rows else {
      return []
    }
    return rows.map(\.code)
  }

  func hasRow(_ code: String, of table: String) -> Bool { rowCodes(of: table).contains(code) }
}
