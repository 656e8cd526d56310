/// A part of a page that is not shown, from its first tag to where it ends.
struct HTMLHidden {
  private let name: String
  /// How many elements are open in it that have to be closed.
  private var depth = 0

  init(_ name: String) { self.name = name }

  /// Whether an element is not shown, by what stands in its own tag.
  static func hides(_ name: String, _ attributes: [String: String]) -> Bool {
    guard !empty.contains(name) else { return false }
    let style = (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
    return attributes["hidden"] != nil || style.contains("display:none")
      || style.contains("visibility:hidden")
  }

  /// Whether it ends with a token: nil where it goes on, true where the token stands outside it.
  mutating func ends(at token: HTMLTokens.Token) -> Bool? {
    switch token {
    case .text: return nil
    case .start(let other, _):
      if Self.open.contains(name), depth == 0, other == name { return true }
      if !Self.empty.contains(other), !Self.open.contains(other) { depth += 1 }
    case .end(let other):
      if depth == 0, other == name { return false }
      guard !Self.open.contains(other), !Self.empty.contains(other) else { return nil }
      if depth == 0 { return true }
      depth -= 1
    }
    return nil
  }

  /// Those that hold nothing.
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// Those that need not be closed.
  private static let open: Set<String> = [
    "p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot",
  ]
}
