import TestSupport
import Testing

/// A folder in which every word is a stranger's who means ill: the questionnaire, the answers, notes,
/// rows, names and files of a matter.
struct HostilePlace {
  let place: Place
  let matter: String

  /// Acts on a terminal, turns the direction, hides, and begins a line of its own.
  static let words =
    "ev\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}2J\u{202E}il\u{2066}\u{200F}\u{200B}\r\nforged line\u{85}forged\u{2028}forged\u{7F}"
  /// The same where no control of ASCII is taken.
  static let name = "Eve\u{9B}2J\u{202E}\u{2066}\u{200F}\u{2028}forged"

  init() throws {
    place = try Place()
    matter = "m\(Self.words).art28"
    try Self.writePack(to: place)
    try place.isKnown(as: Self.name)
    try run("new", matter, "--packs", "pack").expectSuccess()
    let answers = "answers\(Self.words).json"
    try place.write(
      Self.json([
        "text-1": Self.words, "text-2": "two", "text-4": "x", "story": Self.words,
        "colour": "black",
      ]), to: answers)
    try run("answer", matter, "--from", answers).expectSuccess()
    try run("answer", matter, "--set", "text-3=three", "--note", Self.words).expectSuccess()
    try run(
      "answer", matter, "--set", "people[\(Self.name)].name=\(Self.words)", "--set",
      "people[\(Self.name)].task=?not-applicable:\(Self.words)", "--set",
      "text-5=?parked:\(Self.words)", "--set", "notice=2 day"
    ).expectSuccess()
    try run("settings", matter, "--confidentiality", "Eve\u{9B}2J\u{202E}").expectSuccess()
    try run("follow", matter, "short-notice", "--owner", Self.words).expectSuccess()
    try run("answer", matter, "--set", "text-4=other").expectSuccess()
    try run("undo", matter).expectSuccess()
    try run("export", matter, "--out", "export.json").expectSuccess()
  }

  func run(_ arguments: String..., input: String = "") throws -> Program {
    try Program.run(arguments, in: place, input: input)
  }

  /// The arguments by which a command does something here.
  func arguments(of command: ListedCommand, number: Int) -> [String] {
    var given = command.words
    for argument in command.arguments where argument.kind == .positional {
      switch (command.description, argument.value) {
      case (_, "export"): given.append("export.json")
      case ("new", "matter"), ("import", "matter"):
        given.append("made-\(number)\(Self.words).art28")
      case (_, "matter"), (_, "old"): given.append(matter)
      case (_, "new"): given.append("\(matter)@2")
      case (_, "place"): given.append("text-1")
      case (_, "finding"): given.append("short-notice")
      case (_, "pack"): given.append("pack")
      case ("style check", _), ("timestamp request", "file"): break
      case (_, "folder"), (_, "file"): given.append("made-\(number)\(Self.words)")
      default: if !argument.isOptional { given.append(matter) }
      }
    }
    if command.has("--out"), command.description != "ask", command.description != "export" {
      given += ["--out", "out\(Self.words)"]
    }
    if command.has("--packs") { given += ["--packs", "pack"] }
    if command.has("--plain") { given.append("--plain") }
    return given
  }

  /// The small pack with words of this kind in every text that is printed, and a check that fails.
  private static func writePack(to place: Place) throws {
    let block =
      /^( *(?:- )?(?:text|shortText|why|help|title|rowText|citation|says|source|status): )([^"\[{].*)$/
      .anchorsMatchLineEndings()
    let inner = /((?:display|shortText|text|title): )([^,}"\n]+)(?=[,}])/
    for (name, text) in SmallPack.files {
      guard name.hasSuffix(".yaml") else {
        try place.write(
          text.replacing(" is {{", with: " \(Self.name)\u{1B}]0;x\u{7} is {{"), to: "pack/\(name)")
        continue
      }
      let hostile = text.replacing(inner) { "\($0.1)\"\($0.2) \(escaped)\"" }
        .replacing(block) { "\($0.1)\"\($0.2) \(escaped)\"" }
      try place.write(hostile, to: "pack/\(name)")
    }
    try place.write(
      """
      - id: short-notice
        severity: minor
        kind: LAW
        authority: [gdpr-28-3]
        pass: notice >= 14 day
        at: [notice]
        finding: "Notice {{notice}} \(escaped)"
        consequence: "Little time \(escaped)"
        remedy: "Ask \(escaped)"
        examples:
          pass: [{set: {notice: 30 day}}]
          fail: [{set: {notice: 5 day}}]
          notAssessed: [{unknown: [notice]}]

      """, to: "pack/checks/notice.yaml")
  }

  private static var escaped: String {
    words.unicodeScalars.map { scalar in
      if (0x20..<0x7F).contains(scalar.value) { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func json(_ answers: [String: String]) -> String {
    let pairs = answers.sorted { $0.key < $1.key }.map { linkId, text in
      let units = text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      return "\"\(linkId)\": \"\(units.joined())\""
    }
    return "{\(pairs.joined(separator: ", "))}"
  }
}
