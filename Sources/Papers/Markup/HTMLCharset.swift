/// The text that the bytes of a page are.
enum HTMLCharset {
  /// What the bytes say themselves counts first: a mark of UTF-16, or that they are UTF-8.
  static func text(_ bytes: [UInt8]) throws(PaperFault) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let named = named(bytes)
    guard let named, !latin.contains(named), !named.hasPrefix("utf") else {
      return try Encodings.text(bytes)
    }
    throw PaperFault(
      "The page is written in \(PaperFault.quoted(named)), which is not read. Save it from the browser as text or PDF."
    )
  }

  private static let latin: Set<String> = [
    "windows-1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "cp1252",
    "iso-8859-15",
  ]

  /// What stands behind `charset=` near the start, in small letters.
  private static func named(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(4000), as: UTF8.self).lowercased()
    guard let mark = start.firstRange(of: "charset=") else { return nil }
    let name = start[mark.upperBound...].drop { $0 == "\"" || $0 == "'" }
      .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
