import Glibc

/// Programs of this package that were built together with the tests.
package enum BuiltProgram {
  /// The path of an executable product or target; it lies beside the test program.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let program = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = program.lastIndex(of: "/").map { program[...$0] } ?? ""
    return folder + name
  }
}
