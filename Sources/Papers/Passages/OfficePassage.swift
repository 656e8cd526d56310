/// A passage as a reader of office files finds it: with the list that numbers it, before its depth among
/// all numbers is known.
struct OfficePassage {
  var read: ReadPassage
  /// The list that its number is of, and how deep it stands there, from 0. Equal names are one list.
  var list: String?
  var depth = 0
  /// How far in its number or its words begin, in any unit; nil where that is not known.
  var indent: Int?
  /// The comments beside it, by their names.
  var comments: [String] = []

  /// The passage that each comment stands beside: the first that names it.
  static func places(_ found: [OfficePassage]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, one) in found.enumerated() {
      for comment in one.comments where places[comment] == nil { places[comment] = place }
    }
    return places
  }
}
