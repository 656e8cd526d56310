extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: SubSequence {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
    while slice.last?.isWhitespace == true { slice = slice.dropLast() }
    return slice
  }

  /// Without the spaces at its end.
  package var withoutSpacesAtEnd: SubSequence {
    var slice = self[...]
    while slice.last == " " { slice = slice.dropLast() }
    return slice
  }
}
