/// A stretch of text with the place of every scalar that begins a piece of it.
struct TextSource {
  private(set) var scalars: [Unicode.Scalar] = []
  private var pieces: [(offset: Int, place: SourcePosition)] = []

  init() {}

  init(_ text: some StringProtocol, _ place: SourcePosition) {
    append(text, place)
  }

  mutating func append(_ text: some StringProtocol, _ place: SourcePosition) {
    pieces.append((scalars.count, place))
    scalars += text.unicodeScalars
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  func place(_ offset: Int) -> SourcePosition {
    guard let piece = pieces.last(where: { $0.offset <= offset }) ?? pieces.first else {
      return SourcePosition(file: "", line: 0, column: 0)
    }
    return piece.place.moved(by: offset - piece.offset)
  }

  /// The part between two offsets, with its places.
  func part(_ range: Range<Int>) -> TextSource {
    var part = TextSource()
    part.scalars = Array(scalars[range])
    part.pieces = [(0, place(range.lowerBound))]
    return part
  }

  /// The words between spaces and commas, with their places.
  var words: [(word: String, place: SourcePosition)] {
    var found: [(word: String, place: SourcePosition)] = []
    var start = 0
    for (index, scalar) in (scalars + [" "]).enumerated() where scalar == " " || scalar == "," {
      if index > start { found.append((part(start..<index).text, place(start))) }
      start = index + 1
    }
    return found
  }
}
