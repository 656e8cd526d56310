import PackModel

/// pack.yaml, the documents, phrases.
extension Compilation {
  func readPackFile() {
    let keys: Set = [
      "id", "version", "format", "language", "title", "journeys", "documents", "clean",
    ]
    guard let node = node("pack.yaml"), let fields = Fields(node, what: "pack", keys: keys, report)
    else { return }
    contents.id = fields.required("id", what: "pack")
    checkID(contents.id, fields.place)
    contents.version = fields.required("version", what: "pack")
    contents.language = fields.words("language") ?? "en-GB"
    contents.title = fields.required("title", what: "pack")
    if let format = fields.words("format"), format != "1" {
      report.add(
        .unknownWord, fields["format"]?.place ?? fields.place,
        "This program reads packs of format 1, not \(format).", "Use a newer program.")
    }
    if let clean = fields.words("clean") {
      contents.clean = clean.split(separator: "/").last.map(String.init)
    }
    for node in fields.nodes("journeys") {
      let keys: Set = ["id", "title", "intro", "steps", "only", "writes"]
      guard let journey = Fields(node, what: "journey", keys: keys, report) else { continue }
      let steps = journey.list("steps").compactMap { id, place -> Int? in
        if let number = contents.steps.firstIndex(where: { $0.id == id }) { return number }
        let hint = nearest(id, in: contents.steps.map(\.id)).map { "Did you mean \($0)? " } ?? ""
        report.add(
          .unknownName, place, "There is no step “\(id)”.",
          hint + "A step file begins with `step:`.")
        return nil
      }
      contents.journeys.append(
        Journey(
          id: journey.required("id", what: "journey"),
          title: journey.required("title", what: "journey"), intro: journey.words("intro") ?? "",
          steps: steps, onlyShort: journey.words("only") == "short",
          writes: journey["writes"] == nil ? nil : journey.list("writes").map(\.words)))
      pending.append { [self] in
        for (id, place) in journey.list("writes")
        where !contents.documents.contains(where: { $0.id == id }) {
          let hint = nearest(id, in: contents.documents.map(\.id)).map { "Did you mean \($0)? " }
          report.add(
            .unknownName, place, "There is no document “\(id)”.",
            (hint ?? "") + "Documents stand in pack.yaml.")
        }
      }
    }
    if contents.journeys.isEmpty {
      report.add(
        .missingKey, fields.place, "The pack has no journey.", "Add `journeys` with their steps.")
    }
    for node in fields.nodes("documents") { declareDocument(node) }
  }

  private func declareDocument(_ node: Node) {
    guard
      let document = Fields(
        node, what: "document", keys: ["id", "role", "title", "when", "with"], report),
      case let words = document.required("title", what: "document"), let title = document["title"]
    else { return }
    let number = contents.documents.count
    let id = document.required("id", what: "document")
    checkID(id, document.place)
    // Without a role it is read as the freest one: one fault is said, not one a line.
    let role = role(document, id) ?? .memo
    contents.documents.append(
      DocumentTemplate(id: id, role: role, title: [], with: document.words("with"), sections: []))
    sectionIDs.append([:])
    var names = Names()
    names.isReport = role.readsFindings
    pending.append { [self] in
      contents.documents[number].title = inlines(words, title.textPlace, names)
      if let when = document["when"], let words = when.words {
        contents.documents[number].when = condition(words, when.textPlace, names)
      }
    }
  }

  private func role(_ document: Fields, _ id: String) -> DocumentRole? {
    let all = DocumentRole.allCases.map(\.rawValue)
    let choice = "Write \(all.dropLast().joined(separator: ", ")) or \(all[all.count - 1])."
    guard let node = document["role"] else {
      report.add(
        .missingKey, document.place, "The document \(id) has no `role`.",
        "Say what it is for: `role: …`. \(choice)")
      return nil
    }
    guard let words = document.words("role") else { return nil }
    guard let role = DocumentRole(rawValue: words) else {
      let hint = nearest(words, in: all).map { "Did you mean \($0)? " } ?? ""
      report.add(
        .unknownWord, node.place, "“\(words)” is no role of a document.", hint + choice)
      return nil
    }
    if role.isUnique, let first = contents.documents.first(where: { $0.role == role }) {
      report.add(
        .duplicateID, node.place,
        "The pack has two documents of the role \(words): \(first.id), \(id).",
        "Keep one, or make this a memo: `role: memo`.")
    }
    return role
  }

