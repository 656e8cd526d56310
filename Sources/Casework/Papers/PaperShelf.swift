import Interview
import Matters
import PackModel
import Papers
import PlainText

/// The papers of a matter with their passages, as they were read when they came in.
package struct PaperShelf: Sendable {
  /// A paper on the shelf.
  package struct Item: Sendable {
    package let kept: KeptPaper
    package let paper: Papers.Paper
  }

  /// By rank, then by name.
  package let items: [Item]
  /// Papers whose passages can't be read any more, a sentence each.
  package let faults: [String]

  /// - Throws: an `Outcome` where the matter can't be read.
  package init(of session: MatterSession) throws {
    var items: [Item] = []
    var faults: [String] = []
    for kept in session.file.sheet.papers {
      do {
        items.append(Item(kept: kept, paper: try PaperShelf.paper(kept, of: session)))
      } catch let fault as PaperFault {
        faults.append("\(kept.name): \(fault.message)")
      }
    }
    self.items = items
    self.faults = faults
  }

  init(items: [Item]) { (self.items, faults) = (items, []) }

  /// A paper of the matter, an older version too.
  package static func paper(
    _ kept: KeptPaper, of session: MatterSession
  ) throws -> Papers.Paper {
    let bytes: [UInt8]?
    do throws(MatterError) {
      bytes = try Fingerprint(hexadecimal: kept.reading).flatMap { print throws(MatterError) in
        try session.file.paper(print)?.bytes
      }
    } catch {
      throw Outcome(error)
    }
    return try Papers.Paper(json: bytes ?? [])
  }

  /// The paper that a person names: by its file's name, its number in the list, its rank, or the first
  /// letters of its SHA-256; without a name the first.
  ///
  /// - Throws: an `Outcome` where none is meant, or several are.
  package func item(named name: String?) throws -> Item {
    guard !items.isEmpty else {
      throw Outcome.found(
        "There is no paper in this matter.", "art28 paper add MATTER FILE puts one in.")
    }
    guard let name else { return items[0] }
    if let number = Int(name), items.indices.contains(number - 1) { return items[number - 1] }
    let found = items.filter { item in
      item.kept.name == name || item.kept.rank.rawValue == name
        || name.count >= 6 && item.kept.sha256.hasPrefix(name.lowercased())
    }
    if found.count == 1, let only = found.first { return only }
    throw Outcome.usage(
      "“\(name)” names \(found.isEmpty ? "no paper" : "several papers") of this matter. There are: "
        + items.enumerated().map { "\($0 + 1) \($1.kept.name)" }.joined(separator: ", ") + ".")
  }
}

extension Papers.Paper {
  /// Where a passage stands, as an agreement is cited: “section 4.1(a)”, “Clause 7”, “under “Schedule 1””.
  package func place(of passage: PaperPassage) -> String {
    if let citation = passage.citation {
      return citation.first?.isLetter == true ? citation : "section \(citation)"
    }
    let title = passage.kind == .heading ? passage.text : heading(above: passage)
    if !title.isEmpty {
      return "under “\(Sanitiser.documentLine.clean(String(title.prefix(60))))”"
    }
    return passage.page.map { "page \($0)" } ?? ""
  }

  /// The same with the page: “section 4.1(a), page 3”.
  package func placeAndPage(of passage: PaperPassage) -> String {
    let place = place(of: passage)
    guard let page = passage.page, place != "page \(page)" else { return place }
    return "\(place), page \(page)"
  }

  /// The words of the nearest heading above a passage; empty where there is none.
  package func heading(above passage: PaperPassage) -> String {
    passage.headings.last.map { passages[$0].text } ?? ""
  }

  /// What a person should know before they rely on it, a sentence each.
  package var warnings: [String] {
    var found = remarks
    if !pagesWithoutText.isEmpty {
      let numbers = pagesWithoutText.map(String.init).joined(separator: ", ")
      found.append(
        pagesWithoutText.count == 1
          ? "Page \(numbers) holds no text, as a scanner makes it. Have its characters recognised (ocrmypdf IN OUT) and add that file, or read it beside."
          : "Pages \(numbers) hold no text, as a scanner makes them. Have their characters recognised (ocrmypdf IN OUT) and add that file, or read them beside."
      )
    }
    if let recognisedBy {
      found.append(
        "Its characters were recognised from pictures (\(recognisedBy)): check each quotation against the page."
      )
    }
    return found
  }
}
