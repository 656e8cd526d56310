/// The text that bytes of a file are, in the encodings that spreadsheets and editors write.
enum Encodings {
  /// With a mark what that says; else UTF-16 where every other byte is nothing, UTF-8 where it is
  /// that, else Windows-1252, which has a letter for nearly every byte.
  static func text(_ bytes: [UInt8]) throws(PaperFault) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try plain(bytes.dropFirst(3))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), isBig: true) }
    let start = bytes.prefix(4000)
    let nothing = start.indices.filter { start[$0] == 0 }
    if nothing.count * 3 > start.count {
      let isBig = nothing.count { $0.isMultiple(of: 2) } * 2 > nothing.count
      return try utf16(bytes[...], isBig: isBig)
    }
    return try plain(bytes[...])
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) throws(PaperFault) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return try windows(bytes)
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, isBig: Bool
  ) throws(PaperFault) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(isBig ? one << 8 | two : two << 8 | one)
      at += 2
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw PaperFault("It is no text that can be read. Save it as UTF-8 and try again.")
    }
    return text
  }

  /// What Windows-1252 has in the place of controls.
  private static let letters: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
    0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
    0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  private static func windows(_ bytes: ArraySlice<UInt8>) throws(PaperFault) -> String {
    // A text has lines and tabs, and no other controls; anything else is no text.
    let strange = bytes.prefix(4000).count { $0 < 32 && ![9, 10, 11, 12, 13].contains($0) }
    guard strange == 0 else {
      throw PaperFault(
        "It is neither a text nor a workbook that can be read. Save it as CSV in UTF-8, or as XLSX."
      )
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 || byte > 0x9F ? Unicode.Scalar(byte) : letters[byte] ?? "\u{FFFD}")
    }
    return String(text)
  }
}
