/// Finds what two lists have in common, in order. What went stands before what came.
package enum Alignment {
  /// More pairs than this are not weighed: such lists are divided first at what stands once in each.
  private static let mostPairs = 4_000_000

  /// How often lists are divided.
  private static let mostDivisions = 8

  private static func isFew(_ old: Int, _ new: Int) -> Bool {
    let (pairs, isTooMany) = old.multipliedReportingOverflow(by: new)
    return !isTooMany && pairs <= mostPairs
  }

  /// The pairing with the greatest sum of scores; none where there are too many pairs.
  /// - Parameter score: of pairing two elements; 0 or less where they cannot be paired.
  package static func steps(_ old: Int, _ new: Int, score: (Int, Int) -> Int) -> [AlignmentStep] {
    guard old > 0, new > 0, isFew(old, new) else {
      return (0..<old).map { .old($0) } + (0..<new).map { .new($0) }
    }
    let width = new + 1
    var scores = [Int32](repeating: 0, count: old * new)
    // Of the rests from (i, j) on.
    var best = [Int32](repeating: 0, count: (old + 1) * width)
    for i in stride(from: old - 1, through: 0, by: -1) {
      for j in stride(from: new - 1, through: 0, by: -1) {
        let own = Int32(clamping: score(i, j))
        scores[i * new + j] = own
        var most = max(best[(i + 1) * width + j], best[i * width + j + 1])
        if own > 0 { most = max(most, own + best[(i + 1) * width + j + 1]) }
        best[i * width + j] = most
      }
    }
    var steps: [AlignmentStep] = []
    var (i, j) = (0, 0)
    while i < old, j < new {
      let own = scores[i * new + j]
      if own > 0, best[i * width + j] == own + best[(i + 1) * width + j + 1] {
        steps.append(.both(i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i * width + j] == best[(i + 1) * width + j] {
        steps.append(.old(i))
        i += 1
      } else {
        steps.append(.new(j))
        j += 1
      }
    }
    steps += (i..<old).map { .old($0) } + (j..<new).map { .new($0) }
    return sorted(steps)
  }

  /// What two lists of keys share, as one of their longest common parts.
  package static func steps<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [AlignmentStep] {
    steps(old, new, key: \.self)
  }

  /// What two lists share whose elements count as equal where their keys are. Keys are made only of
  /// what lies between the beginning and the end that both have in common. Of lists so long that
  /// not all pairs can be weighed it is a common part, not always the longest.
  /// - Parameter weight: what an element of the old list counts for, above 0.
  package static func steps<Element: Equatable, Key: Hashable>(
    _ old: [Element], _ new: [Element], key: (Element) -> Key, weight: (Element) -> Int = { _ in 1 }
  ) -> [AlignmentStep] {
    func areEqual(_ old: Element, _ new: Element) -> Bool { old == new || key(old) == key(new) }
    let start = zip(old, new).prefix(while: areEqual).count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix(while: areEqual).count
    var numbers: [Key: Int] = [:]
    func number(_ element: Element) -> Int {
      let key = key(element)
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
    let inner = old[start..<(old.count - end)]
    let before = inner.map { (number($0), weight($0)) }
    let after = new[start..<(new.count - end)].map(number)
    return (0..<start).map { .both($0, $0) }
      + moved(divided(before, after, mostDivisions), by: start, start)
      + (0..<end).map { .both(old.count - end + $0, new.count - end + $0) }
  }

  /// What two lists of numbers share: every pair is weighed where there are not too many, else between
  /// those that stand once in each, in the same order.
  private static func divided(
    _ old: [(number: Int, weight: Int)], _ new: [Int], _ divisions: Int
  ) -> [AlignmentStep] {
    if divisions == 0 || isFew(old.count, new.count) {
      return steps(old.count, new.count) { old[$0].number == new[$1] ? old[$0].weight : 0 }
    }
    let places = single(new)
    let pairs = single(old.map(\.number)).compactMap { number, i in places[number].map { (i, $0) } }
      .sorted { $0.0 < $1.0 }
    var found: [AlignmentStep] = []
    var (i, j) = (0, 0)
    func close(_ toOld: Int, _ toNew: Int) {
      let isWhole = toOld - i == old.count && toNew - j == new.count
      found += moved(
        divided(Array(old[i..<toOld]), Array(new[j..<toNew]), isWhole ? 0 : divisions - 1),
        by: i, j)
    }
    for at in longestRise(pairs.map(\.1)) {
      close(pairs[at].0, pairs[at].1)
      found.append(.both(pairs[at].0, pairs[at].1))
      (i, j) = (pairs[at].0 + 1, pairs[at].1 + 1)
    }
    close(old.count, new.count)
    return found
  }

  /// Where each number stands that stands only once.
  private static func single(_ numbers: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, number) in numbers.enumerated() {
      places[number] = places[number] == nil ? place : -1
    }
    return places.filter { $0.value >= 0 }
  }

  private static func moved(_ steps: [AlignmentStep], by old: Int, _ new: Int) -> [AlignmentStep] {
    steps.map { step in
      switch step {
      case .both(let i, let j): .both(old + i, new + j)
      case .old(let i): .old(old + i)
      case .new(let j): .new(new + j)
      }
    }
  }

  /// The places of as many numbers as can be kept so that each is greater than the one before.
  package static func longestRise(_ numbers: [Int]) -> [Int] {
    // Of the rises of each length the place where the lowest ends.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[place] = ends[low - 1] }
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var rise: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      rise.append(place)
      place = before[place]
    }
    return rise.reversed()
  }

  /// Equal ones first; between them those that are alike.
  package static func steps<Element: Equatable, Key: Hashable>(
    _ old: [Element], _ new: [Element], key: (Element) -> Key, likeness: (Int, Int) -> Int
  ) -> [AlignmentStep] {
    var found: [AlignmentStep] = []
    var gap: (old: [Int], new: [Int]) = ([], [])
    func close() {
      found += steps(gap.old.count, gap.new.count) { likeness(gap.old[$0], gap.new[$1]) }.map {
        step in
        switch step {
        case .both(let i, let j): .both(gap.old[i], gap.new[j])
        case .old(let i): .old(gap.old[i])
        case .new(let j): .new(gap.new[j])
        }
      }
      gap = ([], [])
    }
    for step in steps(old, new, key: key) {
      switch step {
      case .both:
        close()
        found.append(step)
      case .old(let i): gap.old.append(i)
      case .new(let j): gap.new.append(j)
      }
    }
    close()
    return found
  }

  /// Between two pairs what went comes first.
  private static func sorted(_ steps: [AlignmentStep]) -> [AlignmentStep] {
    var found: [AlignmentStep] = []
    var came: [AlignmentStep] = []
    for step in steps {
      switch step {
      case .new: came.append(step)
      case .old: found.append(step)
      case .both:
        found += came
        came = []
        found.append(step)
      }
    }
    return found + came
  }
}