  func readDocuments() {
    for (number, document) in contents.documents.enumerated() {
      var file = DocumentFile(self, document: number, isReport: document.role.readsFindings)
      let folder = "documents/\(document.id)/"
      let paths = sources.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".md") }
      if paths.isEmpty {
        report.add(
          .unreadableFile, Place(file: "pack.yaml", line: 0, column: 0),
          "The document \(document.id) has no text.", "Put Markdown files into \(folder).")
      }
      for path in paths { file.read(path) }
    }
  }

  /// What a `case` may be on.
  func subject(_ name: String) -> Member? {
    questionNumbers[name].map { .question($0) } ?? calculatedNumbers[name].map { .calculated($0) }
  }

  /// The codes of a `case` are codes of its question.
  func checkCodes(
    _ subject: Member, _ name: String, _ codes: [(String, Place)], in document: Int
  ) {
    let known = caseCodes(subject, in: document)
    for (code, place) in codes where !known.contains(code) {
      if case .question(let number) = subject, contents.questions[number].option(code) != nil {
        report.add(
          .unknownCode, place,
          "No clause of a paper that is signed can be for “\(code)” of \(name).",
          "It is unsettled: a named blank stands for it there. Take the code out.")
        continue
      }
      let hint = nearest(code, in: known).map { "Did you mean \($0)? " } ?? ""
      report.add(
        .unknownCode, place, "\(name) has no code “\(code)”.",
        hint + "Codes: \(known.sorted().joined(separator: ", ")).")
    }
  }

  /// What a `case` may name, and together must name. In a paper that is signed a blank stands for
  /// what is unsettled.
  func caseCodes(_ subject: Member, in document: Int) -> Set<String> {
    guard case .question(let number) = subject else { return staticKind(subject).codes ?? [] }
    let question = contents.questions[number]
    switch question.kind {
    case .boolean: return ["yes", "no"]
    case .checks, .table: return ["some", "none"]
    default:
      let isSigned = contents.documents[document].isSigned
      let options = question.options.filter { !($0.unsettled && isSigned) }
      return Set(options.map(\.code)).union(question.open ? ["other"] : [])
    }
  }

  func readPhrases() {
    for node in entries("phrases") {
      let keys: Set = ["id", "on", "say", "count", "where", "one", "other"]
      guard let fields = Fields(node, what: "phrase", keys: keys, report) else { continue }
      let id = fields.required("id", what: "phrase")
      checkID(id, fields.place)
      if !phraseIDs.insert(id).inserted { duplicate(id, fields.place) }
      pending.append { [self] in phrase(id, fields) }
    }
  }

  private func phrase(_ id: String, _ fields: Fields) {
    var names = Names()
    names.loose = true
    if let on = fields["on"], let words = on.words {
      guard let typed = parsed(words, on.textPlace, names), let say = fields["say"],
        let map = Fields(open: say, what: "words", report)
      else { return }
      var texts: [String: [Inline]] = [:]
      for pair in map.all {
        texts[pair.key] = inlines(pair.value.words ?? "", pair.value.textPlace, names)
      }
      if let codes = typed.kind.codes {
        // A choice that is open to own words prints these.
        let missing = codes.subtracting(texts.keys)
        if !missing.isEmpty {
          report.add(
            .missingWords, say.place,
            "The phrase \(id) has no words for \(missing.sorted().joined(separator: ", ")).",
            "Add them under `say`.")
        }
        for pair in map.all where !codes.contains(pair.key) && pair.key != "other" {
          report.add(
            .unknownCode, pair.place, "“\(pair.key)” is none of the codes of \(words).",
            "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).")
        }
      }
      contents.phrases.append(Phrase(id: id, rule: .code(typed.expression, texts)))
    } else if let count = fields["count"], let words = count.words {
      guard let typed = parsed("count of \(words)", count.textPlace.moved(by: -9), names),
        case .count(let range, let condition) = typed.expression
      else { return }
      guard let one = fields["one"]?.words, let other = fields["other"]?.words else {
        report.add(
          .missingWords, fields.place, "The phrase \(id) needs `one` and `other`.",
          "Give the words for one and for any other number; {n} is the number.")
        return
      }
      contents.phrases.append(
        Phrase(
          id: id,
          rule: .count(
            range, condition: condition,
            one: inlines(one, fields["one"]?.textPlace ?? fields.place, names),
            other: inlines(other, fields["other"]?.textPlace ?? fields.place, names))))
    } else {
      report.add(
        .missingKey, fields.place, "A phrase goes by code (`on`, `say`) or by number (`count`).",
        "See FORMAT.md, Norms, authorities, glossary, phrases.")
    }
  }
}
