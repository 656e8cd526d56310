import Casework

extension Workplace {
  /// This person at this machine.
  static let here = Workplace(
    folders: Folders(
      configuration: Person.configuration, cache: Person.cache, state: Person.state,
      fonts: fontFolders, program: Tools.programFolder),
    ownPacks: Person.environment("ART28_PACKS"),
    clock: Time(today: { Clock.today }, stamp: { Clock.stamp }),
    tools: { Tools.paths },
    keys: Keyring(ask: Asking.passphrase), tell: { Console.complain($0) })

  private static var fontFolders: [String] {
    let home = Person.environment("HOME") ?? "/nonexistent"
    return [
      "/usr/share/fonts", "/usr/local/share/fonts", "\(home)/.fonts", "\(home)/.local/share/fonts",
    ]
  }
}
