import Canvas
import TestSupport
import Testing

/// A person at the keyboard who knows their answers: reads the question on the screen, and types.
struct Typist {
  struct Lost: Error, CustomStringConvertible { let description: String }

  private let questions: [JSONReading]
  private let answers: [String: [String]]
  /// What was typed, by linkId.
  private(set) var typed: [String: [String]] = [:]

  /// - Parameter answers: by linkId: codes, or words as a person types them. Questions without one
  ///   are left open.
  init(answers: [String: [String]], in place: Place) throws {
    self.answers = answers
    questions = try JSONReading(
      try Program.run("questions", "--json", in: place).expectSuccess().said
    ).array
  }

  /// Answers questions until the screen shows what ends the walk.
  mutating func walk(
    _ terminal: PseudoTerminal, until end: (VirtualScreen) -> Bool
  ) throws {
    for _ in 0..<200 {
      try terminal.settle(milliseconds: 100)
      if end(terminal.screen) { return }
      let before = place(terminal.screen)
      try answer(terminal)
      try terminal.wait("the question after \(before)") { place($0) != before || end($0) }
    }
    throw Lost(description: "The walk has no end.\n\(terminal.screen.text)")
  }

  private mutating func answer(_ terminal: PseudoTerminal) throws {
    let question = try question(on: terminal.screen)
    let linkId = question["linkId"].string
    let kind = question["kind"].string
    let leave = kind == "text" ? "<Tab>" : "<Enter>"
    guard let wanted = answers[linkId] else { return try terminal.type(leave) }
    typed[linkId] = wanted
    switch kind {
    case "boolean": try terminal.type(wanted == ["yes"] ? "y" : "n")
    case "choice", "checks":
      for code in wanted { try tick(code, of: question, on: terminal) }
      try terminal.type(leave)
    case "table" where wanted.isEmpty: try terminal.type("0")
    default: try terminal.type(wanted.joined(separator: "\n").replacing("<", with: "<<"))
    }
    if kind != "choice", kind != "checks" {
      let before = place(terminal.screen)
      try terminal.settle(milliseconds: 100)
      if place(terminal.screen) == before {
        try terminal.type(kind == "table" ? "<Tab>" : leave)
      }
    }
  }

  /// Marks an option: by its digit in a short list, by typing its name in a long one.
  private func tick(
    _ code: String, of question: JSONReading, on terminal: PseudoTerminal
  ) throws {
    let options = question["options"].array
    guard let option = options.first(where: { $0["code"].string == code }) else {
      throw Lost(description: "\(question["linkId"].string) has no option \(code)")
    }
    let display = option["display"].string
    if terminal.screen.text.contains("Find:") {
      let isMany = question["kind"].string == "checks"
      try terminal.type("<Ctrl-U>\(display.prefix(20))")
      try terminal.wait(for: "Find: \(display.prefix(20))")
      // A list is laid out anew on the pause after typing.
      try terminal.settle(milliseconds: 400)
      if isMany {
        for _ in 0..<9 where !Self.isInHand(display, terminal.screen) {
          try terminal.type("<Down>")
          try terminal.settle(milliseconds: 100)
        }
        // Spaces belong to the words; Enter ticks what they found.
        try terminal.type("<Enter>")
        try terminal.wait(for: "[x] \(display.prefix(20))")
      }
      return
    }
    let start = display.prefix(24)
    guard
      let row = Self.left(terminal.screen).first(where: { $0.contains(start) }),
      let digit = row.prefix(while: { $0 != start.first }).last(where: \.isNumber)
    else { throw Lost(description: "“\(display)” is not shown.\n\(terminal.screen.text)") }
    try terminal.type(String(digit))
    try terminal.settle(milliseconds: 100)
  }

  // MARK: Reading the screen

  private static func isInHand(_ display: String, _ screen: VirtualScreen) -> Bool {
    left(screen).contains { $0.hasPrefix(" > [") && $0.contains("] \(display.prefix(24))") }
  }

  /// Where the walk stands: the titles, the question and the part of a group.
  private func place(_ screen: VirtualScreen) -> String {
    let part = (try? question(on: screen))?["linkId"].string ?? ""
    return [screen.rows[0].prefix(40), screen.rows[1].prefix(20)].map(String.init)
      .joined(separator: " | ") + " | \(Self.heading(screen)) | \(part)"
  }

  /// The left pane between the title and the keys.
  private static func left(_ screen: VirtualScreen) -> [String] {
    screen.rows.dropFirst(3).dropLast(2).map { row in
      String(row.prefix { $0 != "│" })
    }
  }

  private static func heading(_ screen: VirtualScreen) -> String {
    words(left(screen).prefix { $0.contains { $0 != " " } })
  }

  /// Without any blanks: a line may be broken after a hyphen too.
  private static func words(_ rows: some Sequence<String>) -> String {
    rows.joined().filter { $0 != " " }
  }

  private func question(on screen: VirtualScreen) throws -> JSONReading {
    let heading = Self.heading(screen)
    let found = questions.filter { Self.words([$0["text"].string]) == heading }
    guard let owner = found.first else {
      throw Lost(description: "No question “\(heading)”.\n\(screen.text)")
    }
    guard owner["kind"].string == "group" else { return owner }
    let prefix = owner["linkId"].string + "."
    let shown = Self.words(Self.left(screen))
    let asked = questions.filter { shown.contains(Self.words([$0["text"].string])) }
    // The questions of a page have names of their own; its heading may stand in one of them.
    let ofPage = asked.filter { $0["kind"].string != "group" }
      .max { $0["text"].string.count < $1["text"].string.count }
    guard let part = asked.first(where: { $0["linkId"].string.hasPrefix(prefix) }) ?? ofPage
    else { throw Lost(description: "No part of \(prefix) is asked.\n\(screen.text)") }
    return part
  }
}
