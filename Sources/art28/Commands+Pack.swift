import ArgumentParser
import Findings
import PackCompiler
import PackModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compile a questionnaire and prove its checks.")

  @Argument(help: "The pack's folder; the one in use if left out.") var pack: String?
  @OptionGroup var packs: PackOptions

  func run() throws {
    let folder = try pack ?? packs.store.location()
    let sources = try Files.pack(folder)
    switch compile(sources) {
    case .failure(let failure): throw Outcome(failure)
    case .success(let pack):
      let faults = prove(pack, asOf: Clock.today)
      guard faults.isEmpty else {
        throw Outcome(code: .found, lines: faults.map { "\($0.check): \($0.message)" })
      }
      let examples = pack.checks.indices.reduce(0) { $0 + pack.proofs(of: $1).count }
      Console.say(
        "\(pack.id) \(pack.version): \(pack.questions.count) questions, \(pack.clauses.count) clauses, "
          + "\(pack.checks.count) checks proved by \(examples) examples. No fault.")
    }
  }
}

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List what the questionnaire must hold, and where it stands."
  )

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var packs: PackOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    if json {
      let items = pack.coverage.map { item in
        JSON.object([
          ("id", .string(item.id)), ("from", .string(item.from)), ("says", .string(item.says)),
          ("questions", .strings(item.questions)), ("clauses", .strings(item.clauses)),
          ("checks", .strings(item.checks)), ("reason", .optional(item.reason)),
          ("hole", .bool(item.isHole)),
        ])
      }
      Console.write(JSON.array(items).text, to: 1)
    } else {
      var from = ""
      for item in pack.coverage {
        if item.from != from {
          from = item.from
          Console.say("\n\(from)")
        }
        let places = [
          ("questions", item.questions), ("clauses", item.clauses), ("checks", item.checks),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
        let reason = item.reason.map { "left out: \($0)" }
        Console.say("  \(item.says)")
        Console.say("      \((places + [reason].compactMap { $0 }).joined(separator: " · "))")
      }
    }
    let holes = pack.coverage.filter(\.isHole)
    if !holes.isEmpty {
      throw Outcome(code: .found, lines: holes.map { "Nothing covers \($0.id): \($0.says)" })
    }
  }
}
