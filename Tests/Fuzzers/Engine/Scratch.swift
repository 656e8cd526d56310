import FoundationEssentials
import Glibc

/// A folder in memory where there is one, for targets that need files.
enum Scratch {
  static let folder: String = {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let path = "\(root)/art28-fuzzers-\(getpid())"
    mkdir(path, 0o700)
    return path
  }()

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  static func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
