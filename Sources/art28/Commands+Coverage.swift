import ArgumentParser
import PackModel
import PlainText

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List what the questionnaire must hold, and where it stands."
  )

  @Flag(help: "As JSON.") var json = false
  @Flag(help: "As Markdown tables.") var markdown = false
  @ArgumentParser.Option(
    help: ArgumentHelp("Only what comes from there, such as law.", valueName: "place"))
  var from: String?
  @OptionGroup var packs: PackOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    let items = pack.coverage.filter { item in
      from.map { item.from == $0 || item.from.hasPrefix($0 + " ") } ?? true
    }
    if json {
      Console.handOver(JSON.array(items.map(CoverageCommand.json)).text)
    } else if markdown {
      Console.say(lines: CoverageTable.markdown(items, pack))
    } else {
      for line in CoverageCommand.lines(items) { Console.say(line) }
    }
    let holes = items.filter(\.isHole)
    if !holes.isEmpty {
      throw Outcome(code: .found, lines: holes.map { "Nothing covers \($0.id): \($0.says)" })
    }
  }

  private static func lines(_ items: [CoverageItem]) -> [String] {
    var found: [String] = []
    var from = ""
    for item in items {
      if item.from != from {
        from = item.from
        found += ["", from]
      }
      let places = CoverageTable.places(item).map { "\($0.0): \($0.1.joined(separator: ", "))" }
      let reason = item.reason.map { [places.isEmpty ? "left out: \($0)" : $0] } ?? []
      found.append("  \(item.says)")
      found.append("      \((places + reason).joined(separator: " · "))")
    }
    return found
  }

  private static func json(_ item: CoverageItem) -> JSON {
    .object([
      ("id", .string(item.id)), ("from", .string(item.from)), ("says", .string(item.says)),
      ("obligation", .optional(item.obligation)), ("questions", .strings(item.questions)),
      ("clauses", .strings(item.clauses)), ("checks", .strings(item.checks)),
      ("authorities", .strings(item.authorities)), ("reason", .optional(item.reason)),
      ("hole", .bool(item.isHole)),
    ])
  }
}

/// The inventory as tables for the project's documentation.
enum CoverageTable {
  static func places(_ item: CoverageItem) -> [(String, [String])] {
    [
      ("questions", item.questions), ("clauses", item.clauses), ("checks", item.checks),
      ("authorities", item.authorities),
    ].filter { !$0.1.isEmpty }
  }

  static func markdown(_ items: [CoverageItem], _ pack: Pack) -> String {
    var text = ""
    var from = ""
    for item in items {
      if item.from != from {
        from = item.from
        text += "\n## \(from.first.map { $0.uppercased() } ?? "")\(from.dropFirst())\n\n"
        text += "| id | what | where it stands | left out, or a remark |\n|---|---|---|---|\n"
      }
      let places = places(item).map { "\($0.0): \($0.1.joined(separator: ", "))" }
      text +=
        "| \(item.obligation ?? item.id) | \(cell(item.says)) | \(cell(places.joined(separator: "; "))) "
        + "| \(cell(item.reason ?? "")) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
