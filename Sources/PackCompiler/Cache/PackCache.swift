import PackModel

/// The compiled form of a pack, as bytes that load in a few milliseconds. Where the bytes lie, and
/// under which key, is the program's to say; bytes that are not whole, not of this format or not of
/// the sources that are meant do not decode, and the sources are compiled again.
package enum PackCache {
  /// Counted up whenever a type of the pack's model changes.
  static let format = 13
  static let magic: [UInt8] = Array("art28p".utf8)

  package static func encode(_ pack: Pack) -> [UInt8] {
    var parts = [ByteWriter(), ByteWriter(), ByteWriter()]
    parts[0].write(contents: pack)
    parts[1].write(text: pack)
    parts[2].write(background: pack.contents.background)
    var payload = ByteWriter()
    for part in parts {
      let bytes = part.finished()
      payload.write(count: bytes.count)
      payload.bytes += bytes
    }
    var head = ByteWriter()
    head.bytes += magic
    head.write(count: format)
    head.write(fixed: pack.hash)
    head.write(word: digest(payload.bytes[...]))
    return head.bytes + payload.bytes
  }

  /// - Parameter hash: the SHA-256 of the sources that the pack must have been compiled from; nil
  ///   where its own `hash` is looked at afterwards.
  /// - Throws: `PackCacheFault` where the bytes are anything but what `encode` made of that pack.
  package static func decode(_ bytes: [UInt8], hash: String?) throws(PackCacheFault) -> Pack {
    var result: Result<Pack, PackCacheFault> = .failure(.damaged)
    bytes.withUnsafeBytes { buffer in
      result = Result { () throws(PackCacheFault) in try decode(buffer, of: bytes, hash) }
    }
    return try result.get()
  }

  private static func decode(
    _ buffer: UnsafeRawBufferPointer, of bytes: [UInt8], _ hash: String?
  ) throws(PackCacheFault) -> Pack {
    var reader = ByteReader(buffer)
    for byte in magic {
      guard try reader.byte() == byte else { throw .foreign }
    }
    guard try reader.count() == format else { throw .foreign }
    let found = try reader.fixed()
    guard hash == nil || found == hash else { throw .otherSources }
    let digest = try reader.word()
    guard digest == self.digest(reader.rest) else { throw .damaged }
    var front = ByteReader(try reader.part())
    let text = try reader.stretch()
    let background = try reader.stretch()
    guard reader.isAtEnd else { throw .damaged }
    var contents = try front.contents()
    leave(bytes[text], sizes: front.sizes, &contents)
    return Pack(contents, hash: found) { readBackground(bytes[background]) }
  }

  /// Leaves the texts of clauses and checks as bytes until one is read.
  private static func leave(
    _ bytes: ArraySlice<UInt8>, sizes: ByteReader.Sizes, _ contents: inout PackContents
  ) {
    let checks = contents.checks.count
    let text = Deferred { readText(bytes, sizes, checks: checks) }
    for number in contents.clauses.indices {
      contents.clauses[number].read { text.value.clauses[number] }
    }
    for number in contents.checks.indices {
      contents.checks[number].read { text.value.checks[number] }
    }
  }

  /// The digest said already that the bytes are those that were written; what somebody forged has
  /// no text.
  private static func readText(
    _ bytes: ArraySlice<UInt8>, _ sizes: ByteReader.Sizes, checks: Int
  ) -> PackText {
    bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      reader.sizes = sizes
      do throws(PackCacheFault) {
        return try reader.text(checks: checks)
      } catch {
        var nothing = PackText()
        nothing.clauses = Array(repeating: [], count: sizes.clauses)
        nothing.checks = Array(repeating: CheckText(), count: checks)
        return nothing
      }
    }
  }

  private static func readBackground(_ bytes: ArraySlice<UInt8>) -> PackBackground {
    bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      do throws(PackCacheFault) {
        return try reader.background()
      } catch {
        return PackBackground()
      }
    }
  }

  /// A quick look whether bytes are those that were written: it finds accidents, not forgers.
  static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { digest($0) }
  }

  static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    func mix(_ word: UInt64) {
      state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
    }
    var at = 0
    while at + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    while at < bytes.count {
      mix(UInt64(bytes[at]))
      at += 1
    }
    return state
  }
}

/// Why bytes are no compiled pack.
package enum PackCacheFault: Error, Hashable, Sendable {
  /// Not of this program, or of another format.
  case foreign
  /// Compiled from other sources.
  case otherSources
  case damaged
}
