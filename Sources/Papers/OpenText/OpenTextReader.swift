/// Reads a part of an OpenDocument text.
struct OpenTextReader: OfficeReader {
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
}
