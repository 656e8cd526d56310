import Findings

/// What goes into another's paper on one subject: the words of every clause that belongs there. They
/// are added to the paper and take nothing out of it: nobody but its reader knows what else stands at a
/// place, and what stands there may be wanted.
struct Insertion {
  /// By number, in the order of the agreement.
  var clauses: [Int]
  /// Where the paper deals with the subject itself, as far as that was noted.
  var places: [String]
  /// What they close, worst first.
  var findings: [Finding]

  /// Clauses of one section make one insertion.
  ///
  /// - Parameter closings: each clause once, in the order of the agreement.
  static func gathered(
    _ closings: [(clause: Int, section: String, places: [String], findings: [Finding])]
  ) -> [Insertion] {
    var found: [Insertion] = []
    var subjects: [String: Int] = [:]
    for closing in closings {
      let at = subjects[closing.section] ?? found.count
      if at == found.count {
        subjects[closing.section] = at
        found.append(Insertion(clauses: [], places: [], findings: []))
      }
      found[at].clauses.append(closing.clause)
      found[at].findings += closing.findings
      for place in closing.places
      where !found[at].places.contains(where: { plain($0) == plain(place) }) {
        found[at].places.append(place)
      }
    }
    return found
  }

  /// A place however it is written.
  private static func plain(_ place: String) -> String {
    place.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
