/// Finds what was probably meant.
package enum NearWord {
  /// The known word that is nearest to one that is not known; nil where none is near.
  package static func of(_ word: String, in known: some Sequence<String>) -> String? {
    known
      .compactMap { other in distance(word, other).map { (other, $0) } }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// How many letters are added, left out, changed or swapped with their neighbour; nil where that
  /// is more than a third of the word.
  package static func distance(_ word: String, _ other: String) -> Int? {
    let limit = max(1, word.count / 3)
    let (a, b) = (Array(word), Array(other))
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var best = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
