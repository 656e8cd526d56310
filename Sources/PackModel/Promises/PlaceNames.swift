/// What places are called in free text: by the options of the countries' question, and by the further
/// names that the pack knows.
package struct PlaceNames: Sendable {
  /// By folded name: the code or the word of the place.
  private var places: [String: String] = [:]
  private var longest = 1

  package init(_ book: PromiseBook, _ questions: [Question]) {
    if let countries = book.countries {
      for option in questions[countries].options {
        // A code of two letters is a word of many languages: it is no name in a text.
        for name in option.names where name != option.code { add(name, option.code) }
      }
    }
    for place in book.places { for name in place.names { add(name, place.word) } }
  }

  private mutating func add(_ name: String, _ place: String) {
    let name = FoldedName(name)
    places[name.key] = place
    longest = max(longest, name.words.count)
  }

  /// The places that a text names, each by its longest name.
  package func named(in text: String) -> [String] {
    let words = FoldedName(text).words
    var found: [String] = []
    var at = 0
    while at < words.count {
      let lengths = stride(from: min(longest, words.count - at), to: 0, by: -1)
      let hit = lengths.lazy.compactMap { length in
        places[words[at..<at + length].joined(separator: " ")].map { (length, $0) }
      }.first
      if let hit, !found.contains(hit.1) { found.append(hit.1) }
      at += hit?.0 ?? 1
    }
    return found
  }
}
