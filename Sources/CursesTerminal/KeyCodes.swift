import CNcurses
import Canvas

/// The codes that `wgetch` gives for keys, and the sequences it is taught beyond terminfo's.
///
/// Terminfo has few names for keys with Ctrl or Alt, and often not those of the terminal that is
/// really there (tmux inside PuTTY). Nearly all send xterm's forms `ESC [ 1 ; m X` and
/// `ESC [ n ; m ~`, where m - 1 has the bits shift, alt, ctrl ("XTerm Control Sequences", PC-style
/// function keys).
enum KeyCodes {
  /// `ESC [ 200 ~` and `ESC [ 201 ~`, around a bracketed paste.
  static let pasteStart: Int32 = 0x1000
  static let pasteEnd: Int32 = 0x1001

  /// First code of the modified keys, and of the number pad; beyond the codes that ncurses gives to
  /// the extended names of terminfo.
  private static let modified: Int32 = 0x1100
  private static let pad: Int32 = 0x1200

  /// The key of a code; nil for codes that are no key here, as `KEY_RESIZE`.
  static func key(_ code: Int32) -> Key? {
    if let key = named[code] { return key }
    if code > KEY_F0, code <= KEY_F0 + 12 { return .function(Int(code - KEY_F0)) }
    if code >= pad, code < pad + Int32(padKeys.count) { return padKeys[Int(code - pad)].key }
    let number = Int(code - modified)
    guard number >= 0, number < sequences.count * 8 else { return nil }
    let held = number % 8
    var modifiers: Key.Modifiers = []
    if held & 1 != 0 { modifiers.insert(.shift) }
    if held & 2 != 0 { modifiers.insert(.alt) }
    if held & 4 != 0 { modifiers.insert(.ctrl) }
    return Key(sequences[number / 8].code, modifiers)
  }

  /// Teaches ncurses the sequences. Call once after `newterm`.
  static func define() {
    define_key("\u{1B}[200~", pasteStart)
    define_key("\u{1B}[201~", pasteEnd)
    for (index, sequence) in sequences.enumerated() {
      let first = modified + Int32(index) * 8
      define_key(sequence.before + sequence.after, first)
      if let alternative = sequence.alternative { define_key(alternative, first) }
      let number = sequence.before == "\u{1B}[" ? "1" : ""
      for held in 1..<8 {
        define_key("\(sequence.before)\(number);\(held + 1)\(sequence.after)", first + Int32(held))
      }
    }
    for (index, key) in padKeys.enumerated() {
      define_key("\u{1B}O\(key.letter)", pad + Int32(index))
    }
    define_key("\u{1B}[Z", KEY_BTAB)
  }

  /// A key's sequence, cut where the modifier goes in.
  private struct Sequence {
    let code: Key.Code
    let before: String
    let after: String
    var alternative: String?
  }

  private static let sequences: [Sequence] = {
    let letters: [(Key.Code, String)] = [
      (.up, "A"), (.down, "B"), (.right, "C"), (.left, "D"), (.end, "F"), (.home, "H"),
    ]
    let numbers: [(Key.Code, Int)] = [(.insert, 2), (.delete, 3), (.pageUp, 5), (.pageDown, 6)]
    return letters.map { code, letter in
      Sequence(code: code, before: "\u{1B}[", after: letter, alternative: "\u{1B}O\(letter)")
    }
      + numbers.map { code, number in
        Sequence(code: code, before: "\u{1B}[\(number)", after: "~")
      }
  }()

  /// The number pad in application mode, as some terminals send it whatever the lock says.
  private static let padKeys: [(letter: Character, key: Key)] =
    [
      ("M", .enter), ("X", .character("=")), ("j", .character("*")), ("k", .character("+")),
      ("l", .character(",")), ("m", .character("-")), ("n", .character(".")),
      ("o", .character("/")),
    ] + zip("pqrstuvwxy", "0123456789").map { ($0, .character($1)) }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_IC: .insert, KEY_DC: .delete, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace,
    KEY_FIND: .home, KEY_SELECT: .end, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end,
    KEY_C3: .pageDown, KEY_BTAB: .shift(.tab), KEY_SLEFT: .shift(.left),
    KEY_SRIGHT: .shift(.right), KEY_SR: .shift(.up), KEY_SF: .shift(.down),
    KEY_SHOME: .shift(.home), KEY_SEND: .shift(.end), KEY_SDC: .shift(.delete),
    KEY_SIC: .shift(.insert), KEY_SPREVIOUS: .shift(.pageUp), KEY_SNEXT: .shift(.pageDown),
  ]
}
