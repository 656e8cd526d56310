/// Reads a part of an office document piece by piece.
protocol OfficeReader {
  /// How many elements are open.
  var depth: Int { get }
  /// What comes next, paragraphs counted; nil at the end of the part.
  mutating func next() throws(PaperFault) -> XMLReader.Event?
}

extension OfficeReader {
  /// What comes next inside an element; nil at its end.
  /// - Parameter outside: how many elements are open around it.
  mutating func next(within outside: Int) throws(PaperFault) -> XMLReader.Event? {
    guard depth > outside else { return nil }
    guard let event = try next() else { throw .brokenDocument }
    return event
  }

  /// Goes on past the end of the element that has just begun.
  mutating func skip() throws(PaperFault) {
    let outside = depth - 1
    while try next(within: outside) != nil {}
  }

  /// The text of the element that has just begun.
  mutating func text() throws(PaperFault) -> String {
    let outside = depth - 1
    var words = ""
    while let event = try next(within: outside) {
      if case .text(let text) = event { words += text }
    }
    return words
  }
}
