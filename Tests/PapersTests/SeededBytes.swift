/// Files that were broken by chance, the same ones at every run.
struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  /// Cut off, with bytes changed, with a part taken out or put in again and again.
  mutating func mutated(_ whole: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0...next(below: 4) {
      guard !bytes.isEmpty else { break }
      let at = next(below: bytes.count)
      let end = min(at + next(below: 60), bytes.count)
      switch next(below: 4) {
      case 0: bytes.removeSubrange(at...)
      case 1: bytes[at] = UInt8(truncatingIfNeeded: next(below: 256))
      case 2: bytes.removeSubrange(at..<end)
      default:
        let part = Array(bytes[at..<end])
        for _ in 0..<next(below: 30) { bytes.insert(contentsOf: part, at: at) }
      }
    }
    return bytes
  }
}
