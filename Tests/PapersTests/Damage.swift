/// Breaks bytes, the same way from the same seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  /// Flips bits, takes pieces out, says them twice.
  mutating func apply(to bytes: inout [UInt8]) {
    guard bytes.count > 4 else { return }
    for _ in 0...number(below: 3) {
      let start = number(below: bytes.count)
      let end = min(start + number(below: 60), bytes.count)
      switch number(below: 4) {
      case 0: bytes[start] ^= UInt8(1 << number(below: 8))
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default: bytes[start] = UInt8(truncatingIfNeeded: next())
      }
      if bytes.isEmpty { bytes = [0] }
    }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
