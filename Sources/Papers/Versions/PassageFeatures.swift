/// The words and the pairs of words of passages, as numbers: what two passages are compared by.
struct PassageFeatures {
  /// Of each passage its words and its pairs of words, as often as they occur, in ascending order.
  let old: [Int: [UInt64]]
  let new: [Int: [UInt64]]

  /// - Parameter keys: the compared words of each passage named, a space between two.
  init(old keys: [(Int, String)], new others: [(Int, String)]) {
    var numbers: [Substring: UInt64] = [:]
    func features(_ keys: [(Int, String)]) -> [Int: [UInt64]] {
      var found: [Int: [UInt64]] = [:]
      for (place, key) in keys {
        var features: [UInt64] = []
        var before: UInt64 = 0
        for part in key.utf8.split(separator: UInt8(ascii: " ")) {
          let word = Substring(part)
          let number = numbers[word] ?? UInt64(numbers.count + 1)
          numbers[word] = number
          features.append(number)
          if before > 0 { features.append(before << 32 | number) }
          before = number
        }
        features.sort()
        found[place] = features
      }
      return found
    }
    old = features(keys)
    new = features(others)
  }

  /// How many two ascending lists share.
  static func shared(_ some: [UInt64], _ others: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < some.count, j < others.count {
      if some[i] == others[j] {
        (i, j, count) = (i + 1, j + 1, count + 1)
      } else if some[i] < others[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// What is left of an ascending list without the other.
  static func rest(_ whole: [UInt64], without part: [UInt64]) -> [UInt64] {
    var rest: [UInt64] = []
    var j = 0
    for feature in whole {
      while j < part.count, part[j] < feature { j += 1 }
      if j < part.count, part[j] == feature { j += 1 } else { rest.append(feature) }
    }
    return rest
  }

  /// The same of two texts of compared words.
  static func likeness(of key: String, _ other: String) -> Int {
    let features = PassageFeatures(old: [(0, key)], new: [(0, other)])
    return likeness(features.old[0] ?? [], features.new[0] ?? [])
  }

  /// From 0 to 100: the share of what both hold.
  static func likeness(_ some: [UInt64], _ others: [UInt64]) -> Int {
    let all = some.count + others.count
    return all == 0 ? 0 : 200 * shared(some, others) / all
  }
}
