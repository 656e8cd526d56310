/// Goes once over the bytes of some words and escapes what Markdown would act upon. All such marks
/// are ASCII, so bytes will do.
struct MarkdownScanner {
  let bytes: [UInt8]
  let place: MarkdownText.Place
  /// The byte before the first.
  let previous: UInt8?
  /// Nothing stands before these words on their line.
  let isOpening: Bool

  mutating func escaped() -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    var atStart = (isOpening && place == .lineStart) || previous == 0x0A
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        endLine(&out)
        atStart = place != .cell
        index += 1
        continue
      }
      if atStart {
        // Spaces at the start of a line would make a block of code.
        if byte == UInt8(ascii: " ") {
          index += 1
          continue
        }
        atStart = false
        index = openLine(&out, at: index)
        continue
      }
      if mustEscape(byte, at: index) { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func endLine(_ out: inout [UInt8]) {
    if place == .cell {
      out += Array("<br>".utf8)
    } else {
      while out.last == UInt8(ascii: " ") { out.removeLast() }
      // An empty line would end the paragraph: it holds a space that stays.
      if out.isEmpty ? isOpening || previous == 0x0A : out.last == UInt8(ascii: "\n") {
        out += Array("&nbsp;".utf8)
      }
      out += Array("\\\n".utf8)
    }
  }

  /// Escapes a mark that makes a block at the start of a line, and says where the rest begins.
  private func openLine(_ out: inout [UInt8], at start: Int) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: ":"), UInt8(ascii: "%"):
      out += [UInt8(ascii: "\\"), byte]
      return start + 1
    case UInt8(ascii: "("):
      if let end = enumerator(from: start + 1), bytes[end] == UInt8(ascii: ")") {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte)
      return start + 1
    case _ where Self.isWord(byte):
      guard let end = enumerator(from: start), end + 1 >= bytes.count || bytes[end + 1] <= 0x20
      else { break }
      out += bytes[start..<end] + [UInt8(ascii: "\\"), bytes[end]]
      return end + 1
    default: break
    }
    if mustEscape(byte, at: start) { out.append(UInt8(ascii: "\\")) }
    out.append(byte)
    return start + 1
  }

  /// Where the stop or bracket after a number, a letter or a Roman number stands.
  private func enumerator(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]), end - start < 10 { end += 1 }
    guard end > start, end < bytes.count,
      bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
    else { return nil }
    let word = bytes[start..<end]
    let isNumber = word.allSatisfy { (0x30...0x39).contains($0) }
    let isRoman = word.allSatisfy { Array("ivxlcdmIVXLCDM".utf8).contains($0) }
    return isNumber || isRoman || word.count == 1 ? end : nil
  }

  private func mustEscape(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "^"), UInt8(ascii: "$"):
      return true
    case UInt8(ascii: "#"):
      // The closing marks of a heading.
      return place == .heading
    case UInt8(ascii: "&"):
      return following(index).map { Self.isWord($0) || $0 == UInt8(ascii: "#") } ?? false
    case UInt8(ascii: "@"):
      // A citation or a mention; not the one within an address.
      return !(preceding(index).map(Self.isWord) ?? false)
    case UInt8(ascii: ":"): return isScheme(at: index) || isEmoji(at: index)
    case UInt8(ascii: "."):
      return index >= 3 && bytes[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: return false
    }
  }

  private func preceding(_ index: Int) -> UInt8? { index > 0 ? bytes[index - 1] : previous }

  private func following(_ index: Int) -> UInt8? {
    index + 1 < bytes.count ? bytes[index + 1] : nil
  }

  /// `https://` would become a link.
  private func isScheme(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
      && bytes[index + 2] == UInt8(ascii: "/")
  }

  /// `:smile:` would become a picture.
  private func isEmoji(at index: Int) -> Bool {
    var end = index + 1
    while end < bytes.count, end - index < 40,
      Self.isWord(bytes[end]) || "_+-".utf8.contains(bytes[end])
    { end += 1 }
    return end > index + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ":")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
