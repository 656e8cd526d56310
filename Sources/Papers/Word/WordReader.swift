/// Reads a part of a Word document. Names are compared without their prefix, so both namespaces of Word,
/// the usual and the strict one, are read.
struct WordReader: OfficeReader {
  private var reader: XMLReader
  /// The prefixes that Word's own elements have.
  private let prefixes: Set<String>
  /// How many paragraphs have begun, whatever is done with them.
  private(set) var paragraphs = 0

  /// Goes to the start of a part.
  /// - Parameter root: the name of its outermost element.
  init(_ bytes: [UInt8], root: String) throws(PaperFault) {
    var reader = try XMLReader(bytes, depth: PaperLimits.paperDepth)
    var event = try reader.next()
    // A line end may stand before it.
    if case .text = event { event = try reader.next() }
    guard event == .start(root) else { throw .brokenDocument }
    let declared = reader.namespaces.filter {
      $0.value.contains("wordprocessingml") && $0.value.hasSuffix("/main")
    }
    prefixes = declared.isEmpty ? [reader.prefix] : Set(declared.keys)
    self.reader = reader
  }

  var depth: Int { reader.depth }
  var attributes: [String: String] { reader.attributes }
  /// The attribute of most properties.
  var value: String? { reader.attributes["val"] }

  /// Whether a property that is on or off is on.
  var isOn: Bool { !["0", "false", "off"].contains(value ?? "") }

  mutating func next() throws(PaperFault) -> XMLReader.Event? {
    let event = try reader.next()
    guard event == .start("p") else { return event }
    // Drawings have paragraphs of their own.
    guard prefixes.contains(reader.prefix) else { return .start("") }
    paragraphs += 1
    guard paragraphs <= PaperLimits.paragraphs else { throw .tooManyPassages }
    return event
  }
}
