import PackModel

/// One run of the compiler: first everything is declared, then every name is resolved.
final class Compilation {
  let sources: SourceFiles
  let report: Report
  var contents = PackContents()

  var questionNumbers: [String: Int] = [:]
  /// Where each question was declared.
  var questionPlaces: [Place] = []
  /// `id`, or `table.id` for a table's own.
  var calculatedNumbers: [String: Int] = [:]
  var calculatedPlaces: [Place] = []
  /// The decision that a calculated value uses, known before its inputs are.
  var decideNames: [Int: String] = [:]
  var decisionNumbers: [String: Int] = [:]
  /// By decision: the cells as written, row by row.
  var decisionCells: [[[(words: String, place: Place)]]] = []
  /// By decision: what each calculated value that uses it gives it.
  var decisionInputs: [Int: [[StaticKind]]] = [:]
  var clauseNumbers: [String: Int] = [:]
  var clausePlaces: [Place] = []
  var sectionIDs: [[String: Place]] = []
  /// The options of each list, with what they were read from.
  var lists: [String: [(node: Node, option: Option)]] = [:]
  var optionCount = 0
  var fragments: [String: Node] = [:]
  var authorityIDs: Set<String> = []
  var norms: [String: Norm] = [:]
  var termIDs: Set<String> = []
  var obligationIDs: Set<String> = []
  var phraseIDs: Set<String> = []
  var checkIDs: Set<String> = []
  var coveragePlaces: [String: Place] = [:]
  /// The tables and groups that a pointer names, by question; known before conditions are read.
  var declaredOwners: [Int: [Int]] = [:]
  var ownerNames: [Int: [String]] = [:]
  /// What waits until every name is known, in order.
  var pending: [() -> Void] = []
  /// References that are looked at when every clause is known.
  var references: [Reference] = []

  struct Reference {
    var document: Int
    var ids: [String]
    var place: Place
    /// The clause it stands in, and conditions of blocks around it.
    var clause: Int?
    var conditions: [Expression]
  }

  init(_ sources: SourceFiles, _ report: Report) {
    self.sources = sources
    self.report = report
  }

  /// - Parameter lints: whether the words are looked at that the pack itself calls wrong.
  func run(lints: Bool) -> PackContents {
    guard measure() else { return contents }
    readKnowledge()
    readLists()
    readSteps()
    readDecisions()
    readPackFile()
    readPhrases()
    readDocuments()
    readTerms()
    readPlaybook()
    readChecks()
    readCoverage()
    readExamples()
    for (number, names) in ownerNames {
      declaredOwners[number] = names.compactMap { questionNumbers[$0] }
    }
    for step in pending { step() }
    pending = []
    readReview()
    link()
    if lints { findDeniedWords() }
    return contents
  }

  /// A pack is untrusted: its sizes are bounded.
  private func measure() -> Bool {
    var total = 0
    for path in sources.paths {
      let size = sources.files[path]?.count ?? 0
      total += size
      if size > SourceFiles.largestFile {
        report.add(
          .tooLarge, Place(file: path, line: 0, column: 0), "This file is larger than 2 MB.",
          "Split it.")
      } else if sources.text(path) == nil {
        report.add(
          .unreadableFile, Place(file: path, line: 0, column: 0), "This file is not UTF-8.",
          "Save it as UTF-8.")
      }
    }
    if total > SourceFiles.largestPack || sources.paths.count > 2000 {
      report.add(
        .tooLarge, Place(file: "pack.yaml", line: 0, column: 0),
        "The pack is larger than 20 MB or has more than 2,000 files.", "Make it smaller.")
    }
    if sources.files["pack.yaml"] == nil {
      report.add(
        .unreadableFile, Place(file: "pack.yaml", line: 0, column: 0), "There is no pack.yaml.",
        "A pack is a folder with a pack.yaml; see FORMAT.md, Files.")
    }
    return report.diagnostics.isEmpty
  }

  func node(_ path: String) -> Node? {
    sources.text(path).flatMap { Node.read($0, file: path, report) }
  }

  /// The entries of `name.yaml` or of the files in `name/`.
  func entries(_ name: String) -> [Node] {
    sources.yaml(name).flatMap { path -> [Node] in
      guard let node = node(path) else { return [] }
      guard case .list(let nodes, _) = node else {
        report.add(.wrongShape, node.place, "This file is a list.", "Begin each entry with `- `.")
        return []
      }
      return nodes
    }
  }

  /// Whether an id is made of lower-case words with hyphens, and dots where they are allowed.
  func checkID(_ id: String, _ place: Place, upper: Bool = false) {
    let fits = id.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
        || (upper && ("A"..."Z").contains($0))
    }
    if !fits || id.isEmpty || id.utf8.count > Bounds.id {
      report.add(
        .badID, place, "“\(id)” is no id.",
        "Use lower-case letters, digits and hyphens, \(Bounds.id) at most.")
    }
  }

  func duplicate(_ id: String, _ place: Place) {
    report.add(.duplicateID, place, "The id \(id) is given twice.", "Rename one of the two.")
  }

  // MARK: Words that name things elsewhere

  func authorities(_ fields: Fields, key: String = "authority") -> [String] {
    fields.list(key).map { id, place in
      if !authorityIDs.contains(id) {
        let hint = nearest(id, in: authorityIDs).map { "Did you mean \($0)? " } ?? ""
        report.add(
          .unknownAuthority, place, "There is no authority “\(id)”.",
          hint + "Add it to authorities.yaml, or cite one that stands there.")
      }
      return id
    }
  }

  func norm(_ id: String, _ place: Place) -> Norm? {
    if let norm = norms[id] { return norm }
    let hint = nearest(id, in: norms.keys).map { "Did you mean \($0)? " } ?? ""
    report.add(
      .unknownNorm, place, "There is no norm “\(id)”.", hint + "Norms stand in norms.yaml.")
    return nil
  }

  func kind(_ fields: Fields, _ key: String = "kind") -> NormKind? {
    guard let words = fields.words(key), let node = fields[key] else { return nil }
    if let kind = NormKind(rawValue: words) { return kind }
    report.add(
      .unknownWord, node.place, "“\(words)” is no kind of norm.",
      "Write LAW, GUIDANCE or MARKET.")
    return nil
  }

  func severity(_ fields: Fields) -> Severity {
    let words = fields.required("severity", what: "entry")
    if let severity = Severity(rawValue: words) { return severity }
    if !words.isEmpty {
      report.add(
        .unknownWord, fields["severity"]?.place ?? fields.place, "“\(words)” is no severity.",
        "Write critical, major, minor or note.")
    }
    return .note
  }

  func date(_ fields: Fields, _ key: String) -> CalendarDate {
    let words = fields.required(key, what: "entry")
    if let date = CalendarDate(iso: words) { return date }
    if !words.isEmpty {
      report.add(
        .brokenValue, fields[key]?.place ?? fields.place, "“\(words)” is no date.",
        "Write it as 2026-03-01.")
    }
    return CalendarDate.first
  }
}
