/// Addresses on the web, as they stand in a text.
enum WebAddress {
  /// In bytes of UTF-8. An address begins with `http`, `www.`, or is a domain with a path: `example.com/dpa`.
  static func places(in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let start = at
      at += word.utf8.count + 1
      var bare = word
      var lead = 0
      while let first = bare.first, "([<“\"'‘".contains(first) {
        lead += first.utf8.count
        bare = bare.dropFirst()
      }
      while let last = bare.last, ".,;:)]>”\"'’".contains(last) { bare = bare.dropLast() }
      // [words](address), as Markdown has it.
      if let bracket = bare.firstRange(of: "](") {
        lead += bare[..<bracket.upperBound].utf8.count
        bare = bare[bracket.upperBound...]
      }
      if isAddress(bare) { found.append(start + lead..<start + lead + bare.utf8.count) }
    }
    return found
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let small = word.lowercased()
    if small.hasPrefix("http://") || small.hasPrefix("https://") { return small.utf8.count > 10 }
    if small.hasPrefix("www.") { return small.utf8.count > 6 }
    guard let slash = small.firstIndex(of: "/"), !small.contains("@") else { return false }
    let parts = small[..<slash].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && !small[slash...].dropFirst().isEmpty
      && parts.allSatisfy { part in
        part.count > 1
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      } && parts.last?.allSatisfy(\.isLetter) == true
  }
}
