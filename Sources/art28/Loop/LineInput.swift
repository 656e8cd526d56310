import Glibc

/// Standard input, line by line.
struct LineInput {
  private var waiting: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// No answer is longer, in bytes. Input that goes on without a line end is at its end there.
  private static let longest = 4_000_000

  /// The next line without its end; nil at the end.
  mutating func next() -> String? {
    var searched = start
    while true {
      if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = waiting[start..<end]
        start = end + 1
        return Self.text(line)
      }
      searched = waiting.count
      guard !isAtEnd, waiting.count - start <= Self.longest else { break }
      waiting.removeFirst(start)
      searched -= start
      start = 0
      fill()
    }
    isAtEnd = true
    guard start < waiting.count, waiting.count - start <= Self.longest else { return nil }
    defer { start = waiting.count }
    return Self.text(waiting[start...])
  }

  private mutating func fill() {
    let size = 65_536
    let more = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got = read(STDIN_FILENO, buffer.baseAddress, size)
      while got < 0, errno == EINTR { got = read(STDIN_FILENO, buffer.baseAddress, size) }
      count = max(got, 0)
    }
    isAtEnd = more.isEmpty
    waiting += more
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
