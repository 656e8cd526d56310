/// Where a caret can be told to go, and up to where text can be deleted from it.
package enum CaretMotion: Hashable, Sendable {
  case left, right
  /// To the beginning of the word to the left, or behind the end of the one to the right.
  case wordLeft, wordRight
  /// To the ends of the row as wrapped.
  case rowStart, rowEnd
  /// To the ends of the line as typed. At a line end already, over it (so that Ctrl-K joins lines).
  case lineStart, lineEnd
  case textStart, textEnd
  /// Over a number of rows as wrapped, keeping the column.
  case up(Int), down(Int)
}
