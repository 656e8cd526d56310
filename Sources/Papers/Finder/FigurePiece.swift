/// A word, a number or a sign of a sentence that may say a figure.
struct FigurePiece {
  /// In small letters; a number with its points and commas.
  let text: String
  /// In bytes of UTF-8.
  let range: Range<Int>
  /// Whether it stood in capitals.
  let isUpper: Bool

  static func pieces(_ text: String) -> [FigurePiece] {
    var pieces: [FigurePiece] = []
    let scalars = Array(text.unicodeScalars)
    var at = 0
    var offset = 0
    while at < scalars.count {
      let start = at
      let isNumber = isDigit(scalars[at])
      let isWord = scalars[at].properties.isAlphabetic
      repeat {
        at += 1
      } while at < scalars.count
        && (isNumber
          ? isDigit(scalars[at])
            || (",.".unicodeScalars.contains(scalars[at]) && at + 1 < scalars.count
              && isDigit(scalars[at + 1]))
          : isWord && scalars[at].properties.isAlphabetic)
      var piece = ""
      piece.unicodeScalars.append(contentsOf: scalars[start..<at])
      let range = offset..<offset + piece.utf8.count
      offset = range.upperBound
      if scalars[start].properties.isWhitespace { continue }
      let small = ["–", "‑", "‐"].contains(piece) ? "-" : piece.lowercased()
      pieces.append(FigurePiece(text: small, range: range, isUpper: isWord && piece != small))
    }
    return pieces
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}
