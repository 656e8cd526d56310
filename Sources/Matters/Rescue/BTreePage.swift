/// A page of a table or an index: sqlite.org/fileformat2.html, section 1.6.
struct BTreePage {
  enum Kind: UInt8 {
    case indexInterior = 2
    case tableInterior = 5
    case indexLeaf = 10
    case tableLeaf = 13
  }

  let kind: Kind
  /// Where each cell begins, in the order of the page; only those that lie on it.
  let cells: [Int]

  /// - Returns: nil where the page is of no such kind.
  init?(at place: Int, in image: PageImage) {
    // On page 1 the file's header comes first.
    let header = place + (place == image.start ? 100 : 0)
    let end = image.end(ofPageAt: place)
    guard header + 8 <= end, let kind = Kind(rawValue: image.bytes[header]) else { return nil }
    let pointers = header + (kind == .indexInterior || kind == .tableInterior ? 12 : 8)
    let claimed = Int(image.bytes[header + 3]) << 8 | Int(image.bytes[header + 4])
    let count = min(claimed, max(end - pointers, 0) / 2)
    self.kind = kind
    cells = (0..<count).compactMap { index in
      let pointer = pointers + 2 * index
      let cell = place + (Int(image.bytes[pointer]) << 8 | Int(image.bytes[pointer + 1]))
      return cell >= pointers && cell < end ? cell : nil
    }
  }
}
