import Interview
import PackModel
import Papers
import TestSupport

@testable import Casework
@testable import Screens

/// A paper of the tests as the program has it on the shelf, with the finder over it.
struct PaperAtHand {
  let finder: PaperFinder
  let shelf: Shelf
  let kept: KeptPaper

  /// - Parameter name: of a file in Tests/PapersTests/Papers.
  init(_ name: String, pack: Pack) async throws {
    let text = TestPacks.text("Tests/PapersTests/Papers/\(name)")
    let paper = try await PaperFile.read(Array(text.utf8), name: name)
    kept = KeptPaper(sha256: "aa", name: name, rank: .agreement, reading: "bb")
    finder = PaperFinder(
      PaperShelf(items: [PaperShelf.Item(kept: kept, paper: paper)]), pack)
    shelf = Shelf(papers: [
      ShelfPaper(
        sha256: "aa", name: name, rank: .agreement,
        passages: paper.passages.map { passage in
          ShelfPassage(
            anchor: passage.anchor, place: paper.place(of: passage),
            heading: paper.heading(above: passage), page: passage.page, text: passage.text,
            isHeading: passage.kind == .heading)
        })
    ])
  }

  func search(_ row: AnswerKey, _ pack: Pack) -> ShelfSearch {
    guard let table = pack.question(row.linkId), let code = row.row,
      let found = finder.best(table: table, row: code)
    else { return ShelfSearch(row: row, found: [], sought: "", isWeak: true) }
    return ShelfSearch(
      row: row, found: found.hits.map(shown), sought: found.sought.joined(separator: ", "),
      isWeak: found.isWeak)
  }

  func search(_ words: String) -> ShelfSearch {
    ShelfSearch(row: nil, found: finder.search(words).map(shown), sought: words)
  }

  var watched: [ShelfSearch] {
    finder.watched().map { list, hits in
      ShelfSearch(row: nil, found: hits.map(shown), sought: "\(list.name). \(list.why)")
    }
  }

  private func shown(_ hit: PaperFinder.Hit) -> FoundOnShelf {
    let text = shelf.papers[hit.paper].passages[hit.found.position].text
    return FoundOnShelf(
      place: ShelfPlace(paper: hit.paper, passage: hit.found.position),
      matches: hit.found.matches.compactMap { range in
        let bytes = Array(text.utf8)
        guard range.upperBound <= bytes.count else { return nil }
        let start = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).count
        let length = String(decoding: bytes[range], as: UTF8.self).count
        return start..<(start + length)
      }, figures: hit.figures)
  }
}
