import Canvas
import PlainText

/// A row of text in pieces of one style each.
struct StyledLine: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var pieces: [Piece]

  init(_ text: String = "", _ style: Style = .normal) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
  }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// What it says, without its looks.
  var text: String { pieces.map(\.text).joined() }

  func adding(_ text: String, _ style: Style = .normal) -> StyledLine {
    StyledLine(pieces: pieces + [Piece(text: text, style: style)])
  }

  func adding(_ line: StyledLine) -> StyledLine { StyledLine(pieces: pieces + line.pieces) }

  /// What is said of the line in hand, in two rows at most.
  static func aside(_ words: String, width: Int) -> [StyledLine] {
    words.isEmpty ? [] : Array(wrapped(words, width: width - 2, style: .dim).prefix(2))
  }

  /// Rows of a text wrapped to a width, with a sign before the first.
  static func wrapped(
    _ text: String, width: Int, style: Style = .normal, sign: String = "", signStyle: Style? = nil
  ) -> [StyledLine] {
    let indent = sign.isEmpty ? 0 : CellWidth.of(sign) + 1
    return wrap(text, width: max(1, width - indent)).enumerated().map { number, line in
      guard indent > 0 else { return StyledLine(line.text, style) }
      let head = number == 0 ? sign + " " : String(repeating: " ", count: indent)
      return StyledLine(head, signStyle ?? style).adding(line.text, style)
    }
  }
}

extension StyledLine {
  /// Rows of pieces wrapped as one text, each piece in its own style.
  static func wrapped(_ pieces: [Piece], width: Int, hangingIndent: Int = 0) -> [StyledLine] {
    let characters = pieces.flatMap { Array($0.text) }
    var ends: [Int] = []
    for piece in pieces { ends.append((ends.last ?? 0) + piece.text.count) }
    let text = pieces.map(\.text).joined()
    return wrap(text, width: max(4, width), hangingIndent: hangingIndent).map { line in
      var strip = StyledLine(String(repeating: " ", count: line.indent))
      var end = line.source.upperBound
      while end > line.source.lowerBound, characters[end - 1] == " " { end -= 1 }
      var at = line.source.lowerBound
      while at < end, let piece = ends.firstIndex(where: { $0 > at }) {
        let next = min(end, ends[piece])
        strip = strip.adding(String(characters[at..<next]), pieces[piece].style)
        at = next
      }
      return strip
    }
  }
}

extension Frame {
  /// Puts a strip; what does not fit is left out.
  @discardableResult
  mutating func put(_ strip: StyledLine, at point: Point, within clip: Rect? = nil) -> Int {
    var x = point.x
    for piece in strip.pieces {
      x = put(piece.text, at: Point(x: x, y: point.y), style: piece.style, within: clip)
    }
    return x
  }
}
