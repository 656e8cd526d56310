/// The lines of a PDF as `pdftotext -tsv` gives them: a row for each page, block, line and word, with
/// their places in points.
struct PDFLines {
  /// How many pages were named.
  private(set) var pages = 0
  /// In the order of reading, which is poppler's: column by column.
  private(set) var lines: [LaidLine] = []
  /// How many letters stand on each page.
  private(set) var letters: [Int] = []
  /// How wide each page is.
  private(set) var widths: [Double] = []

  private var page = (width: 0.0, height: 0.0)
  private var block = 0
  private var words: [Word] = []

  private struct Word {
    var text: String
    var left, top, width, height: Double
  }

  /// - Parameter tsv: what poppler wrote. A row that is none is passed over.
  init(_ tsv: [UInt8]) throws(PaperFault) {
    for row in tsv.split(separator: 10) {
      let fields = row.split(separator: 9, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let level = Self.number(fields[0]) else { continue }
      switch Int(level) {
      case 1:
        endLine()
        page = (Self.number(fields[8]) ?? 0, Self.number(fields[9]) ?? 0)
        pages += 1
        letters.append(0)
        widths.append(page.width)
        guard pages <= PaperLimits.pages else { throw .tooManyPages }
      case 3:
        endLine()
        block += 1
      case 4: endLine()
      case 5: word(fields)
      default: break
      }
    }
    endLine()
    reachEdges()
  }

  private mutating func word(_ fields: [ArraySlice<UInt8>]) {
    guard let left = Self.number(fields[6]), let top = Self.number(fields[7]),
      let width = Self.number(fields[8]), let height = Self.number(fields[9]), pages > 0,
      // What lies outside the page, or is smaller than anyone can read, nobody sees.
      left + width > 0, left < page.width, top + height > 0, top < page.height, height >= 1.5
    else { return }
    let text = String(decoding: fields[11], as: UTF8.self)
    guard !text.isEmpty else { return }
    letters[pages - 1] += text.unicodeScalars.count { $0.properties.isAlphabetic }
    words.append(Word(text: text, left: left, top: top, width: width, height: height))
  }

  private mutating func endLine() {
    defer { words = [] }
    guard let first = words.first else { return }
    var line = LaidLine(
      text: words.map(\.text).joined(separator: " "), left: first.left, right: first.left,
      top: first.top, height: first.height, block: block, page: pages)
    // Words of another face stand in lines, higher or lower than the others.
    var letters: [Double: Int] = [:]
    for word in words {
      line.left = min(line.left, word.left)
      line.right = max(line.right, word.left + word.width)
      letters[word.height, default: 0] += word.text.utf8.count
    }
    let most = letters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? first.height
    line.height = most
    line.top = words.first { $0.height == most }?.top ?? first.top
    line.isOuter =
      line.top + line.height < page.height * 0.09 || line.top > page.height * 0.91
    lines.append(line)
  }

  /// How far the lines of each block reach.
  private mutating func reachEdges() {
    var edges: [Int: Double] = [:]
    for line in lines { edges[line.block] = max(edges[line.block] ?? 0, line.right) }
    for index in lines.indices { lines[index].edge = edges[lines[index].block] ?? 0 }
  }

  /// Digits with a point, perhaps below nothing; no page is a million points wide.
  private static func number(_ field: ArraySlice<UInt8>) -> Double? {
    var (value, scale, isNegative) = (0.0, 0.0, false)
    guard !field.isEmpty, field.count < 24 else { return nil }
    for byte in field {
      switch byte {
      case 45 where value == 0: isNegative = true
      case 46 where scale == 0: scale = 1
      case 48...57:
        value = value * 10 + Double(byte - 48)
        scale *= 10
      default: return nil
      }
    }
    if scale > 0 { value /= scale }
    guard value < 1_000_000 else { return nil }
    return isNegative ? -value : value
  }

  // MARK: Numbers beside their lines

  /// The lines with each number that stands in a block of its own put before the line at its height.
  func withNumbersJoined() -> [LaidLine] {
    var rows: [Int: [Int]] = [:]
    func key(_ page: Int?, _ bottom: Double) -> Int { (page ?? 0) * 10_000 + Int(bottom / 4) }
    for (index, line) in lines.enumerated() {
      rows[key(line.page, line.top + line.height), default: []].append(index)
    }
    var result = lines
    var gone: Set<Int> = []
    for (index, line) in lines.enumerated() where Self.isNumberAlone(line.text) {
      let bottom = line.top + line.height
      let beside = (-1...1).flatMap { rows[key(line.page, bottom + Double($0) * 4)] ?? [] }
        .filter { other in
          let next = lines[other]
          return other != index && next.left > line.right - 1
            && next.left - line.right < line.height * 8
            && abs(next.top + next.height - bottom) < min(line.height, next.height) * 0.4
        }
      guard let nearest = beside.min(by: { lines[$0].left < lines[$1].left }),
        !gone.contains(nearest), !Self.isNumberAlone(lines[nearest].text)
      else { continue }
      result[nearest].text = line.text + " " + result[nearest].text
      result[nearest].left = line.left
      gone.insert(index)
    }
    return result.indices.filter { !gone.contains($0) }.map { result[$0] }
  }

  private static func isNumberAlone(_ text: String) -> Bool {
    guard text.utf8.count < 24 else { return false }
    if LaidText.isBullet(text[...]) { return true }
    // With a word behind it, it is read like any other.
    return TypedNumber.split(text + " X").map { $0.rest == "X" } ?? false
  }
}
