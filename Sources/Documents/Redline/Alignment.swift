/// One step along two lists, from front to back.
enum AlignmentStep: Hashable {
  case both(Int, Int)
  case old(Int)
  case new(Int)
}

/// Finds what two lists have in common, in order. What went stands before what came.
enum Alignment {
  /// More pairs than this are not weighed: such lists share only their beginning and their end.
  private static let mostPairs = 4_000_000

  /// The pairing with the greatest sum of scores.
  /// - Parameter score: of pairing two elements; 0 or less where they cannot be paired.
  static func steps(_ old: Int, _ new: Int, score: (Int, Int) -> Int) -> [AlignmentStep] {
    guard old > 0, new > 0, old * new <= mostPairs else {
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
  static func steps<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [AlignmentStep] {
    steps(old, new, key: \.self)
  }

  /// What two lists share whose elements count as equal where their keys are. Keys are made only of
  /// what lies between the beginning and the end that both have in common.
  static func steps<Element: Equatable, Key: Hashable>(
    _ old: [Element], _ new: [Element], key: (Element) -> Key
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
    let before = old[start..<(old.count - end)].map(number)
    let after = new[start..<(new.count - end)].map(number)
    let inner = steps(before.count, after.count) { before[$0] == after[$1] ? 1 : 0 }
    return (0..<start).map { .both($0, $0) }
      + inner.map { step in
        switch step {
        case .both(let i, let j): .both(start + i, start + j)
        case .old(let i): .old(start + i)
        case .new(let j): .new(start + j)
        }
      }
      + (0..<end).map { .both(old.count - end + $0, new.count - end + $0) }
  }

  /// Equal ones first; between them those that are alike.
  static func steps<Element: Equatable, Key: Hashable>(
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
