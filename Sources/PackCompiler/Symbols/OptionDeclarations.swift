import PackModel

/// Declares the options of lists and questions.
struct OptionDeclarations {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// The options of a file of `lists/`.
  func list(_ nodes: [Node]) -> [OptionSymbol] {
    var codes: Set<String> = []
    let options = nodes.compactMap(option)
    for symbol in options where !codes.insert(symbol.option.code).inserted {
      report.duplicate(symbol.option.code, symbol.node.place)
    }
    findSameNames(options)
    return options
  }

  /// An option without what names must be known for: `says` and `enableWhen`.
  func option(_ node: Node) -> OptionSymbol? {
    guard let fields = Fields(open: node, what: "option", report) else { return nil }
    let code = fields.required("code")
    report.checkID(code, fields["code"]?.place ?? fields.place)
    if ["answered", "open", "absent", "any"].contains(code) {
      report.add(
        .badID, fields["code"]?.place ?? fields.place, "“\(code)” is a word of conditions.",
        "Choose another code.")
    }
    return OptionSymbol(
      node: node,
      option: Option(
        code: code, display: fields.required("display"),
        aliases: fields.list("alias").map(\.words), help: fields.words("help"),
        exclusive: fields.flag("exclusive"), unsettled: fields.flag("unsettled"),
        attributes: fields.attributes(but: Self.keys)))
  }

  /// Those of an option that are no attributes.
  private static let keys: Set = [
    "code", "display", "alias", "says", "help", "exclusive", "unsettled", "enableWhen",
  ]

  /// Whoever answers may write a code, a label or an alias: each means one option.
  func findSameNames(_ options: [OptionSymbol]) {
    var owners: [FoldedName: String] = [:]
    for symbol in options {
      let folded = FoldedName(symbol.option.code)
      if !folded.key.isEmpty { owners[folded] = symbol.option.code }
    }
    for symbol in options {
      let option = symbol.option
      for (at, name) in ([option.display] + option.aliases).enumerated() {
        let folded = FoldedName(name)
        guard !folded.key.isEmpty else { continue }
        guard let owner = owners.updateValue(option.code, forKey: folded), owner != option.code
        else { continue }
        let fields = Fields(open: symbol.node, what: "option", report)
        let place = at == 0 ? fields?["display"]?.place : fields?.list("alias")[at - 1].place
        report.add(
          .sameName, place ?? symbol.node.place,
          "“\(name)” reads as a name of the option \(owner) as well.",
          "Take it from one of the two, or write more of the name.")
      }
    }
  }
}

extension Fields {
  /// The keys that are the author's own.
  func attributes(but known: Set<String>) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for pair in all where !known.contains(pair.key) {
      found[pair.key] = list(pair.key).map(\.words)
    }
    return found
  }
}
