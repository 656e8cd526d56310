import PackModel

/// Lines of cells as RFC 4180 has them, with whatever stands between the cells: each separator is tried
/// over all lines, and the one that gives most of them the same length is it.
enum SeparatedText {
  static func grid(_ text: String) throws(PaperFault) -> Grid {
    var bytes = Array(text.utf8)[...]
    var separators: [UInt8] = [9, 59, 44, 124].filter { bytes.contains($0) }
    // “Plainhost, Inc.” in a list of names is one name.
    if isOfSentences(bytes) { separators.removeAll { $0 == 44 } }
    // Excel's own first line.
    if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5, [10, 13].contains(bytes[5]) {
      separators = [bytes[4]]
      bytes = bytes[5...]
    }
    var tried: [[Record]] = []
    for separator in separators {
      // By a wrong one a list may have more lines than it has rows.
      if let records = try? records(bytes, separator) { tried.append(records) }
    }
    if tried.isEmpty, !separators.isEmpty { throw GridBuilder.tooLong }
    let best = tried.enumerated().max { fit($0.element, $0.offset) < fit($1.element, $1.offset) }
    // Without any separator it is a list of one column.
    var found = best?.element ?? []
    if best.map({ fit($0.element, 0).0 == 0 }) ?? true { found = try records(bytes, 0) }
    var grid = GridBuilder()
    for record in found { try grid.add(record.cells, number: record.line) }
    return grid.grid
  }

  /// Whether commas stand as in a sentence only, a space behind each, and the first line has none.
  private static func isOfSentences(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.prefix { $0 != 10 && $0 != 13 }
    guard !first.contains(44) else { return false }
    return bytes.indices.allSatisfy { at in
      bytes[at] != 44 || at + 1 == bytes.endIndex || [32, 10, 13].contains(bytes[at + 1])
    }
  }

  struct Record {
    let line: Int
    var cells: [String]
  }

  /// How well records fit each other: the share of those of the commonest length, where that is more
  /// than one; then that length; then the order in which separators are tried.
  private static func fit(_ records: [Record], _ order: Int) -> (Int, Int, Int) {
    var lengths: [Int: Int] = [:]
    for record in records { lengths[record.cells.count, default: 0] += 1 }
    lengths[1] = nil
    guard let best = lengths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return (0, 0, -order)
    }
    // A sign that most lines do not have parts nothing.
    guard best.value * 2 >= records.count || records.count < 4 else { return (0, 0, -order) }
    // Lines before and after the table count for nothing, so a few of them do not decide.
    return (best.value * 20 / max(records.count, 1), best.key, -order)
  }

  static func records(
    _ bytes: ArraySlice<UInt8>, _ separator: UInt8
  ) throws(PaperFault) -> [Record] {
    var scanner = Scanner(bytes, separator)
    var found: [Record] = []
    while let record = scanner.next() {
      if record.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
      found.append(record)
      if found.count > PaperLimits.rows + 100 { throw GridBuilder.tooLong }
    }
    return found
  }

  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    let separator: UInt8
    let lastQuote: Int
    var at: Int
    var line = 1

    init(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) {
      self.bytes = bytes
      self.separator = separator
      lastQuote = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1
      at = bytes.startIndex
    }

    mutating func next() -> Record? {
      guard at < bytes.endIndex else { return nil }
      var record = Record(line: line, cells: [])
      while true {
        record.cells.append(cell())
        guard at < bytes.endIndex else { return record }
        if bytes[at] == separator {
          at += 1
          // A separator at the very end has an empty cell behind it.
          if at == bytes.endIndex {
            record.cells.append("")
            return record
          }
          continue
        }
        endLine()
        return record
      }
    }

    private mutating func endLine() {
      if bytes[at] == 13, at + 1 < bytes.endIndex, bytes[at + 1] == 10 { at += 1 }
      at += 1
      line += 1
    }

    private mutating func cell() -> String {
      if let quoted = quotedCell() { return quoted }
      let start = at
      while at < bytes.endIndex, bytes[at] != separator, bytes[at] != 10, bytes[at] != 13 {
        at += 1
      }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// A cell in quotation marks that ends where a cell ends. A mark of inches does not.
    private mutating func quotedCell() -> String? {
      var start = at
      while start < bytes.endIndex, bytes[start] == 32 { start += 1 }
      guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "\""), start != lastQuote else {
        return nil
      }
      var words: [UInt8] = []
      var lines = 0
      var next = start + 1
      while next < bytes.endIndex {
        let byte = bytes[next]
        if byte == UInt8(ascii: "\"") {
          guard next + 1 < bytes.endIndex, bytes[next + 1] == byte else { break }
          next += 1
        } else if byte == 10 || byte == 13 && !(next + 1 < bytes.endIndex && bytes[next + 1] == 10)
        {
          lines += 1
        }
        words.append(byte)
        next += 1
      }
      guard next < bytes.endIndex else { return nil }
      next += 1
      while next < bytes.endIndex, bytes[next] == 32 { next += 1 }
      guard next == bytes.endIndex || [separator, 10, 13].contains(bytes[next]) else { return nil }
      at = next
      line += lines
      return String(decoding: words, as: UTF8.self)
    }
  }
}
