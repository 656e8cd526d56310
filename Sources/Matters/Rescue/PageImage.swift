/// The bytes of a matter's file as pages, and behind them those of its rollback journal, whole or not.
///
/// The format is that of sqlite.org/fileformat2.html, sections 1.2 to 1.6 and 3. Nothing in the bytes
/// is believed: every place and every length is looked at before anything is read there, no tree is
/// followed, and the work on one file is limited by its size.
struct PageImage {
  /// Of the file, then of its journal.
  let bytes: [UInt8]
  /// How many of them are the file's.
  let fileLength: Int
  /// Where page 1 begins.
  let start: Int
  /// In bytes: a power of two from 512 to 65,536.
  let pageSize: Int
  /// Where the journal holds a page as it was before the last save.
  let earlier: [Int: Int]

  static let pageSizes = (9...16).map { 1 << $0 }
  /// What SQLite gives a new file, and so what nearly every matter has.
  static let usualPageSize = 4096

  init(_ bytes: [UInt8], fileLength: Int, start: Int, pageSize: Int) {
    self.bytes = bytes
    self.fileLength = fileLength
    self.start = start
    self.pageSize = pageSize
    earlier = RollbackJournal.pages(in: bytes, from: fileLength, pageSize: pageSize)
  }

  /// How many pages the file has; the last may be cut off.
  var pageCount: Int { max(fileLength - start + pageSize - 1, 0) / pageSize }

  /// Where a page of the file begins; nil where it has none of that number.
  func place(of page: Int) -> Int? {
    guard page >= 1, page <= pageCount else { return nil }
    return start + (page - 1) * pageSize
  }

  /// Where every page begins: those of the file, and then those of the journal.
  var places: [Int] {
    (1..<(pageCount + 1)).compactMap(place) + earlier.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Where a page ends that begins there.
  func end(ofPageAt place: Int) -> Int {
    min(place + pageSize, place < fileLength ? fileLength : bytes.count)
  }

  // MARK: Cells

  /// What a cell is on: a page of a table with row numbers, or of one that is its own index.
  enum Tree { case table, index }

  /// How many bytes of a cell's content lie on its own page.
  func local(of length: Int, in tree: Tree) -> Int {
    let most = tree == .table ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
    guard length > most else { return length }
    let least = (pageSize - 12) * 32 / 255 - 23
    let rest = least + (length - least) % (pageSize - 4)
    return rest <= most ? rest : least
  }

  /// The content of a cell, from its own page and its chain of overflow pages.
  ///
  /// - Parameters:
  ///   - place: where the content begins.
  ///   - fromJournal: whether its chain is followed as it was before the last save.
  /// - Returns: nil where the bytes are not there.
  func content(
    at place: Int, length: Int, in tree: Tree, fromJournal: Bool = false
  ) -> (bytes: [UInt8], pages: [Int])? {
    guard length <= bytes.count else { return nil }
    let own = local(of: length, in: tree)
    guard place + own <= bytes.count else { return nil }
    var found = Array(bytes[place..<place + own])
    guard own < length else { return (found, []) }
    var (link, pages) = (place + own, [Int]())
    found.reserveCapacity(length)
    while found.count < length {
      guard let page = number(at: link), let at = chained(page, fromJournal) else { return nil }
      let count = min(length - found.count, pageSize - 4)
      guard at + 4 + count <= end(ofPageAt: at) else { return nil }
      found += bytes[at + 4..<at + 4 + count]
      pages.append(page)
      link = at
    }
    return (found, pages)
  }

  private func chained(_ page: Int, _ fromJournal: Bool) -> Int? {
    (fromJournal ? earlier[page] : nil) ?? place(of: page) ?? earlier[page]
  }

  /// A whole number of 32 bits, big-endian.
  func number(at place: Int) -> Int? {
    guard place >= 0, place + 4 <= bytes.count else { return nil }
    return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
