import Papers
import Testing

@Suite struct ZTime {
  @Test func time() throws {
    for tag in [
      "<div>", "<ol><li>", "<table><tr><td>", "<div hidden>", "<b", "<!--", "<script>", "&",
      "<li>a",
    ] {
      for n in [2_000, 8_000] {
        let start = ContinuousClock.now
        _ = try? HTMLPaper.read(Array((String(repeating: tag, count: n) + "words").utf8))
        print("@", tag, n, ContinuousClock.now - start)
      }
    }
    for (i, tag) in [
      "[", "[](", "`a``b", "**", "<a", "1. a\n", "a\n", "# a\n", "| a |\n|---|\n", "\\[", "> ",
      "(a) b; ", "- ", "\t", "\u{C}", "a-\n", "a: \n\n", "[a](b", "1.1 X\n\n", "(a) x;\n", "A",
    ].enumerated() {
      for n in [2_000, 8_000] {
        let start = ContinuousClock.now
        let text = String(repeating: tag, count: n) + "words"
        _ = try? MarkdownPaper.read(text)
        let mid = ContinuousClock.now
        _ = try? TextPaper.read(text)
        print("@", i, n, mid - start, ContinuousClock.now - mid)
      }
    }
  }
}
