extension ZipArchive {
  /// Equal archives give equal bytes: every time is 1 January 1980.
  package func bytes() -> [UInt8] {
    var out: [UInt8] = []
    func short(_ value: Int) { out += [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    func long(_ value: Int) {
      short(value & 0xFFFF)
      short(value >> 16 & 0xFFFF)
    }
    func common(_ name: String, _ packed: Packed) {
      short(20)
      short(0x0800)
      short(Int(packed.method))
      short(0)
      short(0x0021)
      long(Int(packed.sum))
      long(packed.bytes.count)
      long(packed.size)
      short(name.utf8.count)
      short(0)
    }
    let files = entries.map { (name: $0.name, packed: $0.packed) }
    var starts: [Int] = []
    for (name, packed) in files {
      starts.append(out.count)
      long(0x0403_4B50)
      common(name, packed)
      out += Array(name.utf8) + packed.bytes
    }
    let directory = out.count
    for ((name, packed), start) in zip(files, starts) {
      long(0x0201_4B50)
      short(20)
      common(name, packed)
      short(0)
      short(0)
      short(0)
      long(0)
      long(start)
      out += Array(name.utf8)
    }
    let length = out.count - directory
    long(0x0605_4B50)
    long(0)
    short(files.count)
    short(files.count)
    long(length)
    long(directory)
    short(0)
    return out
  }
}
