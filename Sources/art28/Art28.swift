import ArgumentParser
import Glibc

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
      AmendCommand.self, FollowCommand.self, DiffCommand.self, ExplainCommand.self,
      LogCommand.self, ExportCommand.self, ImportCommand.self, VerifyCommand.self,
      KeyCommand.self, AdoptCommand.self, SettingsCommand.self, StyleCommand.self,
      CheckCommand.self, CoverageCommand.self, AuthoritiesCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is a full disk, and no end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      // The everyday call goes straight in: reading it as one of many commands takes 4 ms.
      let arguments = CommandLine.arguments.dropFirst()
      if arguments.count == 1, let matter = arguments.first, matter.hasSuffix(".art28"),
        !matter.hasPrefix("-")
      {
        return try Opener(matter: matter, packs: PackStore(folder: nil)).run()
      }
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says what happened on standard error and leaves with the code that stands for it.
  private static func end(with error: any Error) -> Never {
    if let outcome = error as? Outcome {
      for line in outcome.lines { Console.complain(line) }
      Glibc.exit(outcome.code.rawValue)
    }
    let code = exitCode(for: error)
    if code == .success {
      print(fullMessage(for: error))
      Glibc.exit(0)
    }
    if code == .validationFailure {
      Console.complain(fullMessage(for: error))
      Glibc.exit(Outcome.Code.usage.rawValue)
    }
    Console.complain("art28: \(message(for: error))")
    Glibc.exit(Outcome.Code.internalFault.rawValue)
  }
}

enum Build {
  /// The program's version; part of what a compiled pack is kept under.
  static let version = "0.1.0"
}
