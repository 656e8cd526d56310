import PackModel

/// The compiled form of a pack, as bytes that load in a few milliseconds. Where the bytes lie, and
/// under which key, is the program's to say; bytes that are not whole, not of this program or not of
/// the sources that are meant do not decode, and the sources are compiled again.
package enum PackCache {
  private static let magic = "art28p"

  /// - Parameter program: tells one build of the program from every other: another may describe the
  ///   types of a pack otherwise, and its bytes are never read.
  /// - Throws: where the pack is of no shape that is kept.
  package static func encode(_ pack: Pack, by program: String) throws -> [UInt8] {
    let contents = pack.contents
    var text = PackText()
    text.clauses = contents.clauses.map(\.blocks)
    text.checks = contents.checks.map {
      CheckText(
        finding: $0.finding, consequence: $0.consequence, remedy: $0.remedy, look: $0.look)
    }
    var payload = ByteWriter()
    payload.put(stretch: try ByteWriter.whole(contents))
    payload.put(stretch: try ByteWriter.whole(text))
    payload.put(stretch: try ByteWriter.whole(contents.background))
    return head(program, pack.hash, payload.bytes) + payload.bytes
  }

  /// What stands before the parts.
  package static func head(_ program: String, _ hash: String, _ payload: [UInt8]) -> [UInt8] {
    var head = ByteWriter()
    for text in [magic, program, hash] { head.put(stretch: Array(text.utf8)) }
    head.put(word: payload.withUnsafeBytes { digest($0) })
    return head.bytes
  }

  /// - Parameters:
  ///   - program: the build that must have made them.
  ///   - hash: the SHA-256 of the sources that the pack must have been compiled from; nil where its
  ///     own `hash` is looked at afterwards.
  /// - Throws: `PackCacheFault` where the bytes are anything but what `encode` made of that pack.
  package static func decode(
    _ bytes: [UInt8], by program: String, hash: String?
  ) throws(PackCacheFault) -> Pack {
    do {
      return try bytes.withUnsafeBytes { try decode($0, of: bytes, program, hash) }
    } catch {
      throw error as? PackCacheFault ?? .damaged
    }
  }

  private static func decode(
    _ buffer: UnsafeRawBufferPointer, of bytes: [UInt8], _ program: String, _ hash: String?
  ) throws -> Pack {
    var reader = ByteReader(buffer)
    guard try reader.text() == magic, try reader.text() == program else {
      throw PackCacheFault.foreign
    }
    let found = try reader.text()
    guard hash == nil || found == hash else { throw PackCacheFault.otherSources }
    guard try reader.word() == digest(reader.rest) else { throw Damage() }
    var front = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[try reader.stretch()]))
    var contents = try front.whole(PackContents.self)
    let text = bytes[try reader.stretch()]
    let background = bytes[try reader.stretch()]
    guard reader.rest.isEmpty, contents.isInRange(front.sizes) else { throw Damage() }
    let sizes = front.sizes
    leave(text, sizes: sizes, &contents)
    return Pack(contents, hash: found) { read(background, sizes: sizes) ?? PackBackground() }
  }

  /// Leaves the texts of clauses and checks as bytes until one is read.
  private static func leave(
    _ bytes: ArraySlice<UInt8>, sizes: [Int], _ contents: inout PackContents
  ) {
    let (clauses, checks) = (contents.clauses.count, contents.checks.count)
    let text = Deferred {
      var text: PackText = read(bytes, sizes: sizes) ?? PackText()
      if text.clauses.count != clauses || text.checks.count != checks {
        text.clauses = Array(repeating: [], count: clauses)
        text.checks = Array(repeating: CheckText(), count: checks)
      }
      return text
    }
    for number in contents.clauses.indices {
      contents.clauses[number].read { text.value.clauses[number] }
    }
    for number in contents.checks.indices {
      contents.checks[number].read { text.value.checks[number] }
    }
  }

  /// The digest said already that the bytes are those that were written; what somebody forged may
  /// hold nothing.
  private static func read<T: Packed>(_ bytes: ArraySlice<UInt8>, sizes: [Int]? = nil) -> T? {
    bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer, sizes: sizes)
      return try? reader.whole(T.self)
    }
  }

  /// A quick look whether bytes are those that were written: it finds accidents, not forgers.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // Two words at a time: neither waits for the other.
    var (a, b): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count), 0)
    func mix(_ state: inout UInt64, _ word: UInt64) {
      state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
    }
    let pairs = bytes.count & ~15
    for at in stride(from: 0, to: pairs, by: 16) {
      mix(&a, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      mix(&b, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)))
    }
    for byte in bytes[pairs...] { mix(&a, UInt64(byte)) }
    mix(&a, b)
    return a
  }
}

/// Why bytes are no compiled pack.
package enum PackCacheFault: Error, Hashable, Sendable {
  /// Of another program or another build, or no compiled pack at all.
  case foreign
  /// Compiled from other sources.
  case otherSources
  case damaged
}
