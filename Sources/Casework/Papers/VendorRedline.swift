import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Papers
import PlainText

/// The changes that close the findings, as tracked changes and comments in the other side's own Word file.
/// Nothing that stands there is taken out: a provision goes in behind the words that were quoted, or where
/// nothing was, at the end; each change bears a comment that says what was found.
package struct VendorRedline {
  /// How the changes came out.
  package struct Result: Sendable {
    package let path: String
    /// Provisions that went in, and findings that are a comment only.
    package let inserted: Int
    package let commented: Int
    /// What could not be written, and findings without a place, a sentence each.
    package let remarks: [String]
  }

  private let session: MatterSession
  private let item: PaperShelf.Item
  private let original: [UInt8]
  private var changes: [PaperChange] = []
  private var inserted = 0
  private var remarks: [String] = []
  private let words: PapersWords

  /// - Parameter name: the paper; nil: the agreement.
  /// - Throws: an `Outcome` where there is no such paper, or it is no Word document.
  package init(
    of session: MatterSession, _ entries: [FindingEntry], paper name: String?
  ) throws {
    self.session = session
    let shelf = try PaperShelf(of: session)
    item = try shelf.item(named: name)
    guard item.paper.format == .docx else {
      throw Outcome.found(
        "\(item.kept.name) is no Word document, so nothing can be tracked in it.",
        "Ask for the paper as .docx, or send the amendment: art28 amend \(session.file.path)")
    }
    do {
      guard let print = Fingerprint(hexadecimal: item.kept.sha256),
        let kept = try session.file.paper(print)
      else {
        throw Outcome.file("The bytes of \(item.kept.name) are not in the matter any more.")
      }
      original = kept.bytes
    } catch let error as MatterError {
      throw Outcome(error)
    }
    words = PapersWords(session.pack.review?.terms ?? [], in: item.paper)
    for (number, entry) in entries.enumerated() { add(entry, number) }
  }

  // MARK: Changes

  private mutating func add(_ entry: FindingEntry, _ number: Int) {
    let said = comment(on: entry)
    let place = place(of: entry)
    let provision = entry.clause.map { id in
      placed.insert(id).inserted ? entry.text.map { words.said($0.text) } : []
    }
    if let provision, !provision.isEmpty {
      guard let paragraph = place?.paragraph ?? last else {
        remarks.append("“\(entry.words.finding)” has no place in \(item.kept.name).")
        return
      }
      changes.append(
        PaperChange(
          number, paragraph: paragraph, .insertParagraphs(provision.filter { !$0.isEmpty }),
          comment: said))
      inserted += 1
    } else if let place {
      changes.append(
        PaperChange(
          number, paragraph: place.paragraph, .comment(words: place.words, text: said),
          occurrence: place.occurrence))
    } else {
      remarks.append("“\(entry.words.finding)” quotes nothing of \(item.kept.name): no comment.")
    }
  }

  /// Clauses that are in already.
  private var placed: Set<String> = []

  /// The last paragraph of the paper that is neither in a table nor a note.
  private var last: Int? {
    item.paper.passages.last { $0.kind == .text || $0.kind == .heading }?.read.paragraph
  }

  /// The paragraph with the words that a finding quotes, where they stand in one.
  private func place(
    of entry: FindingEntry
  ) -> (paragraph: Int, words: String?, occurrence: Int?)? {
    let pack = session.pack
    let quotations = (pack.review?.reading ?? []).compactMap { columns -> (String, Int)? in
      guard case .question(let number)? = columns[.quotation] else { return nil }
      return (pack.questions[columns.table].linkId, number)
    }
    for source in entry.sources {
      guard let row = source.row,
        let (_, number) = quotations.first(where: { source.linkId.hasPrefix("\($0.0).") })
      else { continue }
      let key = AnswerKey(pack.questions[number].linkId, row: row)
      guard case .value(.text(let words))? = session.file.sheet[key] else { continue }
      let anchor = session.file.sheet.source(of: key)
      let places = QuotationCheck.places(of: words, in: item.paper)
      let meant =
        places.first { place in
          place.pieces.first.map { item.paper.passages[$0.position].anchor } == anchor?.anchor
        } ?? places.first
      guard let meant, let piece = meant.pieces.first,
        let paragraph = item.paper.passages[piece.position].read.paragraph
      else { continue }
      let passage = item.paper.passages[piece.position].text.utf8
      let own = String(
        decoding: passage.dropFirst(piece.range.lowerBound).prefix(piece.range.count),
        as: UTF8.self)
      let occurrence = WordRedline.occurrence(
        of: own, at: piece.range.lowerBound, in: item.paper.passages[piece.position].text)
      return (paragraph, own, occurrence)
    }
    return nil
  }

  private func comment(on entry: FindingEntry) -> String {
    let parts = [entry.words.finding, entry.words.consequence, entry.words.remedy]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Writing

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - author: who proposes the changes.
  ///   - stamp: RFC 3339; when.
  /// - Throws: an `Outcome` where nothing can be written, or there is nothing to change.
  package func write(
    to folder: String, author: String, stamp: String, _ output: Output
  ) throws -> Result {
    guard !changes.isEmpty else {
      throw Outcome.found("No finding has words of \(item.kept.name) or a clause to put in.")
    }
    let made: (bytes: [UInt8], refused: [(change: PaperChange, why: String)])
    do throws(PaperFault) {
      made = try WordRedline.write(changes, into: original, author: author, date: stamp)
    } catch {
      throw Outcome.file("\(item.kept.name): \(error.message)")
    }
    try Files.outcome { () throws(FileError) in try Files.makeFolder(folder) }
    let stem =
      item.kept.name.lowercased().hasSuffix(".docx")
      ? String(item.kept.name.dropLast(5)) : item.kept.name
    let path: String
    do throws(Output.Fault) {
      path = try output.write(made.bytes, to: "\(folder)/\(stem) with changes.docx")
    } catch {
      throw Outcome.file(error.message)
    }
    let lost = Set(made.refused.map(\.change.number))
    let comments = changes.count { change in
      if case .comment = change.kind { !lost.contains(change.number) } else { false }
    }
    let insertions = changes.count { change in
      if case .insertParagraphs = change.kind { !lost.contains(change.number) } else { false }
    }
    return Result(
      path: path, inserted: insertions, commented: comments,
      remarks: remarks + made.refused.map(\.why))
  }
}
