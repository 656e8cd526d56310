import Canvas

/// The bytes that an xterm sends for a key ("XTerm Control Sequences", PC-style function keys).
package enum KeySequence {
  /// With `isApplication`, cursor keys have the form that a program asks for by `ESC [ ? 1 h`.
  package static func bytes(of key: Key, isApplication: Bool) -> [UInt8] {
    var held = 1
    if key.modifiers.contains(.shift) { held += 1 }
    if key.modifiers.contains(.alt) { held += 2 }
    if key.modifiers.contains(.ctrl) { held += 4 }
    let alt = key.modifiers.contains(.alt) ? "\u{1B}" : ""
    let start = isApplication && held == 1 ? "\u{1B}O" : "\u{1B}["
    func letter(_ letter: String) -> String {
      held == 1 ? start + letter : "\u{1B}[1;\(held)\(letter)"
    }
    func number(_ number: Int) -> String {
      held == 1 ? "\u{1B}[\(number)~" : "\u{1B}[\(number);\(held)~"
    }
    let text: String
    switch key.code {
    case .character(let character):
      text = alt + (key.modifiers.contains(.ctrl) ? control(character) : String(character))
    case .enter: text = alt + "\r"
    case .tab: text = key.modifiers.contains(.shift) ? "\u{1B}[Z" : alt + "\t"
    case .backspace: text = alt + "\u{7F}"
    case .escape: text = "\u{1B}"
    case .up: text = letter("A")
    case .down: text = letter("B")
    case .right: text = letter("C")
    case .left: text = letter("D")
    case .end: text = letter("F")
    case .home: text = letter("H")
    case .insert: text = number(2)
    case .delete: text = number(3)
    case .pageUp: text = number(5)
    case .pageDown: text = number(6)
    case .function(let key):
      let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
      let letters = ["P", "Q", "R", "S"]
      text = key <= 4 ? "\u{1B}O" + letters[key - 1] : number(numbers[key - 1])
    }
    return Array(text.utf8)
  }

  private static func control(_ character: Character) -> String {
    guard let ascii = character.asciiValue else { return String(character) }
    return String(Character(Unicode.Scalar(ascii & 0x1F)))
  }
}
