import Testing

/// A word of conditions and values stands in a file of its own, and beside it in two lists: the data
/// that it is made from, and the cached pack. The rest of the program does not know it.
struct WordTests {
  /// Cases that nothing else in the program is called like, but for shorthands of one another.
  private static let telling = [
    "mentions", "daysSince", "unequal", "largestOf", "smallestOf", "draftedRow", "plus",
  ]
  private static let lists: Set = [
    "Sources/PackModel/Expression.swift", "Sources/Expressions/Vocabulary.swift",
    "Sources/PackCompiler/Cache/PackForm+Expressions.swift",
  ]

  @Test(arguments: telling) func onlyItsFileKnowsAWord(_ word: String) {
    let files = SourceTree.sources.filter { file in
      file.code.contains { $0.text.contains(".\(word)(") }
    }
    .map(\.path)
    #expect(Self.lists.isSubset(of: files), "\(word): \(files)")
    let own = files.filter { !Self.lists.contains($0) }
    #expect(own.count == 1, "\(word): \(own)")
    #expect(own.allSatisfy { $0.hasPrefix("Sources/Expressions/Words/") }, "\(word): \(own)")
  }
}
