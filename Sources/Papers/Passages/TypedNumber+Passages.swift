extension TypedNumber {
  /// Passages with the numbers that were typed into their words taken out and put where they belong;
  /// numbers that stand there already are followed. Footnotes are left as they are, and so are cells
  /// whose number could be an amount.
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
