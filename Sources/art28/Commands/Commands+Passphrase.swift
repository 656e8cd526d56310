import ArgumentParser
import Casework
import Matters

struct PassphraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change what opens a locked matter or a library.",
    discussion: """
      In scripts the descriptor of ART28_PASSPHRASE_FD gives the present passphrase in its first \
      line, and the new one in its second. A passphrase that was changed or removed still opens \
      copies that were made before, and whoever has such a copy can read with its key what was \
      written since. To shut them out, unlock the matter and lock it again; of a library, move its \
      key file away in between.
      """,
    subcommands: [List.self, Change.self, Add.self, Remove.self, Recovery.self])

  /// What they all take.
  struct Subject: ParsableArguments {
    @Argument(help: "The locked matter, or the folder of a library.") var matter: String
    @OptionGroup var person: PersonOptions

    func opened<T>(_ body: (Passphrases) throws -> T) throws -> T {
      let passphrases = try Passphrases(of: matter, by: person.name, at: .here)
      defer { passphrases.close() }
      return try body(passphrases)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what opens it.")

    @OptionGroup var subject: Subject

    func run() throws {
      for line in try subject.opened({ try $0.lines() }) { Console.say(line) }
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "Put a new passphrase in the place of the one that is typed.",
      discussion: """
        Whoever lost it types the recovery key where the present passphrase is asked for: the new \
        one is then added, and “remove” takes the lost one off.
        """)

    @OptionGroup var subject: Subject

    func run() throws {
      try subject.opened { passphrases in
        let isReplaced = try passphrases.change(to: try Asking.newPassphrase(isSecond: true))
        Console.say(
          isReplaced
            ? "The passphrase is changed."
            : "The passphrase is added; what opened it before still does (art28 passphrase list).")
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a passphrase, as for another person.")

    @OptionGroup var subject: Subject

    func run() throws {
      try subject.opened { try $0.add(try Asking.newPassphrase(isSecond: true)) }
      Console.say("The passphrase is added.")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a way to open it; the last one stays.")

    @OptionGroup var subject: Subject
    @Argument(help: "Its number, as “list” has it.") var number: Int

    func run() throws {
      try subject.opened { try $0.remove(number) }
      Console.say("Removed.")
    }
  }

  struct Recovery: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recovery",
      abstract: "Show a new recovery key, once; the one before opens nothing any more.")

    @OptionGroup var subject: Subject

    func run() throws { LockOptions.say(try subject.opened { try $0.renewRecovery() }) }
  }
}
