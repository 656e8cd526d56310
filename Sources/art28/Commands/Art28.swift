import ArgumentParser
import Casework
import Matters

/// The program: its commands, and the one place where an outcome becomes an exit code.
@main
struct Art28: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "art28",
    abstract: "Takes you through an AI Data Processing Agreement.",
    discussion: """
      Answer questions step by step; every answer is kept in a matter file. At the end stand \
      a drafted agreement and a gap report. Without a command the screen opens, on a matter \
      if one is named. Nothing is sent anywhere.
      """,
    version: Build.version,
    subcommands: [
      OpenCommand.self, NewCommand.self, AnswerCommand.self, AskCommand.self,
      QuestionsCommand.self,
      UndoCommand.self, RedoCommand.self, ShowCommand.self, DraftCommand.self, ReportCommand.self,
      PaperCommand.self, ReviewCommand.self, AmendCommand.self, FollowCommand.self,
      DiffCommand.self, ExplainCommand.self,
      LockCommand.self, UnlockCommand.self, PassphraseCommand.self,
      LogCommand.self, ExportCommand.self, ImportCommand.self, VerifyCommand.self,
      RescueCommand.self,
      KeyCommand.self, SignCommand.self, CountersignCommand.self, TimestampCommand.self,
      ProfileCommand.self, AdoptCommand.self, SettingsCommand.self,
      StyleCommand.self,
      CheckCommand.self, CoverageCommand.self, AuthoritiesCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() async {
    Console.begin()
    ProcessMemory.keepToItself()
    do {
      try Clock.check()
      // The everyday call goes straight in: reading it as one of many commands takes 4 ms.
      let arguments = CommandLine.arguments.dropFirst()
      if arguments.count == 1, let matter = arguments.first, matter.hasSuffix(".art28"),
        !matter.hasPrefix("-")
      {
        try Opener(matter: matter, packs: PackStore(folder: nil, at: .here)).run()
      } else {
        try await runCommand()
      }
      Console.end(0)
    } catch {
      end(with: error)
    }
  }

  private static func runCommand() async throws {
    var command = try parseAsRoot()
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  /// Says what happened on standard error and leaves with the code that stands for it.
  private static func end(with error: any Error) -> Never {
    if let outcome = error as? Outcome {
      for line in outcome.lines { Console.complain(line) }
      Console.end(outcome.exitCode.rawValue)
    }
    let code = exitCode(for: error)
    if code == .success {
      // Help, the version, a script that completes commands: words of the program's own.
      Console.handOver(fullMessage(for: error) + "\n")
      Console.end(0)
    }
    if code == .validationFailure {
      Console.complain(lines: fullMessage(for: error))
      Console.end(ExitCode.usage.rawValue)
    }
    Console.complain(lines: "art28: \(message(for: error))")
    Console.end(ExitCode.internalFault.rawValue)
  }
}
