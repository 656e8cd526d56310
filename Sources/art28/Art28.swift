import ArgumentParser

@main
struct Art28: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "art28",
    abstract: "Takes you through an AI Data Processing Agreement, from intake to signature copy.",
    subcommands: [Check.self])
}
