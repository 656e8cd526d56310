import Interview
import PackModel
import Papers

/// What a newer version of a paper means for what was quoted from the older one: which quotations still
/// stand, and which rows are open again.
package struct NewVersion {
  /// A row that is open again, and why, in a sentence with the old words and the new.
  package struct Reopened: Sendable {
    package let row: String
    package let why: String
  }

  /// In the same entry as the paper.
  package private(set) var changes: [Change] = []
  /// How many quotations stand word for word, and how many of them at another place.
  package private(set) var standing = 0
  package private(set) var moved = 0
  package private(set) var reopened: [Reopened] = []

  private let pack: Pack
  private let sheet: AnswerSheet
  private let new: Papers.Paper
  private let comparison: PaperComparison

  package init(
    of older: KeptPaper, _ old: Papers.Paper, by newer: String, _ new: Papers.Paper,
    sheet: AnswerSheet, _ pack: Pack
  ) {
    self.pack = pack
    self.sheet = sheet
    self.new = new
    comparison = PaperComparison(old, new)
    for columns in pack.review?.reading ?? [] {
      guard case .question(let quotation)? = columns[.quotation] else { continue }
      let linkId = pack.questions[quotation].linkId
      for row in pack.rowCodes(of: pack.questions[columns.table].linkId) {
        let key = AnswerKey(linkId, row: row)
        guard case .value(.text(let words))? = sheet[key],
          let anchor = anchor(of: key, words, in: older, old)
        else { continue }
        carry(words, anchor, to: newer, row, columns, key)
      }
    }
  }

  /// The passage of the old paper that words were taken from; nil where they are of another paper.
  private func anchor(
    of key: AnswerKey, _ words: String, in older: KeptPaper, _ old: Papers.Paper
  ) -> String? {
    if let source = sheet.source(of: key) {
      return source.paper == older.sha256 ? source.anchor : nil
    }
    guard let piece = QuotationCheck.places(of: words, in: old).first?.pieces.first else {
      return nil
    }
    return old.passages[piece.position].anchor
  }

  private mutating func carry(
    _ words: String, _ anchor: String, to newer: String, _ row: String, _ columns: Review.Columns,
    _ key: AnswerKey
  ) {
    switch comparison.carried(words, anchor: anchor) {
    case .stands(let place, let isMoved, let around):
      standing += 1
      moved += isMoved ? 1 : 0
      changes += sheet.changing(
        .quotation(key), to: QuotationSource(paper: newer, anchor: place.anchor).words)
      if case .question(let number)? = columns[.place] {
        let placeKey = AnswerKey(pack.questions[number].linkId, row: row)
        let citation = new.place(of: new.passages[place.position])
        if sheet[placeKey] != nil {
          changes += sheet.setting(placeKey, to: .value(.text(citation)))
        }
        var notes = place.page.map { ["page \($0)"] } ?? []
        if around != nil { notes.append("words around it are new in this version") }
        changes += sheet.remarking(placeKey, notes.isEmpty ? nil : notes.joined(separator: ", "))
      }
    case .changed(_, let difference):
      reopen(row, columns, key, "Stood: “\(words)”. Stands now: “\(NewVersion.new(difference))”.")
    case .gone:
      reopen(row, columns, key, "Stood: “\(words)”. It stands nowhere in this version.")
    case .ambiguous:
      reopen(
        row, columns, key,
        "Stood: “\(words)”. In this version it may stand in several places, or in part: see which is meant."
      )
    }
  }

  private static func new(_ difference: WordDifference) -> String {
    let words = difference.new
    return words.count > 300 ? "\(words.prefix(300))…" : words
  }

  /// The grade is open again; what it was and what it rested on stay in the journal.
  private mutating func reopen(
    _ row: String, _ columns: Review.Columns, _ key: AnswerKey, _ why: String
  ) {
    guard case .question(let grade)? = columns[.grade] else { return }
    let gradeKey = AnswerKey(pack.questions[grade].linkId, row: row)
    changes += sheet.setting(gradeKey, to: nil)
    changes += sheet.remarking(gradeKey, why)
    changes += sheet.setting(key, to: nil)
    changes += sheet.changing(.quotation(key), to: nil)
    reopened.append(
      Reopened(row: "\(pack.questions[columns.table].linkId)[\(row)]", why: why))
  }
}
