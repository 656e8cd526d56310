/// Reads the files of a pack.
///
/// - Returns: the tree; nil, with diagnostics, where the files as such are too large, are no text or
///   lack `pack.yaml`. A file that cannot be read leaves its part of the tree empty.
func readSyntax(_ sources: SourceFiles, _ report: Report) -> PackTree? {
  PackReader(sources, report)?.tree()
}

/// Knows which file of a pack holds what.
private struct PackReader {
  private let report: Report
  private let paths: [String]
  private let texts: [String: String]

  /// nil where the files are not fit to be read. A pack is untrusted: its sizes are bounded.
  init?(_ sources: SourceFiles, _ report: Report) {
    var texts: [String: String] = [:]
    var total = 0
    let paths = sources.paths
    for path in paths {
      let size = sources.files[path]?.count ?? 0
      total += size
      if size > SourceFiles.largestFile {
        report.add(
          .tooLarge, SourcePosition(file: path, line: 0, column: 0),
          "This file is larger than 2 MB.",
          "Split it.")
      } else if let text = sources.text(path) {
        texts[path] = text
      } else {
        report.add(
          .unreadableFile, SourcePosition(file: path, line: 0, column: 0),
          "This file is not UTF-8.",
          "Save it as UTF-8.")
      }
    }
    if total > SourceFiles.largestPack || paths.count > SourceFiles.mostFiles {
      report.add(
        .tooLarge, SourcePosition(file: "pack.yaml", line: 0, column: 0),
        "The pack is larger than 20 MB or has more than 2,000 files.", "Make it smaller.")
    }
    if sources.files["pack.yaml"] == nil {
      report.add(
        .unreadableFile, SourcePosition(file: "pack.yaml", line: 0, column: 0),
        "There is no pack.yaml.",
        "A pack is a folder with a pack.yaml; see FORMAT.md, Files.")
    }
    guard report.diagnostics.isEmpty else { return nil }
    self.report = report
    self.paths = paths
    self.texts = texts
  }

  func tree() -> PackTree {
    var tree = PackTree()
    tree.authorities = entries("authorities", .authority)
    tree.norms = entries("norms", .norm)
    tree.obligations = entries("obligations", .obligation)
    tree.helpPages = entries("help-pages", .helpPage)
    tree.facts = entries("providers", .fact)
    tree.terms = entries("glossary", .term)
    tree.phrases = entries("phrases", .phrase)
    tree.playbook = entries("playbook", .playbookTerm)
    tree.coverage = entries("coverage", .coverage)
    tree.decisions = entries("decisions")
    tree.lists = lists()
    tree.steps = steps()
    tree.pack = node("pack.yaml").flatMap { Fields($0, .pack, report) }
    tree.journeys = (tree.pack?.nodes("journeys") ?? []).compactMap { Fields($0, .journey, report) }
    tree.documents = tree.pack.map(documents) ?? []
    tree.checks = checks()
    tree.review = node("review.yaml").flatMap { Fields($0, .review, report) }
    tree.searches = languages("finding", .search)
    tree.changes = languages("changes", .changes)
    tree.promises = entries("promises").compactMap { PromiseEntry($0, report) }
    tree.examples = examples()
    return tree
  }

  private func node(_ path: String) -> Node? {
    texts[path].flatMap { Node.read($0, file: path, report) }
  }

  /// Paths of `name.yaml` and of every YAML file in a folder of that name, in order.
  private func yaml(_ name: String) -> [String] {
    paths.filter { $0 == name + ".yaml" || ($0.hasPrefix(name + "/") && $0.hasSuffix(".yaml")) }
  }

  /// The entries of `name.yaml` or of the files in `name/`.
  private func entries(_ name: String) -> [Node] {
    yaml(name).flatMap { path -> [Node] in
      guard let node = node(path) else { return [] }
      guard case .list(let nodes, _) = node else {
        report.add(.wrongShape, node.place, "This file is a list.", "Begin each entry with `- `.")
        return []
      }
      return nodes
    }
  }

