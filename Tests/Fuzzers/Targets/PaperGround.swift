import Compression
import Interview
import PackModel
import Papers
import TestSupport

/// What is done with a paper or a table once it was read.
enum PaperGround {
  static let bonterms = Folder.file("Tests/PapersTests/Papers/bonterms-1-0.txt")
  static let common = Folder.file("Tests/PapersTests/Papers/common-paper-1-0.txt")

  /// Beginnings of it, since a whole one takes too long to read a thousand times.
  static var texts: [[UInt8]] {
    [Array(bonterms.prefix(6_000)), Array(common.prefix(6_000)), Array(common.suffix(4_000))]
  }

  static func read(_ reading: () throws -> Paper) {
    guard let paper = try? reading() else { return }
    use(paper)
  }

  static func use(_ paper: Paper) {
    let json = paper.json
    do {
      let again = try Paper(json: json)
      precondition(again == paper, "a paper that was kept is another")
    } catch {
      preconditionFailure("a paper that was kept is not read: \(error)")
    }
    _ = PaperOutline(paper, width: 60)
    guard paper.passages.count < 2_000 else { return }
    let index = PassageIndex(paper)
    _ = index.search("personal data breach notice", limit: 5)
    _ = WatchReading.places(
      in: index,
      [
        WatchList(
          id: "w", name: "w", why: "w", words: ["best effort*"], links: true, titles: ["Policy"])
      ])
    _ = DefinedTerms.proposals(for: ["controller": ["Controller", "Customer"]], in: paper)
    let check = QuotationCheck(paper)
    for passage in paper.passages.prefix(20) {
      _ = FigureReading.figures(in: passage.text)
      for place in check.places(of: String(passage.text.prefix(200))) { _ = place.words(in: paper) }
    }
  }

  static func take(_ grids: [Grid]) {
    let pack = Ground.pack
    for table in pack.questions.indices where pack.questions[table].kind == .table {
      let best = RowImport.best(of: grids, into: table, pack)
      _ = RowImport.others(than: best, of: grids, into: table, pack)
      guard grids[best].rows.count < 500 else { continue }
      for way in RowImport.Way.allCases {
        var list = RowImport(grids[best], into: table, pack, way: way)
        list.weigh(Ground.empty, today: Ground.today)
        _ = list.rows()
        _ = list.plan(Ground.empty, today: Ground.today)
      }
    }
  }

  static func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    guard let archive = try? ZipArchive(bytes) else { return [] }
    return Parts.write(
      archive.entries.compactMap { entry in entry.bytes.map { (entry.name, $0) } })
  }

  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var archive = ZipArchive()
    for part in Parts.read(bytes) where archive.entry(part.name) == nil {
      archive.put(part.name, Ground.text(part.bytes))
    }
    return archive.bytes()
  }
}
