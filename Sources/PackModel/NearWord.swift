/// Finds what was probably meant.
package enum NearWord {
  /// The known word that is nearest to one that is not known; nil where none is near.
  package static func of(_ word: String, in known: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    return
      known
      .map { ($0, distance(word, $0, limit: limit)) }
      .filter { $0.1 <= limit }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// The Levenshtein distance, or `limit + 1` where it is more.
  private static func distance(_ a: String, _ b: String, limit: Int) -> Int {
    let (a, b) = (Array(a), Array(b))
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
