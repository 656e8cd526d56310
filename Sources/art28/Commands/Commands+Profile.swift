import ArgumentParser
import Casework
import Interview
import Matters
import PackModel

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Keep what your firm mostly answers alike.",
    discussion: """
      A profile has your own party block, positions, times and measures, as the questionnaire says \
      which these are. It is proposed in the next matter, with its name and day, and is no answer \
      until it is accepted. It lies in your configuration folder and may be edited.
      """,
    subcommands: [Save.self, List.self, Show.self, Remove.self])

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Save one from a matter.")

    @Argument(help: "What it is called; one of that name gives way.") var name: String
    @Argument(help: "The matter file.") var matter: String

    func run() throws {
      let session = try MatterSession.read(matter, at: .here)
      defer { session.file.close() }
      let house = session.evaluation.house(name, on: Workplace.here.today)
      guard !house.assignments.isEmpty else {
        throw Outcome.found("Nothing that a profile keeps is answered in this matter.")
      }
      try Profiles(at: .here).save(house)
      Console.say("\(house.assignments.count) answers kept in the profile “\(name)”.")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Name those that there are.")

    func run() throws {
      let profiles = Profiles(at: .here)
      for name in profiles.names {
        let house = try profiles.read(name)
        let day = house.saved.map { ", saved \($0.iso)" } ?? ""
        Console.say("\(name): \(house.assignments.count) answers\(day)")
      }
      if profiles.names.isEmpty {
        Console.say("There is no profile yet: art28 profile save NAME MATTER makes one.")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tell what is in one.")

    @Argument(help: "What it is called.") var name: String

    func run() throws {
      for assignment in try Profiles(at: .here).read(name).assignments {
        let words: String =
          switch assignment.said {
          case .words(let words): words
          case .list(let list): list.joined(separator: ", ")
          default: ""
          }
        Console.say(lines: "\(assignment.path): \(words)")
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take one away.")

    @Argument(help: "What it is called.") var name: String

    func run() throws {
      try Profiles(at: .here).remove(name)
      Console.say("The profile “\(name)” is gone.")
    }
  }
}
