import TestSupport

/// Inputs made of the seeds by chance: bytes changed, pieces taken out, said again and again, put in
/// from another seed, words of the language, and numbers at their ends.
struct Chances {
  private let target: FuzzTarget
  private let seeds: [[UInt8]]
  private let kept: [[UInt8]]
  private var random: SeededRandom

  init(_ target: FuzzTarget, seed: UInt64) {
    self.target = target
    seeds = target.seeds()
    kept = target.kept
    random = SeededRandom(seed: seed)
  }

  /// - Returns: how many inputs were tried.
  func run(_ runs: Int, _ watch: Watch) -> Int {
    var chances = self
    for input in seeds + kept { watch.run(target, input) }
    for _ in 0..<runs { watch.run(target, chances.next()) }
    return seeds.count + kept.count + runs
  }

  private mutating func below(_ bound: Int) -> Int {
    Int(random.next() % UInt64(max(1, bound)))
  }

  private mutating func next() -> [UInt8] {
    var bytes = seeds[below(seeds.count)]
    for _ in 0...below(6) { change(&bytes) }
    return bytes
  }

  private static let numbers = [
    "-1", "0", "9223372036854775807", "-9223372036854775808", "99999999999999999999999", "1e999",
    "2147483648", "0.0000001",
  ]

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    let end = min(bytes.count, at + below(below(4) == 0 ? 4_000 : 40))
    switch below(9) {
    case 0 where at < bytes.count: bytes[at] = UInt8(below(256))
    case 1 where at < bytes.count: bytes[at] ^= UInt8(1 << below(8))
    case 2: bytes.removeSubrange(at..<end)
    case 3:
      let piece = bytes[at..<end]
      let times = below(below(10) == 0 ? 2_000 : 8)
      guard bytes.count + piece.count * times < 200_000 else { return }
      bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: at)
    case 4:
      let other = seeds[below(seeds.count)]
      let from = below(other.count + 1)
      let until = min(other.count, from + below(400))
      bytes.insert(contentsOf: other[from..<until], at: at)
    case 5 where !target.words.isEmpty:
      bytes.insert(contentsOf: Array(target.words[below(target.words.count)].utf8), at: at)
    case 6: bytes.insert(contentsOf: Array(Self.numbers[below(Self.numbers.count)].utf8), at: at)
    case 7:
      // A number in its place.
      guard let digit = bytes[at...].firstIndex(where: { (48...57).contains($0) }) else { return }
      let last = bytes[digit...].firstIndex { !(48...57).contains($0) } ?? bytes.count
      bytes.replaceSubrange(digit..<last, with: Array(Self.numbers[below(Self.numbers.count)].utf8))
    default: bytes.insert(UInt8(below(256)), at: at)
    }
  }
}
