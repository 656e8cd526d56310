/// The files of a ZIP archive, in order. New ones are stored as they are; those that were read stay
/// packed as they came. Equal archives give equal bytes: every time is 1 January 1980.
struct ZipArchive {
  struct Entry {
    var name: String
    /// 0 is stored, 8 is deflated.
    var method: UInt16
    var check: UInt32
    var size: UInt32
    /// As it lies in the archive.
    var packed: [UInt8]
  }

  private(set) var entries: [Entry] = []

  init() {}

  /// Puts a file in, in the place of the one of that name where there is one.
  mutating func put(_ name: String, _ bytes: [UInt8]) {
    let entry = Entry(
      name: name, method: 0, check: CRC32.sum(of: bytes), size: UInt32(bytes.count), packed: bytes)
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  mutating func put(_ name: String, _ text: String) { put(name, Array(text.utf8)) }

  /// What the file of that name holds; nil where there is none, or it is broken.
  func contents(of name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    let bytes: [UInt8]?
    switch entry.method {
    case 0: bytes = entry.packed
    case 8: bytes = Inflate.bytes(of: entry.packed, size: Int(entry.size))
    default: bytes = nil
    }
    return bytes.flatMap { CRC32.sum(of: $0) == entry.check ? $0 : nil }
  }

  func text(of name: String) -> String? {
    contents(of: name).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension ZipArchive {
  /// Reads an archive by its central directory; nil where it has none.
  init?(_ bytes: [UInt8]) {
    func short(_ at: Int) -> Int? {
      at >= 0 && at + 2 <= bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : nil
    }
    func long(_ at: Int) -> Int? {
      guard let low = short(at), let high = short(at + 2) else { return nil }
      return low | high << 16
    }
    // The end record is 22 bytes long, and a comment may follow it.
    let last = bytes.count - 22
    guard last >= 0,
      let end = stride(from: last, through: max(0, last - 65_535), by: -1)
        .first(where: { long($0) == 0x0605_4B50 }),
      let count = short(end + 10), var at = long(end + 16)
    else { return nil }
    for _ in 0..<count {
      guard long(at) == 0x0201_4B50, let method = short(at + 10), let check = long(at + 16),
        let packed = long(at + 20), let size = long(at + 24), let name = short(at + 28),
        let extra = short(at + 30), let comment = short(at + 32), let local = long(at + 42),
        at + 46 + name <= bytes.count, let localName = short(local + 26),
        let localExtra = short(local + 28)
      else { return nil }
      let start = local + 30 + localName + localExtra
      guard start + packed <= bytes.count else { return nil }
      entries.append(
        Entry(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self),
          method: UInt16(method), check: UInt32(check), size: UInt32(size),
          packed: Array(bytes[start..<(start + packed)])))
      at += 46 + name + extra + comment
    }
  }

  func bytes() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(entries.reduce(1024) { $0 + $1.packed.count + 160 })
    func short(_ value: Int) { out += [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    func long(_ value: Int) {
      short(value & 0xFFFF)
      short(value >> 16 & 0xFFFF)
    }
    func common(_ entry: Entry) {
      short(20)
      short(0x0800)
      short(Int(entry.method))
      short(0)
      short(0x0021)
      long(Int(entry.check))
      long(entry.packed.count)
      long(Int(entry.size))
      short(entry.name.utf8.count)
      short(0)
    }
    var starts: [Int] = []
    for entry in entries {
      starts.append(out.count)
      long(0x0403_4B50)
      common(entry)
      out += Array(entry.name.utf8) + entry.packed
    }
    let directory = out.count
    for (entry, start) in zip(entries, starts) {
      long(0x0201_4B50)
      short(20)
      common(entry)
      short(0)
      short(0)
      short(0)
      long(0)
      long(start)
      out += Array(entry.name.utf8)
    }
    let length = out.count - directory
    long(0x0605_4B50)
    long(0)
    short(entries.count)
    short(entries.count)
    long(length)
    long(directory)
    short(0)
    return out
  }
}
