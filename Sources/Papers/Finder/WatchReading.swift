import PackModel

/// Lists the passages of a paper that a reader should look at, whatever they turn out to say.
package enum WatchReading {
  /// A passage with words of one list.
  package struct Place: Hashable, Sendable {
    /// The list's id.
    package let list: String
    /// The passage's position.
    package let position: Int
    /// What stands there, in bytes of UTF-8 from the start of its text, in order.
    package let matches: [Range<Int>]
  }

  /// In the order of the lists, and of reading in each.
  ///
  /// - Parameter titles: what the papers that were added are called; a reference to one of them is none.
  package static func places(
    in index: PassageIndex, _ lists: [WatchList], titles: [String] = []
  ) -> [Place] {
    let known = titles.map(PaperWords.folded)
    let passages = index.paper.passages
    return lists.flatMap { list -> [Place] in
      let words = index.text.matches(list.words.map(WordPattern.init), passages.count)
      return passages.indices.compactMap { position in
        let text = passages[position].text
        var matches = words[position]
        if list.links { matches += WebAddress.places(in: text) }
        if !list.titles.isEmpty, passages[position].kind != .heading {
          matches += PaperTitle.places(in: text, endings: list.titles).filter { place in
            let title = PaperWords.folded(
              String(
                decoding: text.utf8.dropFirst(place.lowerBound).prefix(place.count), as: UTF8.self))
            return !known.contains { $0 == title || $0.hasSuffix(" " + title) }
          }
        }
        if matches.isEmpty { return nil }
        return Place(list: list.id, position: position, matches: matches.merged())
      }
    }
  }
}
