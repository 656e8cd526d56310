import Documents

/// Words as Markdown that shows exactly these words: whatever could be markup in CommonMark, GitHub's
/// dialect or pandoc's is escaped, and nothing else, so that the source stays readable.
enum MarkdownText {
  enum Place {
    /// Where a mark at the start of a line could make a block.
    case lineStart
    case withinLine
    case heading
    /// A cell of a table: no line ends.
    case cell
  }

  static func inline(_ stretches: [Stretch], at place: Place) -> String {
    var text = ""
    for (number, stretch) in stretches.enumerated() {
      let next = number + 1 < stretches.count ? stretches[number + 1] : nil
      append(stretch, to: &text, before: next, at: place)
    }
    return text
  }

  static func escaped(_ words: String, at place: Place) -> String {
    var text = ""
    append(words, to: &text, at: place)
    return text
  }

  private static func append(
    _ stretch: Stretch, to text: inout String, before next: Stretch?, at place: Place
  ) {
    // A blank is to be seen.
    let strong = stretch.strong || stretch.blank != nil
    guard strong || stretch.emphasis else { return append(stretch.text, to: &text, at: place) }
    // Marks of emphasis hold only around words, so spaces go outside.
    let lead = stretch.text.prefix { $0.isWhitespace }
    let core = stretch.text.dropFirst(lead.count)
    let words = core.prefix(core.count - core.reversed().prefix { $0.isWhitespace }.count)
    let trail = core.dropFirst(words.count)
    append(String(lead), to: &text, at: place)
    guard let first = words.first, let last = words.last else { return }
    let isLoose = next.map { !$0.strong && !$0.emphasis && $0.blank == nil } ?? true
    let after = trail.isEmpty ? next?.text.first : " "
    let holds =
      text.last != "*" && (isLoose || !trail.isEmpty) && edge(text.last, first)
      && edge(after, last)
    let inner = escaped(String(words), at: place == .lineStart ? .withinLine : place)
    if holds {
      let marks = (strong ? "**" : "") + (stretch.emphasis ? "*" : "")
      text += marks + inner + marks
    } else {
      // CommonMark would not read the marks here; its HTML is read everywhere.
      text += (strong ? "<strong>" : "") + (stretch.emphasis ? "<em>" : "") + inner
      text += (stretch.emphasis ? "</em>" : "") + (strong ? "</strong>" : "")
    }
    append(String(trail), to: &text, at: place)
  }

  /// Whether a mark between `outer` and `inner` opens or closes, by CommonMark's flanking rule.
  private static func edge(_ outer: Character?, _ inner: Character) -> Bool {
    guard let outer, !outer.isWhitespace else { return true }
    if outer.isPunctuation || outer.isSymbol { return true }
    return !(inner.isPunctuation || inner.isSymbol)
  }

  private static func append(_ words: String, to text: inout String, at place: Place) {
    var scanner = MarkdownScanner(
      bytes: Array(words.utf8), place: place, previous: text.utf8.last, isOpening: text.isEmpty)
    text += scanner.escaped()
  }
}
