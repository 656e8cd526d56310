/// One key as the user pressed it.
///
/// Two ways to press the same key are one value: Ctrl and Alt make a letter small, Shift is part of
/// a character, and what a terminal cannot tell apart is not told apart here (Ctrl-I is Tab, Ctrl-M
/// is Enter, Ctrl-H is Backspace, Ctrl-[ is Esc).
package struct Key: Hashable, Sendable {
  /// What is written on the key.
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, tab, backspace, escape
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    /// F1 to F12 by number.
    case function(Int)
  }

  /// What is held down with it.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let ctrl = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let shift = Modifiers(rawValue: 4)
  }

  package let code: Code
  package let modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    if case .character(let character) = code {
      modifiers.remove(.shift)
      if !modifiers.isEmpty {
        let small = Character(character.lowercased().first.map(String.init) ?? String(character))
        code = .character(small)
        if modifiers.contains(.ctrl), let named = Self.namesOfControls[small] {
          code = named
          modifiers.remove(.ctrl)
        }
      }
    }
    self.code = code
    self.modifiers = modifiers
  }

  private static let namesOfControls: [Character: Code] = [
    "i": .tab, "m": .enter, "h": .backspace, "[": .escape, "?": .backspace,
  ]

  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  package static func ctrl(_ character: Character) -> Key { Key(.character(character), .ctrl) }
  package static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
  package static func alt(_ code: Code) -> Key { Key(code, .alt) }
  package static func ctrl(_ code: Code) -> Key { Key(code, .ctrl) }
  package static func shift(_ code: Code) -> Key { Key(code, .shift) }
  package static func function(_ number: Int) -> Key { Key(.function(number)) }

  package static let enter = Key(.enter)
  package static let tab = Key(.tab)
  package static let backspace = Key(.backspace)
  package static let escape = Key(.escape)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
  package static let insert = Key(.insert)
  package static let delete = Key(.delete)
  package static let space = Key(.character(" "))

  /// The character that this key types; nil for a named key and with Ctrl or Alt held down.
  package var typed: Character? {
    guard modifiers.isEmpty, case .character(let character) = code else { return nil }
    return character
  }
}
