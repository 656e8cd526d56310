import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Papers
import PlainText

/// The changes that close the findings, as tracked changes and comments in the other side's own Word file.
/// What was quoted is changed no further than a rule of the pack says; where none does, a provision goes in
/// behind the words, or where nothing was quoted, at the end. Each change bears a comment that says what was found.
package struct VendorRedline {
  /// How the changes came out.
  package struct Result: Sendable {
    package let path: String
    /// Changes to words, provisions that went in, and findings that are a comment only.
    package let changed: Int
    package let inserted: Int
    package let commented: Int
    /// By row, how it was graded and how it stands with the changes, a line each.
    package let regraded: [String]
    /// What could not be written, findings without a place, and blanks that are left, a sentence each.
    package let remarks: [String]
  }

  private let session: MatterSession
  private let item: PaperShelf.Item
  private let original: [UInt8]
  private var changes: [PaperChange] = []
  private var remarks: [String] = []
  private let words: PapersWords
  private var plan: ChangePlan
  /// By row, the names of the blanks of what went in for it.
  private var closed: [AnswerKey: [String]] = [:]

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
    words = PapersWords(of: session, in: item)
    plan = ChangePlan(of: session, in: item, words)
    dropWhatCannotBeWritten()
    var comments: [AnswerKey: [String]] = [:]
    for (number, entry) in entries.enumerated() {
      let row = entry.row(session.pack)
      if let row, plan.healed.contains(row) {
        comments[row, default: []].append(comment(on: entry))
      } else {
        add(entry, row, number)
      }
    }
    addWords(comments)
    remarks += plan.remarks + unconfirmed
  }

  /// Roles that nobody confirmed go in under our names, which may mean nothing in the paper.
  private var unconfirmed: [String] {
    let chosen = session.file.sheet.terms(of: item.kept.sha256)
    let open = (session.pack.review?.terms ?? []).filter { $0.isAsked && chosen[$0.ours] == nil }
    guard !open.isEmpty else { return [] }
    let ours = open.map(\.ours).joined(separator: ", ")
    return [
      "What goes in says \(ours) as we do: nobody confirmed what \(item.kept.name) calls them. art28 paper terms \(session.file.path) shows it."
    ]
  }

  // MARK: Words

  /// A field, a locked part: what the file does not let be changed gets its clause instead.
  private mutating func dropWhatCannotBeWritten() {
    let trial = plan.planned.indices.compactMap { change(of: $0, comment: nil) }
    let made: [(change: PaperChange, why: String)]
    do throws(PaperFault) {
      made = try WordRedline.write(trial, into: original, author: "", date: "").refused
    } catch {
      return
    }
    for (change, why) in made { plan.drop(change.number, because: why) }
  }

  private func change(of number: Int, comment: String?) -> PaperChange? {
    let planned = plan.planned[number]
    let passage = item.paper.passages[planned.position]
    guard !plan.dropped.contains(number), let paragraph = passage.read.paragraph else { return nil }
    return planned.edit.change(number, paragraph: paragraph, in: passage.text, comment: comment)
  }

  /// A row's comment stands beside the first of its changes.
  private mutating func addWords(_ comments: [AnswerKey: [String]]) {
    var left = comments
    var words: [PaperChange] = []
    for number in plan.planned.indices {
      let said = plan.planned[number].rows.flatMap { left.removeValue(forKey: $0) ?? [] }
      let comment = said.isEmpty ? nil : said.joined(separator: "\n")
      if let change = change(of: number, comment: comment) { words.append(change) }
    }
    changes = words + changes
  }

  // MARK: Provisions

  private mutating func add(_ entry: FindingEntry, _ row: AnswerKey?, _ number: Int) {
    let said = comment(on: entry)
    let place = place(of: row)
    let number = plan.planned.count + number
    let isNew = entry.clause.map { placed.insert($0).inserted } ?? false
    let provision = isNew ? entry.text.map { words.said($0.text) }.filter { !$0.isEmpty } : []
    let blanks = entry.text.flatMap(\.runs).compactMap { $0.blank?.name }
    if let row, entry.clause != nil { closed[row, default: []] += blanks }
    if !provision.isEmpty {
      guard let paragraph = place?.paragraph ?? last else {
        remarks.append("“\(entry.words.finding)” has no place in \(item.kept.name).")
        return
      }
      changes.append(
        PaperChange(number, paragraph: paragraph, .insertParagraphs(provision), comment: said))
      let names = blanks.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      if !names.isEmpty {
        remarks.append(
          "Open in what goes in for \(row.map(ChangePlan.name) ?? entry.id): \(names.joined(separator: ", "))."
        )
      }
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

  /// The paragraph with the words that are quoted for a row, where they stand in one.
  private func place(
    of row: AnswerKey?
  ) -> (paragraph: Int, words: String?, occurrence: Int?)? {
    guard let row else { return nil }
    let quoted = plan.rows.first { $0.key == row } ?? plan.row(beside: row)
    guard let piece = quoted?.piece,
      let paragraph = item.paper.passages[piece.position].read.paragraph
    else { return nil }
    let text = item.paper.passages[piece.position].text
    let own = String(
      decoding: text.utf8.dropFirst(piece.range.lowerBound).prefix(piece.range.count),
      as: UTF8.self)
    return (paragraph, own, WordRedline.occurrence(of: own, at: piece.range.lowerBound, in: text))
  }

  private func comment(on entry: FindingEntry) -> String {
    let parts = [entry.words.finding, entry.words.consequence, entry.words.remedy]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Graded again

  /// Reads the file anew, as if every change were accepted, and holds the quotations against it.
  ///
  /// - Throws: an `Outcome` where a duty that is graded present would lose its words, or a change is not as
  ///   it was meant; then nothing is written.
  private func requireSound(_ bytes: [UInt8]) throws {
    let new: Papers.Paper
    do throws(PaperFault) { new = try WordPaper.read(bytes) } catch {
      throw Outcome.file("\(item.kept.name): \(error.message)")
    }
    let check = QuotationCheck(new)
    var lost = plan.rows.filter { row in
      row.isPresent && row.place != nil && !plan.carried.contains(row.key)
        && check.places(of: row.words).isEmpty
    }.map(\.key)
    let texts = Set(new.passages.map(\.text))
    for (number, planned) in plan.planned.enumerated() where !plan.dropped.contains(number) {
      let text = plan.changed(planned.position)
      if !text.isEmpty, !texts.contains(text) { lost += planned.rows }
    }
    guard lost.isEmpty else {
      throw Outcome.found(
        "Read again with the changes, the words for \(lost.map(ChangePlan.name).joined(separator: ", ")) do not stand as they should. Nothing was written.",
        "Send the amendment in place of it: art28 amend \(session.file.path)")
    }
  }

  /// How each row that is touched was graded, and how it stands with the changes.
  private var regraded: [String] {
    let graded = Dictionary(plan.rows.map { ($0.key, $0.grade ?? "") }) { first, _ in first }
    var lines: [String] = []
    let touched = plan.healed.union(closed.keys)
    for key in touched.sorted(by: { ($0.linkId, $0.row ?? "") < ($1.linkId, $1.row ?? "") }) {
      let before = graded[key].flatMap { $0.isEmpty ? nil : $0 } ?? "missing, or beyond the limit"
      if plan.healed.contains(key) {
        lines.append("\(ChangePlan.name(key)): \(before); present with the words as changed.")
      } else if let blanks = closed[key] {
        lines.append(
          blanks.isEmpty
            ? "\(ChangePlan.name(key)): \(before); present with the provision."
            : "\(ChangePlan.name(key)): \(before); open until the blanks of the provision are filled."
        )
      }
    }
    for key in plan.carried.sorted(by: { ($0.row ?? "") < ($1.row ?? "") }) {
      lines.append("\(ChangePlan.name(key)): present; present with your limit as its number.")
    }
    return lines
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
    try requireSound(made.bytes)
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
    let written = changes.filter { !lost.contains($0.number) }
    let inserted = written.count { if case .insertParagraphs = $0.kind { true } else { false } }
    let commented = written.count { if case .comment = $0.kind { true } else { false } }
    return Result(
      path: path, changed: written.count - inserted - commented, inserted: inserted,
      commented: commented, regraded: regraded, remarks: remarks + made.refused.map(\.why))
  }
}
