import Interview
import Matters
import Papers
import PlainText

/// What a newer version of a paper says otherwise: passage by passage, in the order of reading.
package struct VersionListing {
  /// A line for each passage that is not as it was, with old words in `[- -]` and new ones in `{+ +}`.
  package private(set) var lines: [String] = []

  private let comparison: PaperComparison

  /// - Parameter name: the newer paper; nil: the agreement.
  /// - Throws: an `Outcome` where it took the place of none.
  package init(of session: MatterSession, paper name: String?) throws {
    let item = try PaperShelf(of: session).item(named: name)
    guard let replaced = item.kept.replaces,
      let older = session.file.sheet.allPapers.first(where: { $0.sha256 == replaced })
    else {
      throw Outcome.found(
        "\(item.kept.name) takes the place of no other version.",
        "art28 paper add MATTER FILE --replaces PAPER says that it does.")
    }
    comparison = PaperComparison(try PaperShelf.paper(older, of: session), item.paper)
    let same = comparison.matches.count { $0.kind == .same }
    let moved = comparison.matches.count { $0.kind == .moved }
    lines.append(
      "\(older.name) and \(item.kept.name): \(same) passages as before, \(moved) at another place.")
    for match in comparison.matches {
      switch match.kind {
      case .same, .moved: break
      case .changed: lines.append("changed, \(place(new: match)): \(said(match))")
      case .new: lines.append("new, \(place(new: match)): \(said(match))")
      case .gone: lines.append("gone, \(place(old: match)): \(said(match))")
      }
    }
  }

  private func place(new match: PassageMatch) -> String {
    match.new.first.map { comparison.new.placeAndPage(of: comparison.new.passages[$0]) } ?? ""
  }

  private func place(old match: PassageMatch) -> String {
    match.old.first.map { comparison.old.placeAndPage(of: comparison.old.passages[$0]) } ?? ""
  }

  private func said(_ match: PassageMatch) -> String {
    let words = comparison.difference(match).runs.map { run in
      switch run.kind {
      case .equal: run.text
      case .deleted: "[-\(run.text)-]"
      case .inserted: "{+\(run.text)+}"
      }
    }
    return Sanitiser.documentLine.clean(words.joined())
  }
}
