import Interview
import PackModel

/// What goes into the matter with the words of a paper: the words, where they stand, and from which
/// passage they were taken.
struct QuotationAct {
  /// Words that are in hand.
  struct Words {
    let place: ShelfPlace
    let text: String
  }

  enum Outcome {
    case changes([Change])
    /// Why the grade and the words do not go together, in a sentence with what to do.
    case refused(String)
  }

  private let row: ReadingRow
  private let file: OpenMatter
  /// As answers stand with the grade.
  private let graded: Evaluation
  private let grade: ReadingGrade
  private let isMarked: Bool

  /// - Parameters:
  ///   - changes: those of the grade.
  ///   - isMarked: whether somebody has marked the words: a no takes no others, and words that were
  ///     quoted before give way to them.
  init(
    _ row: ReadingRow, _ file: OpenMatter, _ changes: [Change], _ grade: ReadingGrade,
    isMarked: Bool
  ) {
    self.row = row
    self.file = file
    self.grade = grade
    self.isMarked = isMarked
    graded = file.evaluation.after(changes)
  }

  /// What is added to the grade; nothing where it asks for no words, or has some.
  func changes(taking words: Words?, of shelf: Shelf) -> Outcome {
    let isNo = grade.value == .boolean(false)
    let takesWords = !isNo || isMarked || grade.isElsewhere
    let asksForWords = row.isAsked(.quotation, graded) && takesWords
    let asksForPlace = row.isAsked(.place, graded) && takesWords
    let asksForPaper = row.isAsked(.otherPaper, graded) && (!isNo || grade.isElsewhere)
    guard asksForWords || asksForPlace || asksForPaper, let words, let passage = shelf[words.place]
    else { return .changes([]) }
    let paper = shelf.papers[words.place.paper]
    let isOther = paper.rank != .agreement
    if !isMarked {
      let part: Review.Part = asksForWords ? .quotation : asksForPlace ? .place : .otherPaper
      guard row.answer(part, file) == nil else { return .changes([]) }
    }
    guard isOther == asksForPaper || !asksForWords else {
      return isOther
        ? .refused(
          "These words stand in \(paper.name), which is \(paper.rank.words). "
            + (row.columns[.otherPaper] == nil ? "Choose" : "Grade the row so, or choose")
            + " a passage of the agreement."
        )
        // What stands elsewhere is not proved by words of the agreement.
        : .changes([])
    }
    guard isOther == asksForPaper else { return .changes([]) }
    var changes: [Change] = []
    if asksForPaper { changes += setting(.otherPaper, to: "\(paper.name), \(passage.place)") }
    if asksForWords || asksForPlace { changes += placing(passage, of: paper) }
    if asksForWords {
      changes += setting(.quotation, to: words.text)
      if let key = row.key(.quotation, file.pack) {
        let source = QuotationSource(paper: paper.sha256, anchor: passage.anchor)
        changes += file.sheet.changing(.quotation(key), to: source.words)
      }
    }
    return .changes(changes)
  }

  /// The place, and as its note what is no part of a citation: the page, and how far the words are sure.
  private func placing(_ passage: ShelfPassage, of paper: ShelfPaper) -> [Change] {
    guard let key = row.key(.place, file.pack) else { return [] }
    let notes =
      [passage.page.map { "page \($0)" }, passage.isProposed ? "as proposed" : nil]
      + [paper.isRecognised ? "characters recognised from a picture" : nil]
    let note = notes.compactMap(\.self).joined(separator: ", ")
    return setting(.place, to: passage.place)
      + file.sheet.remarking(key, note.isEmpty ? nil : note)
  }

  private func setting(_ part: Review.Part, to text: String) -> [Change] {
    guard let key = row.key(part, file.pack), !text.isEmpty else { return [] }
    return file.sheet.setting(key, to: .value(.text(text)))
  }
}
