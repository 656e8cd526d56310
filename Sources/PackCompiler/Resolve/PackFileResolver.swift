import PackModel

/// `pack.yaml`: what the pack is called, and its journeys. Its documents are a part of their own.
struct PackFileResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func resolve(_ tree: PackTree, into contents: inout PackContents) {
    guard let fields = tree.pack else { return }
    let report = resolver.report
    contents.id = fields.required("id")
    report.checkID(contents.id, fields.place)
    contents.version = fields.required("version")
    contents.language = fields.words("language") ?? "en-GB"
    contents.title = fields.required("title")
    if let format = fields.words("format"), format != "1" {
      report.add(
        .unknownWord, fields["format"]?.place ?? fields.place,
        "This program reads packs of format 1, not \(format).", "Use a newer program.")
    }
    if let clean = fields.words("clean") {
      contents.clean = clean.split(separator: "/").last.map(String.init)
      if let clean = contents.clean, !tree.examples.contains(where: { $0.id == clean }) {
        report.add(
          .brokenExample, SourcePosition(file: "pack.yaml", line: 0, column: 0),
          "There is no example “\(clean)”.", "`clean` names a folder under examples/.")
      }
    }
    if let house = fields["house"].flatMap({ Fields($0, .house, report) }) {
      for pair in house.all {
        contents.house[pair.key] = house.list(pair.key).compactMap {
          resolver.question($0.words, $0.place)
        }
      }
    }
    contents.journeys = tree.journeys.map(journey)
    if contents.journeys.isEmpty {
      report.add(
        .missingKey, fields.place, "The pack has no journey.", "Add `journeys` with their steps.")
    }
  }

  private func journey(_ fields: Fields) -> Journey {
    Journey(
      id: fields.required("id"), title: fields.required("title"),
      intro: fields.words("intro") ?? "",
      steps: resolver.ids(.step, fields, "steps").compactMap {
        resolver.symbols.number(.step, $0)
      },
      onlyShort: fields.words("only") == "short",
      writes: fields["writes"] == nil ? nil : resolver.ids(.document, fields, "writes"))
  }
}
