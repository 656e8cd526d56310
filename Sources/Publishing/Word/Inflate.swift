/// Unpacks what ZIP calls deflated (RFC 1951).
struct Inflate {
  private let input: [UInt8]
  private var position = 0
  private var held: UInt32 = 0
  private var heldCount = 0
  private var output: [UInt8] = []

  /// nil where the bytes are not deflated data of exactly that size.
  static func bytes(of packed: [UInt8], size: Int) -> [UInt8]? {
    var inflate = Inflate(packed)
    return inflate.unpack(size: size) ? inflate.output : nil
  }

  private init(_ input: [UInt8]) { self.input = input }

  private mutating func unpack(size: Int) -> Bool {
    output.reserveCapacity(size)
    while true {
      guard let isLast = bits(1), let kind = bits(2) else { return false }
      let done: Bool
      switch kind {
      case 0: done = stored(limit: size)
      case 1: done = coded(.fixedLengths, .fixedDistances, limit: size)
      case 2:
        guard let (lengths, distances) = tables() else { return false }
        done = coded(lengths, distances, limit: size)
      default: return false
      }
      guard done else { return false }
      if isLast == 1 { return output.count == size }
    }
  }

  private mutating func bits(_ count: Int) -> Int? {
    while heldCount < count {
      guard position < input.count else { return nil }
      held |= UInt32(input[position]) << heldCount
      position += 1
      heldCount += 8
    }
    let value = Int(held & (1 << count - 1))
    held >>= count
    heldCount -= count
    return value
  }

  private mutating func stored(limit: Int) -> Bool {
    (held, heldCount) = (0, 0)
    guard position + 4 <= input.count else { return false }
    let count = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    guard position + count <= input.count, output.count + count <= limit else { return false }
    output += input[position..<(position + count)]
    position += count
    return true
  }

  private mutating func symbol(_ code: Huffman) -> Int? {
    var word = 0
    var first = 0
    var index = 0
    for count in code.counts.dropFirst() {
      guard let bit = bits(1) else { return nil }
      word |= bit
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    return nil
  }

  private mutating func coded(_ lengths: Huffman, _ distances: Huffman, limit: Int) -> Bool {
    while let symbol = symbol(lengths) {
      if symbol == 256 { return true }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286, let more = bits(Huffman.lengthBits[symbol - 257]),
        let code = self.symbol(distances), code < 30, let far = bits(Huffman.distanceBits[code])
      else { return false }
      let length = Huffman.lengthBase[symbol - 257] + more
      let distance = Huffman.distanceBase[code] + far
      guard distance <= output.count, output.count + length <= limit else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return false
  }

  private mutating func tables() -> (Huffman, Huffman)? {
    guard let a = bits(5), let b = bits(5), let c = bits(4) else { return nil }
    var sizes = [Int](repeating: 0, count: 19)
    for place in Huffman.order.prefix(c + 4) {
      guard let size = bits(3) else { return nil }
      sizes[place] = size
    }
    let code = Huffman(sizes)
    var lengths: [Int] = []
    while lengths.count < a + 257 + b + 1 {
      guard let symbol = symbol(code) else { return nil }
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last, let more = bits(2) else { return nil }
        lengths += Array(repeating: last, count: more + 3)
      default:
        guard let more = bits(symbol == 17 ? 3 : 7) else { return nil }
        lengths += Array(repeating: 0, count: more + (symbol == 17 ? 3 : 11))
      }
    }
    guard lengths.count == a + b + 258 else { return nil }
    return (Huffman(Array(lengths[..<(a + 257)])), Huffman(Array(lengths[(a + 257)...])))
  }
}

/// A canonical prefix code, by the number of codes of each length.
struct Huffman {
  let counts: [Int]
  let symbols: [Int]

  init(_ lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { counts[length] += 1 }
    self.counts = counts
    symbols = (1..<16).flatMap { size in lengths.indices.filter { lengths[$0] == size } }
  }

  static let fixedLengths = Huffman(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  static let fixedDistances = Huffman(Array(repeating: 5, count: 30))

  static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
