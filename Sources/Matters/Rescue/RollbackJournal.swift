/// The pages in a rollback journal: sqlite.org/fileformat2.html, section 3.
enum RollbackJournal {
  private static let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Where each page's content lies. What is torn, or has another checksum, is left out.
  ///
  /// - Parameter start: where the journal begins.
  static func pages(in bytes: [UInt8], from start: Int, pageSize: Int) -> [Int: Int] {
    func number(_ place: Int) -> Int? {
      guard place + 4 <= bytes.count else { return nil }
      return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    var (found, header) = ([Int: Int](), start)
    while header + 28 <= bytes.count, bytes[header...].starts(with: mark),
      let nonce = number(header + 12), let sector = number(header + 20),
      (28...65_536).contains(sector), number(header + 24) == pageSize
    {
      var place = header + sector
      while place + pageSize + 8 <= bytes.count, let page = number(place),
        number(place + 4 + pageSize) == checksum(bytes, place + 4, pageSize, nonce)
      {
        // The first copy of a page is the oldest.
        if found[page] == nil { found[page] = place + 4 }
        place += pageSize + 8
      }
      // Another part of it begins at a whole sector.
      header = start + (place - start + sector - 1) / sector * sector
    }
    return found
  }

  private static func checksum(
    _ bytes: [UInt8], _ place: Int, _ pageSize: Int, _ nonce: Int
  ) -> Int {
    stride(from: pageSize - 200, to: 0, by: -200).reduce(nonce) { $0 + Int(bytes[place + $1]) }
      & 0xFFFF_FFFF
  }
}
