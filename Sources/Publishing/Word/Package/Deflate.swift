import CZlib

/// Deflated data (RFC 1951) and the sums of ZIP archives, by the system's zlib.
enum Deflate {
  private static let streamSize = CInt(MemoryLayout<z_stream>.size)

  static func sum(of bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }

  /// nil where zlib finds no memory.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
        Z_DEFAULT_STRATEGY, ZLIB_VERSION, streamSize) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    return run(&stream, bytes, room: room, deflate)
  }

  /// nil where the bytes are not deflated data of exactly that size.
  static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, streamSize) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    let bytes = run(&stream, packed, room: size, inflate)
    return bytes?.count == size ? bytes : nil
  }

  /// What comes out, in one step; nil where it does not end within the room there is.
  private static func run(
    _ stream: inout z_stream, _ bytes: [UInt8], room: Int,
    _ step: (UnsafeMutablePointer<z_stream>, CInt) -> CInt
  ) -> [UInt8]? {
    guard bytes.count <= UInt32.max, room < UInt32.max else { return nil }
    var input = bytes
    var ending = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: room + 1) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
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
