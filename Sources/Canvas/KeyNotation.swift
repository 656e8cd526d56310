extension Key: CustomStringConvertible {
  /// The key as it is written in key bars and help: `Ctrl-G`, `Alt-Left`, `Shift-Tab`, `F1`, `a`.
  package var description: String {
    var words = ""
    if modifiers.contains(.ctrl) { words += "Ctrl-" }
    if modifiers.contains(.alt) { words += "Alt-" }
    if modifiers.contains(.shift) { words += "Shift-" }
    switch code {
    case .character(" "): return words + "Space"
    case .character(let character):
      let hasUpperCase = character.uppercased().count == 1
      return words
        + (modifiers.isEmpty || !hasUpperCase ? String(character) : character.uppercased())
    case .function(let number): return words + "F\(number)"
    default: return words + (Self.names.first { $0.code == code }?.name ?? "")
    }
  }

  /// Reads what `description` writes; nil where the text is no key.
  ///
  /// Names are read in any case. A text of one character is that character's key.
  package init?(_ notation: some StringProtocol) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while rest.count > 1,
      let prefix = Self.prefixes.first(where: { rest.hasPrefix($0.name, $0.size) })
    {
      modifiers.insert(prefix.modifier)
      rest = rest.dropFirst(prefix.size)
    }
    guard let first = rest.first else { return nil }
    if rest.count == 1 {
      self.init(.character(first), modifiers)
      return
    }
    let name = rest.lowercased()
    if name == "space" {
      self.init(.character(" "), modifiers)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self.init(.function(number), modifiers)
    } else if let named = Self.names.first(where: { $0.name.lowercased() == name }) {
      self.init(named.code, modifiers)
    } else {
      return nil
    }
  }

  private static let prefixes: [(name: String, size: Int, modifier: Modifiers)] = [
    ("ctrl-", 5, .ctrl), ("alt-", 4, .alt), ("shift-", 6, .shift),
  ]

  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Backspace", .backspace), ("Esc", .escape), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Ins", .insert), ("Del", .delete),
  ]
}

extension Substring {
  fileprivate func hasPrefix(_ name: String, _ size: Int) -> Bool {
    count > size && prefix(size).lowercased() == name
  }
}
