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
    let sources = try PackFolder.read(folder)
    switch compile(sources, lints: true) {
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
