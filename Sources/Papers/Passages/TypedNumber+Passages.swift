extension TypedNumber {
  /// Passages with the numbers that were typed into their words taken out and put where they belong;
  /// numbers that stand there already are followed. Cells and footnotes are left as they are.
  /// - Parameter indents: how far in each passage stands, in any unit; empty where that is not known.
  package static func recognised(
    in read: [ReadPassage], indents: [Int?] = []
  ) -> [ReadPassage] {
    NumberDepths.settled(
      read.indices.map { index in
        OfficePassage(
          read: read[index], indent: indents.indices.contains(index) ? indents[index] : nil)
      })
  }
}
