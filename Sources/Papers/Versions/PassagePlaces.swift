/// Where passages that differ stand between those that are equal: in gaps, at an offset from their beginning.
struct PassagePlaces {
  /// In a gap of so few passages each stands in the place of each.
  private static let few = 6

  private struct Place {
    let gap: Int
    let offset: Int
  }

  private var oldPlaces: [Int: Place] = [:]
  private var newPlaces: [Int: Place] = [:]
  /// Of each gap its passages, in order.
  private let oldGaps: [Int: [Int]]
  private let newGaps: [Int: [Int]]

  /// - Parameter old: positions in the old paper, ascending; in the new paper likewise.
  init(_ old: [Int], _ new: [Int], _ equal: EqualPassages) {
    oldGaps = Dictionary(grouping: old) { equal.oldGaps[$0] }
    newGaps = Dictionary(grouping: new) { equal.newGaps[$0] }
    for (gap, positions) in oldGaps {
      for (at, i) in positions.enumerated() { oldPlaces[i] = Place(gap: gap, offset: at) }
    }
    for (gap, positions) in newGaps {
      for (at, j) in positions.enumerated() { newPlaces[j] = Place(gap: gap, offset: at) }
    }
  }

  /// Whether their place alone says that one took the place of the other. One of few words has to stand as
  /// far from the beginning or the end of its gap.
  func areSame(_ i: Int, _ j: Int, isShort: Bool = false) -> Bool {
    guard let old = oldPlaces[i], let new = newPlaces[j], old.gap == new.gap else { return false }
    let (count, others) = (oldGaps[old.gap]?.count ?? 0, newGaps[new.gap]?.count ?? 0)
    if max(count, others) <= PassagePlaces.few {
      return !isShort || counterparts(of: i).contains(j)
    }
    return count == others && old.offset == new.offset
  }

  /// Those of the new paper that stand as far from the beginning or from the end of the same gap.
  func counterparts(of i: Int) -> [Int] {
    guard let place = oldPlaces[i], let others = newGaps[place.gap] else { return [] }
    let fromEnd = place.offset + others.count - (oldGaps[place.gap]?.count ?? 0)
    let offsets = place.offset == fromEnd ? [fromEnd] : [place.offset, fromEnd]
    return offsets.filter(others.indices.contains).map { others[$0] }
  }
}
