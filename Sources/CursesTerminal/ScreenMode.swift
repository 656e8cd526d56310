import Glibc

/// Sequences that ncurses has no call for, written past it.
enum ScreenMode {
  /// Bracketed paste (xterm, private mode 2004).
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// Clicks and the wheel (xterm, private modes 1000 and 1006), which ncurses turns on when asked.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Sets the clipboard of the terminal's machine (OSC 52): most terminals take up to about 74,000
  /// bytes, some ask the user, some refuse in silence.
  static func clipboard(_ text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
  }

  /// Writes all of a text to standard output. Gives up where the terminal is gone.
  static func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        result.append(isPadding ? 0x3D : alphabet[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
