/// Where a row of text may end, and what becomes of a word that is longer than a row.
package enum WrapRule: Hashable, Sendable {
  /// For a screen, where every character must be seen and has its column: rows end at spaces, after
  /// hyphens and around wide characters; a longer word is broken at a character.
  case screen
  /// For text that is copied and mailed on: rows end at spaces and around wide characters only, and
  /// several spaces are one. A longer word (an address) stays whole up to so many columns, and is
  /// broken at the row's width beyond that.
  case document(longest: Int)

  var breaksAtHyphens: Bool { self == .screen }

  /// The columns up to which a word stays whole though no row is wide enough; nil where none does.
  var longest: Int? {
    switch self {
    case .screen: nil
    case .document(let longest): longest
    }
  }
}
