/// How many cells text takes on the screen.
package enum CellWidth {
  /// The columns of one scalar: 0 for a mark, 2 for a wide one; nil where the system cannot draw it
  /// (a control, or a scalar that `WidthTable`'s Unicode does not know).
  package static func of(_ scalar: Unicode.Scalar) -> Int? {
    let code = code(scalar.value)
    return code == 3 ? nil : Int(code)
  }

  /// The columns of one user-perceived character in the simple form that `DisplayText` shows.
  package static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    var width = 0
    DisplayText.forEachCell(of: character) { _, _, columns in width += columns }
    return width
  }

  /// The columns of a line of text in the simple form that `DisplayText` shows.
  package static func of(_ text: String) -> Int {
    if text.utf8.isPlain { return text.utf8.count }
    var width = 0
    var clusters = ClusterIterator(text)
    while let cluster = clusters.next() {
      switch cluster {
      case .plain(_, let columns): width += columns
      case .other(let character): width += of(character)
      }
    }
    return width
  }

  /// The same for a part of a text.
  package static func of(_ text: Substring) -> Int { of(String(text)) }

  /// 0, 1 or 2; 3 for what cannot be drawn.
  static func code(_ scalar: UInt32) -> UInt8 {
    if scalar >= 0x20 && scalar < 0x7F { return 1 }
    if scalar >= 0xA0 && scalar < 0x300 { return 1 }
    return WidthTable.runs.withUnsafeBufferPointer { runs in
      var low = 0
      var high = runs.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if runs[middle] >> 2 <= scalar { low = middle } else { high = middle }
      }
      return UInt8(truncatingIfNeeded: runs[low] & 3)
    }
  }
}
