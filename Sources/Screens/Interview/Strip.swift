import Canvas

/// A row of text in pieces of one style each.
struct Strip: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var pieces: [Piece]

  init(_ text: String = "", _ style: Style = .normal) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
  }

  init(pieces: [Piece]) { self.pieces = pieces }

  func adding(_ text: String, _ style: Style = .normal) -> Strip {
    Strip(pieces: pieces + [Piece(text: text, style: style)])
  }

  /// Rows of a text wrapped to a width, with a sign before the first.
  static func wrapped(
    _ text: String, width: Int, style: Style = .normal, sign: String = "", signStyle: Style? = nil
  ) -> [Strip] {
    let indent = sign.isEmpty ? 0 : CellWidth.of(sign) + 1
    return wrap(text, width: max(1, width - indent)).enumerated().map { number, line in
      guard indent > 0 else { return Strip(line.text, style) }
      let head = number == 0 ? sign + " " : String(repeating: " ", count: indent)
      return Strip(head, signStyle ?? style).adding(line.text, style)
    }
  }
}

extension Frame {
  /// Puts a strip; what does not fit is left out.
  @discardableResult
  mutating func put(_ strip: Strip, at point: Point, within clip: Rect? = nil) -> Int {
    var x = point.x
    for piece in strip.pieces {
      x = put(piece.text, at: Point(x: x, y: point.y), style: piece.style, within: clip)
    }
    return x
  }
}