  private func entries(_ name: String, _ shape: Shape) -> [Fields] {
    entries(name).compactMap { Fields($0, shape, report) }
  }

  /// A map whose keys are languages.
  private func languages(_ name: String, _ shape: Shape) -> [PackTree.Search] {
    yaml(name).compactMap(node)
      .compactMap { Fields(open: $0, what: "map of languages", report) }
      .flatMap(\.all).compactMap { pair in
        Fields(pair.value, shape, report).map {
          PackTree.Search(language: pair.key, place: pair.place, fields: $0)
        }
      }
  }

  private func lists() -> [(name: String, options: [Node])] {
    paths.filter { $0.hasPrefix("lists/") && $0.hasSuffix(".yaml") }.map { path in
      let name = String(path.dropFirst("lists/".count).dropLast(".yaml".count))
      return (name, entries("lists/\(name)"))
    }
  }

  // MARK: Steps

  /// Names at the top of a pack that are no folders of steps.
  private static let known: Set = [
    "pack.yaml", "authorities", "norms", "glossary", "obligations", "providers", "review",
    "help-pages", "finding", "changes", "phrases", "promises", "coverage", "playbook", "decisions", "checks",
    "lists",
    "documents",
    "examples", "translations",
  ]

  private func steps() -> [Fields] {
    var found: [Fields] = []
    for path in paths where path.hasSuffix(".yaml") {
      let top = path.split(separator: "/").first.map(String.init) ?? path
      guard path.contains("/"), !Self.known.contains(top) else {
        let name = String(path.dropLast(".yaml".count))
        if !path.contains("/"), path != "pack.yaml", !Self.known.contains(name) {
          report.add(
            .unknownWord, SourcePosition(file: path, line: 0, column: 0),
            "A pack has no file of this name at its top.", "See FORMAT.md, Files.")
        }
        continue
      }
      if let fields = node(path).flatMap({ Fields($0, .step, report) }) { found.append(fields) }
    }
    return found
  }

  // MARK: Documents

  private func documents(_ pack: Fields) -> [DocumentTree] {
    pack.nodes("documents").compactMap { node in
      guard let fields = Fields(node, .document, report),
        case let words = fields.required("title"), let title = fields["title"]
      else { return nil }
      let id = fields.required("id")
      var reader = DocumentReader(report)
      let folder = "documents/\(id)/"
      let paths = paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".md") }
      if paths.isEmpty {
        report.add(
          .unreadableFile, SourcePosition(file: "pack.yaml", line: 0, column: 0),
          "The document \(id) has no text.", "Put Markdown files into \(folder).")
      }
      for path in paths { reader.read(texts[path] ?? "", file: path) }
      return DocumentTree(
        id: id, fields: fields, title: TextSource(words, title.textPlace),
        sections: reader.sections, clauses: reader.clauses)
    }
  }

  // MARK: Checks and cases

  /// A file of checks is a list, or a map of `clean` and `checks`.
  private func checks() -> [PackTree.CheckFile] {
    yaml("checks").compactMap { path in
      guard let node = node(path) else { return nil }
      if case .list(let nodes, _) = node { return PackTree.CheckFile(checks: checks(nodes)) }
      guard let fields = Fields(node, .checks, report) else { return nil }
      var clean: (id: String, place: SourcePosition)?
      if let words = fields.words("clean"), let place = fields["clean"]?.place {
        clean = (String(words.split(separator: "/").last ?? ""), place)
      }
      return PackTree.CheckFile(clean: clean, checks: checks(fields.nodes("checks")))
    }
  }

  private func checks(_ nodes: [Node]) -> [Fields] {
    nodes.compactMap { Fields($0, .check, report) }
  }

  private func examples() -> [(id: String, files: [AnswersFile])] {
    var found: [String: [AnswersFile]] = [:]
    for path in paths where path.hasPrefix("examples/") && path.hasSuffix(".yaml") {
      let parts = path.split(separator: "/")
      guard parts.count == 3, let node = node(path) else { continue }
      found[String(parts[1]), default: []].append(AnswersFile(node, report))
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
