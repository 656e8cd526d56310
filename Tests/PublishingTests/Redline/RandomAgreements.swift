import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Agreements of matters that were answered at random, each a while after the one before.
struct RandomAgreements {
  private var walk: RandomWalk

  init(_ pack: Pack, seed: UInt64) {
    walk = RandomWalk(pack, seed: seed)
  }

  /// The agreement some answers later; now and then one that shares little with the last.
  mutating func next() throws -> Document {
    switch Int.random(in: 0..<8, using: &walk.random) {
    case 0: walk = RandomWalk(walk.pack, seed: walk.random.next())
    case 1...3: walk.fill()
    default: for _ in 0..<Int.random(in: 1...25, using: &walk.random) { walk.step() }
    }
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let findings = examine(walk.evaluation, asOf: day)
    return try #require(draft("agreement", walk.evaluation, findings))
  }
}
