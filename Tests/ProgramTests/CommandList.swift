import Testing

/// A command of the program, as the program itself describes it: whoever adds one has it tried with
/// the others.
struct ListedCommand: CustomStringConvertible {
  struct Argument {
    enum Kind: String { case positional, option, flag }

    let kind: Kind
    /// What its value is called: `matter`.
    let value: String
    /// As it is typed: `--packs`; empty for one that goes by its place.
    let name: String
    let isOptional: Bool
  }

  /// `["style", "new"]`
  let words: [String]
  let arguments: [Argument]

  var description: String { words.joined(separator: " ") }

  func has(_ name: String) -> Bool { arguments.contains { $0.name == name } }

  /// All that do something, in the order of the help page.
  static func all(in place: Place) throws -> [ListedCommand] {
    let listing = try Program.run("--experimental-dump-help", in: place).expectSuccess()
    return try found(in: JSONReading(listing.said)["command"], below: [])
  }

  private static func found(in command: JSONReading, below: [String]) -> [ListedCommand] {
    command["subcommands"].array.flatMap { inner -> [ListedCommand] in
      let words = below + [inner["commandName"].string]
      guard inner["subcommands"].array.isEmpty else { return found(in: inner, below: words) }
      return [ListedCommand(words: words, arguments: inner["arguments"].array.compactMap(argument))]
    }
  }

  private static func argument(_ listed: JSONReading) -> Argument? {
    let name = listed["preferredName"]["name"].string
    guard let kind = Argument.Kind(rawValue: listed["kind"].string), name != "help",
      name != "version"
    else { return nil }
    return Argument(
      kind: kind, value: listed["valueName"].string, name: name.isEmpty ? "" : "--\(name)",
      isOptional: listed["isOptional"].isTrue)
  }
}
