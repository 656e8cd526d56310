import Glibc
import Matters

/// The fonts of this machine, for files that they can come into.
enum Fonts {
  /// Of the names and sizes of all font files, in order.
  static func fingerprint(of folders: [String]) -> Fingerprint {
    var lines: [String] = []
    for folder in folders { gather(folder, depth: 0, &lines) }
    return Fingerprint(of: Array(lines.sorted().joined(separator: "\n").utf8))
  }

  private static func gather(_ folder: String, depth: Int, _ lines: inout [String]) {
    for name in Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      if Files.isFolder(path) {
        if depth < 6 { gather(path, depth: depth + 1, &lines) }
      } else if [".ttf", ".otf", ".ttc", ".otc"].contains(where: name.lowercased().hasSuffix) {
        var info = stat()
        if stat(path, &info) == 0 { lines.append("\(name) \(info.st_size)") }
      }
    }
  }
}
