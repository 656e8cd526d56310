/// The words of each element of a list, counted when they are first asked for.
struct WordCounts<Element> {
  private let elements: [Element]
  private let count: (Element) -> Likeness.Words
  private var known: [Int: Likeness.Words] = [:]

  init(_ elements: [Element], _ count: @escaping (Element) -> Likeness.Words) {
    self.elements = elements
    self.count = count
  }

  subscript(_ at: Int) -> Likeness.Words {
    mutating get {
      if let words = known[at] { return words }
      let words = count(elements[at])
      known[at] = words
      return words
    }
  }
}
