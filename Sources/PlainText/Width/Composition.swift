/// Puts letters and their marks together where Unicode has one scalar for both.
///
/// The standard library compares characters by canonical equivalence but does not hand out the
/// composed form. So the composed letters stand in a set, and a decomposed one finds its equal there.
/// Hangul syllables are computed (The Unicode Standard, section 3.12). Scalars that normalisation
/// form C never composes are left as they are.
enum Composition {
  /// The scalars of one user-perceived character, composed.
  static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 1 else { return scalars }
    var result: [Unicode.Scalar] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in ordered(scalars) {
      let combining = scalar.properties.canonicalCombiningClass.rawValue
      if let at = starter {
        let isBlocked = at + 1 < result.count && lastClass >= combining
        if !isBlocked, let pair = pair(result[at], scalar) {
          result[at] = pair
          continue
        }
      }
      result.append(scalar)
      lastClass = combining
      if combining == 0 { starter = result.count - 1 }
    }
    return result
  }

  /// Marks sorted by their combining class, as canonical order wants; letters stay in place.
  private static func ordered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      let combining = scalar.properties.canonicalCombiningClass.rawValue
      var place = result.count
      while combining != 0, place > 0 {
        let before = result[place - 1].properties.canonicalCombiningClass.rawValue
        guard before > combining else { break }
        place -= 1
      }
      result.insert(scalar, at: place)
    }
    return result
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if let syllable = hangul(first.value, second.value) { return syllable }
    guard !second.isASCII else { return nil }
    var text = String.UnicodeScalarView()
    text.append(first)
    text.append(second)
    let characters = String(text)
    guard let character = characters.first, characters.count == 1,
      let index = letters.firstIndex(of: character)
    else { return nil }
    return letters[index].unicodeScalars.first
  }

  private static func hangul(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    let isLeadAndVowel = (0x1100..<0x1113).contains(first) && (0x1161..<0x1176).contains(second)
    if isLeadAndVowel {
      return Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28)
    }
    let isOpenSyllable = (0xAC00..<0xD7A4).contains(first) && (first - 0xAC00) % 28 == 0
    if isOpenSyllable && (0x11A8..<0x11C3).contains(second) {
      return Unicode.Scalar(first + second - 0x11A7)
    }
    return nil
  }

  /// Blocks that hold composed letters; a letter that is not one equals no pair and does no harm.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x00C0...0x0233, 0x0385...0x03D4, 0x0400...0x04F9, 0x0622...0x06D3, 0x0929...0x0934,
    0x09CB...0x09CC, 0x0B48...0x0B4C, 0x0B94...0x0BCC, 0x0C48...0x0CCB, 0x0D4A...0x0DDE,
    0x1026...0x1026, 0x1B06...0x1B43, 0x1E00...0x1EFF, 0x1F00...0x1FFE, 0x219A...0x22ED,
    0x304C...0x30FE, 0x1109A...0x110AB, 0x1112E...0x1112F, 0x1134B...0x1134C,
    0x114BB...0x114BE, 0x115BA...0x115BB, 0x11938...0x11938,
  ]

  private static let letters: Set<Character> = {
    var letters: Set<Character> = []
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      // Ascending, and the first of two equals is kept: U+03AC and not its double U+1F71.
      letters.insert(Character(scalar))
    }
    return letters
  }()
}
