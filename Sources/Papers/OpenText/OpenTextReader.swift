/// Reads a part of an OpenDocument text.
struct OpenTextReader {
  private var reader: XMLReader
  /// How many paragraphs and headings have begun, whatever is done with them.
  private(set) var paragraphs = 0

  init(_ bytes: [UInt8]) throws(PaperFault) {
    reader = try XMLReader(bytes, depth: PaperLimits.paperDepth)
  }

  var depth: Int { reader.depth }
  var attributes: [String: String] { reader.attributes }
  /// Whether the element that has just begun describes a drawing.
  var isOfDrawing: Bool { reader.prefix == "svg" }

  mutating func next() throws(PaperFault) -> XMLReader.Event? {
    let event = try reader.next()
    switch event {
    case .start("p"), .start("h"):
      // Drawings have pieces of that name.
      guard reader.prefix == "text" || reader.prefix.isEmpty else { return .start("") }
      paragraphs += 1
      guard paragraphs <= PaperLimits.paragraphs else { throw .tooManyPassages }
    default: break
    }
    return event
  }

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
