import CNcurses
import Canvas
import PlainText

/// Turns what `wgetch` gives into events: keys, letters of several bytes, pastes.
///
/// `wgetch` and not `wget_wch`: the latter forgets the first bytes of a letter whose rest has not
/// arrived yet, as happens over a slow line.
package struct KeyReader {
  /// Reads one code or byte without waiting; nil where there is none.
  private let read: () -> Int32?
  private var letter = UTF8Letter()
  private var pasted: [UInt8]?
  private var pushedBack: Int32?

  package init(read: @escaping () -> Int32?) {
    self.read = read
  }

  /// Whether a paste has begun whose end has not come yet.
  var isPasting: Bool { pasted != nil }

  /// Takes all that waits. Says whether there was anything at all.
  package mutating func drain(into events: inout [Event]) -> Bool {
    var hasRead = false
    while let code = nextCode() {
      hasRead = true
      if pasted != nil {
        collect(code, into: &events)
      } else if code == KeyCodes.pasteStart {
        pasted = []
      } else if code == 0x1B {
        readEscape(into: &events)
      } else if code == KEY_MOUSE {
        readMouse(into: &events)
      } else if let key = key(code) {
        events.append(.key(key))
      }
    }
    return hasRead
  }

  private func readMouse(into events: inout [Event]) {
    var (column, row, kind): (Int32, Int32, Int32) = (0, 0, 0)
    guard cn_mouse_event(&column, &row, &kind) else { return }
    events.append(kind == 0 ? .clicked(Point(x: Int(column), y: Int(row))) : .wheel(Int(kind)))
  }

  /// Gives up waiting for the end of a paste and hands over what came.
  package mutating func endPaste(into events: inout [Event]) {
    guard let bytes = pasted else { return }
    pasted = nil
    let text = TypedText(String(decoding: bytes, as: UTF8.self), multiline: true).text
    if !text.isEmpty { events.append(.paste(text)) }
  }

  private mutating func nextCode() -> Int32? {
    if let code = pushedBack {
      pushedBack = nil
      return code
    }
    return read()
  }

  private mutating func collect(_ code: Int32, into events: inout [Event]) {
    if code == KeyCodes.pasteEnd {
      endPaste(into: &events)
    } else if let byte = UInt8(exactly: code) {
      pasted?.append(byte)
    }
  }

  /// The Esc key alone, or Alt with the key that follows in the same breath.
  private mutating func readEscape(into events: inout [Event]) {
    guard let code = nextCode() else {
      events.append(.key(.escape))
      return
    }
    if code == 0x1B || code == KeyCodes.pasteStart {
      events.append(.key(.escape))
      pushedBack = code
    } else if code == 0x5B, let next = nextCode() {
      skipSequence(from: next)
    } else if let key = key(code) {
      events.append(.key(Key(key.code, key.modifiers.union(.alt))))
    }
  }

  /// Passes over a control sequence that nobody knows (`ESC [`, parameters, final byte; ECMA-48
  /// section 5.4), so that its letters do not end up in the text.
  private mutating func skipSequence(from first: Int32) {
    var code = first
    while (0x20...0x3F).contains(code), let next = nextCode() { code = next }
  }

  private mutating func key(_ code: Int32) -> Key? {
    guard let byte = UInt8(exactly: code) else { return KeyCodes.key(code) }
    switch byte {
    case 0x00: return .ctrl(" ")
    case 0x09: return .tab
    case 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x1B: return .escape
    case 0x01...0x1A: return .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: return .ctrl(Character(Unicode.Scalar(byte + 0x40)))
    default: return letter.take(byte).map { .character(Character($0)) }
    }
  }
}
