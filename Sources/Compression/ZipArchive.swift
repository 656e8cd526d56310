/// The files of a ZIP archive, in order. Those that were read stay packed as they came.
package struct ZipArchive: Sendable {
  package struct Entry: Sendable {
    package var name: String
    package var contents: Contents

    package init(name: String, contents: Contents) {
      self.name = name
      self.contents = contents
    }
  }

  package enum Contents: Sendable {
    case plain([UInt8])
    case packed(Packed)
  }

  package struct Packed: Sendable {
    /// 0 is stored, 8 is deflated.
    package var method: UInt16
    package var sum: UInt32
    package var size: Int
    /// As it lies in the archive.
    package var bytes: [UInt8]

    package init(method: UInt16, sum: UInt32, size: Int, bytes: [UInt8]) {
      self.method = method
      self.sum = sum
      self.size = size
      self.bytes = bytes
    }
  }

  package var entries: [Entry] = []

  package init() {}

  /// Puts a file in, in the place of the one of that name where there is one.
  package mutating func put(_ entry: Entry) {
    if let index = entries.firstIndex(where: { $0.name == entry.name }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  package mutating func put(_ name: String, _ text: String) { put(name, [text]) }

  /// A text in pieces: a long one is not copied to be joined.
  package mutating func put(_ name: String, _ pieces: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count })
    for piece in pieces { bytes += piece.utf8 }
    put(Entry(name: name, contents: .plain(bytes)))
  }

  package func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// What the file of that name holds; nil where there is none, or it is broken.
  package func contents(of name: String) -> [UInt8]? { entry(name)?.bytes }

  package func text(of name: String) -> String? {
    contents(of: name).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension ZipArchive.Entry {
  /// nil where it is broken.
  package var bytes: [UInt8]? {
    switch contents {
    case .plain(let bytes): return bytes
    case .packed(let packed):
      let bytes: [UInt8]? =
        switch packed.method {
        case 0: packed.bytes
        case 8: Deflate.unpacked(packed.bytes, as: .bare, size: packed.size)
        default: nil
        }
      return bytes.flatMap { Deflate.sum(of: $0) == packed.sum ? $0 : nil }
    }
  }

  /// Deflated where that makes it smaller.
  var packed: ZipArchive.Packed {
    switch contents {
    case .packed(let packed): return packed
    case .plain(let bytes):
      let smaller = Deflate.packed(bytes, as: .bare).flatMap { $0.count < bytes.count ? $0 : nil }
      return ZipArchive.Packed(
        method: smaller == nil ? 0 : 8, sum: Deflate.sum(of: bytes), size: bytes.count,
        bytes: smaller ?? bytes)
    }
  }
}
