import PackModel

/// `finding.yaml`: the words by which passages of a paper are found.
struct SearchResolver {
  private let resolver: Resolver
  private var report: Report { resolver.report }

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// One for each tree, in their order.
  func searches(_ trees: [PackTree.Search]) -> [PaperSearch] {
    var seen: Set<String> = []
    return trees.map { tree in
      if !(2...3).contains(tree.language.utf8.count)
        || !tree.language.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
      {
        report.add(
          .unknownWord, tree.place, "“\(tree.language)” is no language.",
          "Write the first part of its tag, such as `en` or `de`.")
      } else if !seen.insert(tree.language).inserted {
        report.duplicate(tree.language, tree.place)
      }
      return PaperSearch(
        language: tree.language, queries: queries(tree.fields), watch: watch(tree.fields))
    }
  }

  // MARK: Rows

  private func queries(_ fields: Fields) -> [PassageQuery] {
    var found: [PassageQuery] = []
    let againstAll = groups(fields, .against)
    for node in fields.nodes("rows") {
      guard let fields = Fields(node, .passageQuery, report) else { continue }
      let id = fields.required("row")
      guard let row = resolver.row(id, fields["row"]?.place ?? fields.place) else { continue }
      if found.contains(where: { $0.table == row.table && $0.row == row.code }) {
        report.duplicate(id, fields.place)
        continue
      }
      let query = PassageQuery(
        table: row.table, row: row.code, terms: terms(fields),
        groups: PassageQuery.Group.Role.allCases.flatMap { groups(fields, $0) } + againstAll,
        headings: words(fields, "headings"), values: values(fields))
      if query.terms.isEmpty {
        report.add(
          .missingWords, fields.place, "Nothing is looked for for \(id).",
          "Add `terms: {WORDS: WEIGHT}`.")
      }
      found.append(query)
    }
    return found
  }

  private func terms(_ fields: Fields) -> [PassageQuery.Term] {
    guard let node = fields["terms"], let terms = Fields(open: node, what: "map of words", report)
    else { return [] }
    return terms.all.compactMap { pair in
      guard isWords(pair.key, pair.place), let weight = weight(pair.value) else { return nil }
      return PassageQuery.Term(pair.key, weight: weight)
    }
  }

  /// A list of lists; a group that weighs more is a map of `weight` and `words`.
  private func groups(_ fields: Fields, _ role: PassageQuery.Group.Role) -> [PassageQuery.Group] {
    fields.nodes(role.rawValue).compactMap { node in
      if case .list(let nodes, let place) = node {
        return group(role, words(nodes, role.rawValue), weight: 1, place)
      }
      guard let fields = Fields(node, .termGroup, report) else { return nil }
      return group(
        role, words(fields, "words"), weight: fields["weight"].flatMap(weight) ?? 1, fields.place)
    }
  }

  private func group(
    _ role: PassageQuery.Group.Role, _ words: [String], weight: Int, _ place: SourcePosition
  ) -> PassageQuery.Group? {
    if words.isEmpty {
      report.add(
        .missingWords, place, "This group holds no words.",
        "Write `[a, b]`, or `{weight: 2, words: [a, b]}`.")
      return nil
    }
    return PassageQuery.Group(role, words, weight: weight)
  }

  private func values(_ fields: Fields) -> [FigureKind] {
    fields.list("values").compactMap { word, place in
      if let kind = FigureKind(rawValue: word) { return kind }
      report.add(
        .unknownWord, place, "“\(word)” is no kind of number.",
        "Write \(FigureKind.allCases.map(\.rawValue).joined(separator: ", ")).")
      return nil
    }
  }

  // MARK: Lists to watch

  private func watch(_ fields: Fields) -> [WatchList] {
    var found: [WatchList] = []
    for node in fields.nodes("watch") {
      guard let fields = Fields(node, .watchList, report) else { continue }
      let list = WatchList(
        id: fields.required("id"), name: fields.required("name"), why: fields.required("why"),
        words: words(fields, "words"), links: fields.flag("links"),
        titles: words(fields, "titles"))
      report.checkID(list.id, fields["id"]?.place ?? fields.place)
      if found.contains(where: { $0.id == list.id }) {
        report.duplicate(list.id, fields["id"]?.place ?? fields.place)
      }
      if list.words.isEmpty && !list.links && list.titles.isEmpty {
        report.add(
          .missingWords, fields.place, "This list looks for nothing.",
          "Add `words`, `links: true` or `titles`.")
      }
      found.append(list)
    }
    return found
  }

  // MARK: Words

  private func words(_ fields: Fields, _ key: String) -> [String] {
    fields.list(key).compactMap { isWords($0.words, $0.place) ? $0.words : nil }
  }

  private func words(_ nodes: [Node], _ key: String) -> [String] {
    nodes.compactMap { node in
      guard let words = node.words else {
        report.add(
          .wrongShape, node.place, "A group of `\(key)` is a list of words.",
          "Write `[[a, b], [c]]`.")
        return nil
      }
      return isWords(words, node.place) ? words : nil
    }
  }

  /// Whether there is something to look for: letters or digits, and `*` only at the end of a word.
  private func isWords(_ words: String, _ place: SourcePosition) -> Bool {
    let parts = words.split { $0 == " " || $0 == "-" }
    let isFit = parts.allSatisfy { part in
      part.contains { $0.isLetter || $0.isNumber } && !part.dropLast().contains("*")
    }
    if isFit && !parts.isEmpty { return true }
    report.add(
      .brokenValue, place, "“\(words)” is not to be found in a text.",
      "Write words as they stand in a sentence; `*` only ends a word: `delet*`.")
    return false
  }

  private func weight(_ node: Node) -> Int? {
    if let words = node.words, let weight = Int(words), (1...9).contains(weight) { return weight }
    report.add(
      .brokenValue, node.place, "A weight is a whole number from 1 to 9.", "Write `WORDS: 3`.")
    return nil
  }
}
