import PlainText
import TestSupport
import Testing

@Suite("What two lists have in common")
struct AlignmentTests {
  private func shared(_ steps: [AlignmentStep]) -> [(Int, Int)] {
    steps.compactMap { if case .both(let i, let j) = $0 { (i, j) } else { nil } }
  }

  @Test("lists too long for every pair to be weighed still share what stands once in each")
  func long() {
    // Numbers that stand in both, with some that don't between them: 3,000 by 3,000 is beyond the limit.
    let old = (0..<3_000).map { $0 % 3 == 0 ? -$0 - 1 : $0 }
    let new = (0..<3_000).map { $0 % 3 == 1 ? $0 + 10_000 : $0 }
    let pairs = shared(Alignment.steps(old, new))
    #expect(pairs.count == 1_000)
    #expect(pairs.allSatisfy { old[$0] == new[$1] })
  }

  @Test(
    "between them no pair is lost that stands more than once", arguments: 0..<10 as Range<UInt64>)
  func everyStep(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func list() -> [Int] {
      (0..<2_500).map { $0 % 50 == 0 ? $0 * 1_000 : Int.random(in: 0...9, using: &generator) }
    }
    let (old, new) = (list(), list())
    let steps = Alignment.steps(old, new)
    var (i, j) = (0, 0)
    for step in steps {
      switch step {
      case .both(let one, let other):
        #expect(one == i && other == j && old[one] == new[other])
        (i, j) = (i + 1, j + 1)
      case .old(let one):
        #expect(one == i)
        i += 1
      case .new(let other):
        #expect(other == j)
        j += 1
      }
    }
    #expect(i == old.count && j == new.count)
    // Alone those that stand once would be 50.
    #expect(shared(steps).count > 1_000)
  }

  @Test("what counts for more stands still before what counts for less")
  func weights() {
    let (old, new) = (["a", "10", "20", "b"], ["b", "10", "20", "c"])
    let steps = Alignment.steps(old, new, key: \.self) { $0 == "b" ? 3 : 1 }
    #expect(shared(steps).map(\.0) == [3])
    #expect(shared(Alignment.steps(old, new)).map(\.0) == [1, 2])
  }

  @Test(
    "the longest rise", arguments: [([3, 1, 2, 5, 4], 3), ([], 0), ([9, 8, 7], 1), ([1, 1], 1)])
  func rise(_ numbers: [Int], _ length: Int) {
    let rise = Alignment.longestRise(numbers).map { numbers[$0] }
    #expect(rise.count == length)
    #expect(zip(rise, rise.dropFirst()).allSatisfy(<))
  }
}
