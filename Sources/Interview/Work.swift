import Synchronization

/// How much one reader does. A pack is untrusted: conditions within conditions, each over every row,
/// can ask for more than a machine does in a day. What is beyond the limits is unknown, as if it had
/// not been answered: it is asked for, left blank or not assessed, and never wrong.
final class Work: Sendable {
  private let mostLooked: Int
  private let looked = Atomic<Int>(0)
  private let printed = Atomic<Int>(0)
  /// What is printed takes room.
  private static let mostPrinted = 500_000

  /// - Parameter rows: how many the tables have together. A hundred conditions may look at all of
  ///   them from each of them; of small tables they may do more.
  init(rows: Int) {
    let rows = min(rows, 10_000)
    mostLooked = min(2_000_000 + 100 * rows * rows, 200_000_000)
  }

  /// Whether so many rows more may be looked at, each time anew.
  func looks(at rows: Int) -> Bool { Self.take(rows, of: mostLooked, looked) }

  /// Whether so many rows more may be printed.
  func prints(_ rows: Int) -> Bool { Self.take(rows, of: Self.mostPrinted, printed) }

  var isBeyond: Bool {
    looked.load(ordering: .relaxed) > mostLooked
      || printed.load(ordering: .relaxed) > Self.mostPrinted
  }

  private static func take(_ rows: Int, of most: Int, _ done: borrowing Atomic<Int>) -> Bool {
    // Nothing is added behind the limit, so that it cannot be passed far.
    guard done.load(ordering: .relaxed) <= most else { return false }
    return done.add(rows, ordering: .relaxed).newValue <= most
  }
}
