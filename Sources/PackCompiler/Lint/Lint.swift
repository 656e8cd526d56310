import PackModel

/// What only the author of a pack must know: words that the pack itself calls wrong, items of its
/// inventory that nothing covers, and rows of a review that no words find. A pack that is only used is not searched for them.
func lint(_ contents: PackContents, _ tree: PackTree, _ report: Report) {
  // An item is reported where it stands; the places are those of the items.
  let places = tree.coverage.map(\.place)
  findDeniedWords(contents, places, report)
  findUncovered(contents, places, report)
  findDocumentsWithoutRole(tree, report)
  findRowsWithoutWords(contents, tree, report)
}

/// Where a pack finds passages in a language, it finds them for every row of a review.
private func findRowsWithoutWords(_ contents: PackContents, _ tree: PackTree, _ report: Report) {
  guard let review = contents.review else { return }
  let tables = [review.matrix?.table].compactMap(\.self) + review.duties.map(\.table)
  for (search, place) in zip(contents.background.searches, tree.searches.map(\.place)) {
    for table in tables {
      guard case .pack(let rows)? = contents.questions[table].rows else { continue }
      for row in rows where search.query(table: table, row: row.code) == nil {
        let id = "\(contents.questions[table].linkId)[\(row.code)]"
        report.add(
          .missingWords, place, "“\(search.language)” has no words for \(id).",
          "Add `- row: \(id)` with `terms`.")
      }
    }
  }
}

/// The program goes by what a document is for; it is only guessed for packs of old matters.
private func findDocumentsWithoutRole(_ tree: PackTree, _ report: Report) {
  for document in tree.documents where document.fields["role"] == nil {
    report.add(
      .missingKey, document.fields.place, "The document \(document.id) has no `role`.",
      "Say what it is for: `role: …`. \(DocumentRole.choice)")
  }
}

/// What an item calls wrong may stand only where the item says that it is a correct mention.
private func findDeniedWords(_ contents: PackContents, _ places: [SourcePosition], _ report: Report)
{
  let denials = contents.background.denials
  guard !denials.isEmpty else { return }
  let items = Dictionary(zip(contents.background.coverage.map(\.id), places)) { _, last in last }
  let texts = contents.spokenTexts
  let small = texts.map { SmallLetters($0.text) }
  for denial in denials {
    for (text, small) in zip(texts, small)
    where !denial.mentioned.contains(text.id) && denial.isSaid(in: small) {
      report.add(
        .deniedWords, items[denial.item] ?? SourcePosition(file: "coverage", line: 0, column: 0),
        "“\(denial.words)” stands in \(text.id): \(text.text.prefix(120))",
        "Mend the text, or name \(text.id) under `mentioned` where it is said rightly.")
    }
  }
}

/// Something stands for every item, and where a pack lists its obligations at all, it lists every
/// one.
private func findUncovered(_ contents: PackContents, _ places: [SourcePosition], _ report: Report) {
  for (item, place) in zip(contents.background.coverage, places) {
    let isWithoutClause = item.obligation != nil && item.clauses.isEmpty && item.reason == nil
    guard item.isHole || isWithoutClause else { continue }
    report.add(
      .uncovered, place, "Nothing covers “\(item.says)”.",
      isWithoutClause
        ? "Let a clause say `satisfies: \(item.obligation ?? "")`, or give a `reason`."
        : "Name a question, a clause, a check or an authority, or give a `reason`.")
  }
  let listed = Set(contents.background.coverage.compactMap(\.obligation))
  guard !listed.isEmpty else { return }
  for obligation in contents.obligations where !listed.contains(obligation.id) {
    report.add(
      .uncovered, SourcePosition(file: "coverage", line: 0, column: 0),
      "The obligation \(obligation.id) stands in no item of coverage.",
      "Add `{id: …, from: …, obligation: \(obligation.id)}`.")
  }
}
