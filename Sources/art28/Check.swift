import ArgumentParser
import PackCompiler
import PackModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile a pack and prove its checks by their own examples.")

  @Argument(help: "The pack's folder.") var pack = "Questionnaires/ai-dpa"

  func run() throws {
    let sources = try PackFolder.read(pack)
    switch compile(sources) {
    case .success(let pack):
      print(
        "\(pack.id) \(pack.version): \(pack.questions.count) questions, \(pack.clauses.count) clauses, \(pack.checks.count) checks."
      )
    case .failure(let failure):
      for diagnostic in failure.diagnostics { print(diagnostic.rendered) }
      print("\(failure.diagnostics.count) faults.")
      throw ExitCode(1)
    }
  }
}
