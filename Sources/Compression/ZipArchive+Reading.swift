extension ZipArchive {
  /// How much an archive may come to.
  package struct Limits: Sendable {
    /// The most that a file of XML may unpack to, which is looked at tag by tag.
    let xml: Int
    /// The same for every other file: a picture is only passed on.
    let other: Int
    let all: Int

    package init(xml: Int, other: Int, all: Int) {
      self.xml = xml
      self.other = other
      self.all = all
    }

    /// Of a house style.
    package static let style = Limits(xml: 8_000_000, other: 32_000_000, all: 64_000_000)

    func of(_ name: String) -> Int {
      name.hasSuffix(".xml") || name.hasSuffix(".rels") ? xml : other
    }
  }

  /// What a large file may unpack to in times of its packed size. Word's XML comes to thirty, a bomb
  /// to a thousand.
  private static let mostTimes = 200

  /// Reads an archive by its central directory. It may be a stranger's: nothing in it is unpacked
  /// before its size is known to be bearable, and no two files share bytes or a name.
  package init(_ bytes: [UInt8], within limits: Limits = .style) throws(ZipFault) {
    self.init()
    // The end record is 22 bytes long, and a comment may follow it.
    let last = bytes.count - 22
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    guard last >= 0,
      let end = stride(from: last, through: max(0, last - 65_535), by: -1)
        .first(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) })
    else { throw .noArchive }
    var at = try bytes.long(end + 16)
    var names: Set<String> = []
    var (packedSum, sizeSum) = (0, 0)
    for _ in 0..<(try bytes.short(end + 10)) {
      guard try bytes.long(at) == 0x0201_4B50 else { throw .noArchive }
      let name = String(decoding: try bytes.slice(at + 46, try bytes.short(at + 28)), as: UTF8.self)
      let (packed, size) = (try bytes.long(at + 20), try bytes.long(at + 24))
      packedSum += packed
      sizeSum += size
      if packedSum > bytes.count { throw .overlapping }
      if !Self.staysInside(name) { throw .outside(name) }
      if !names.insert(name).inserted { throw .twice(name) }
      for limit in [limits.of(name), max(packed * Self.mostTimes, 1_000_000)]
      where size > limit { throw .tooLarge(name, limit: limit) }
      if sizeSum > limits.all { throw .tooMuch(limit: limits.all) }
      let local = try bytes.long(at + 42)
      let start = try local + 30 + bytes.short(local + 26) + bytes.short(local + 28)
      let contents = Packed(
        method: UInt16(try bytes.short(at + 10)), sum: UInt32(try bytes.long(at + 16)), size: size,
        bytes: Array(try bytes.slice(start, packed)))
      entries.append(Entry(name: name, contents: .packed(contents)))
      at = try at + 46 + bytes.short(at + 28) + bytes.short(at + 30) + bytes.short(at + 32)
    }
  }

  private static func staysInside(_ name: String) -> Bool {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    // A folder's name ends in a stroke.
    return steps.dropLast().allSatisfy { !["", ".", ".."].contains($0) }
      && steps.last != ".." && !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0 != ":" }
  }
}

/// Numbers with the lowest byte first.
extension [UInt8] {
  fileprivate func slice(_ at: Int, _ length: Int) throws(ZipFault) -> ArraySlice<UInt8> {
    guard at >= 0, at + length <= count else { throw .noArchive }
    return self[at..<(at + length)]
  }

  fileprivate func short(_ at: Int) throws(ZipFault) -> Int {
    try slice(at, 2).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate func long(_ at: Int) throws(ZipFault) -> Int {
    try slice(at, 4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
