import CZlib

/// Deflated data and the sums of ZIP archives, by the system's zlib. What comes from a stranger is
/// unpacked here only, into no more room than the caller allows.
package enum Deflate {
  /// What stands around deflated data.
  package enum Wrapping: Sendable {
    /// Nothing (RFC 1951), as in ZIP archives.
    case bare
    /// A header, and a sum at the end (RFC 1950), as `zlib` of any language reads it.
    case zlib

    fileprivate var windowBits: CInt { self == .bare ? -MAX_WBITS : MAX_WBITS }
  }

  private static let streamSize = CInt(MemoryLayout<z_stream>.size)

  /// CRC-32, as ZIP archives have it.
  package static func sum(of bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }

  /// nil where zlib finds no memory.
  package static func packed(_ bytes: [UInt8], as wrapping: Wrapping) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, wrapping.windowBits, MAX_MEM_LEVEL,
        Z_DEFAULT_STRATEGY, ZLIB_VERSION, streamSize) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    return run(&stream, bytes, room: room, deflate)
  }

  /// nil where the bytes are not deflated data of exactly that size.
  package static func unpacked(
    _ packed: [UInt8], as wrapping: Wrapping, size: Int
  ) -> [UInt8]? {
    let bytes = inflated(packed, as: wrapping, room: size)
    return bytes?.count == size ? bytes : nil
  }

  /// nil where the bytes are not deflated data, or would be more than `limit` bytes.
  package static func unpacked(
    _ packed: [UInt8], as wrapping: Wrapping, atMost limit: Int
  ) -> [UInt8]? {
    // Text is a fifth of its size; for what packs better the room grows.
    var room = min(8 * packed.count + 1024, limit)
    while true {
      if let bytes = inflated(packed, as: wrapping, room: room) { return bytes }
      guard room < limit else { return nil }
      room = min(8 * room, limit)
    }
  }

  private static func inflated(
    _ packed: [UInt8], as wrapping: Wrapping, room: Int
  ) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, wrapping.windowBits, ZLIB_VERSION, streamSize) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    guard let bytes = run(&stream, packed, room: room, inflate), bytes.count <= room else {
      return nil
    }
    // A stream of ours ends where its bytes end; an archive's may be followed by what is skipped.
    return wrapping == .bare || stream.avail_in == 0 ? bytes : nil
  }

  /// What comes out, in one step; nil where it does not end within the room there is.
  private static func run(
    _ stream: inout z_stream, _ bytes: [UInt8], room: Int,
    _ step: (UnsafeMutablePointer<z_stream>, CInt) -> CInt
  ) -> [UInt8]? {
    guard bytes.count <= UInt32.max, room < UInt32.max else { return nil }
    var ending = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: room + 1) { output, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib only reads it.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room + 1)
        ending = step(&stream, Z_FINISH)
        count = room + 1 - Int(stream.avail_out)
      }
    }
    return ending == Z_STREAM_END ? output : nil
  }
}
