import FoundationEssentials
import TestSupport

/// Files of the package, and those that a fuzzer writes.
enum Folder {
  /// What ended a program once, or took it too long: a folder a target, a file an input.
  static let kept = "\(TestPacks.root)/Tests/Fuzzers/Kept"

  static func bytes(of path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
  }

  /// The files of a folder, by their names in order.
  static func contents(of path: String) -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { bytes(of: "\(path)/\($0)") }
  }

  /// A file of the package.
  static func file(_ path: String) -> [UInt8] { bytes(of: "\(TestPacks.root)/\(path)") }

  static func write(_ bytes: [UInt8], to path: String) {
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
  }
}
