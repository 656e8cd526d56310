/// Cuts the output of a program into characters, controls and sequences (ECMA-48 section 5).
struct SequenceParser: Sendable {
  enum Token: Equatable {
    case character(Unicode.Scalar)
    case control(UInt8)
    /// `ESC`, intermediates, final byte.
    case escape(String)
    /// `ESC [`, a private mark (`?`, `>` or none), parameters (nil where left out), final byte.
    case sequence(mark: Character?, parameters: [Int?], final: Character)
    /// `ESC ]` up to its end.
    case system(String)
  }

  private enum State { case ground, escape, sequence, system, systemEscape, letter }

  private var state = State.ground
  private var bytes: [UInt8] = []
  private var awaited = 0

  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .letter:
      bytes.append(byte)
      awaited -= 1
      return awaited == 0 ? endLetter() : nil
    case .escape:
      bytes.append(byte)
      if bytes.count == 1, byte == 0x5B { return begin(.sequence) }
      if bytes.count == 1, byte == 0x5D { return begin(.system) }
      return (0x20...0x2F).contains(byte) ? nil : end { .escape($0) }
    case .sequence:
      bytes.append(byte)
      return (0x40...0x7E).contains(byte) ? end(Self.sequence) : nil
    case .system:
      if byte == 0x07 { return end { .system($0) } }
      if byte == 0x1B { state = .systemEscape } else { bytes.append(byte) }
      return nil
    case .systemEscape:
      return end { .system($0) }
    }
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x1B: return begin(.escape)
    case 0..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x7F: return .character(Unicode.Scalar(byte))
    default:
      bytes = [byte]
      awaited = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      state = .letter
      return nil
    }
  }

  private mutating func endLetter() -> Token? {
    end { .character($0.unicodeScalars.first ?? "\u{FFFD}") }
  }

  private mutating func begin(_ new: State) -> Token? {
    state = new
    bytes = []
    return nil
  }

  private mutating func end(_ make: (String) -> Token) -> Token {
    state = .ground
    defer { bytes = [] }
    return make(String(decoding: bytes, as: UTF8.self))
  }

  private static func sequence(_ text: String) -> Token {
    var body = text.dropLast()
    var mark: Character?
    if let first = body.first, "?><=".contains(first) {
      mark = first
      body = body.dropFirst()
    }
    let parameters = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    return .sequence(mark: mark, parameters: parameters, final: text.last ?? " ")
  }
}
