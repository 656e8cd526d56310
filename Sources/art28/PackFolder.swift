import Glibc
import PackCompiler

/// Reads a pack's files from a folder.
enum PackFolder {
  /// - Throws: `PackFolderError` where the folder cannot be read.
  static func read(_ folder: String) throws(PackFolderError) -> SourceFiles {
    var files: [String: [UInt8]] = [:]
    try walk(folder, "", &files, depth: 0)
    if files.isEmpty { throw PackFolderError(path: folder, message: "There is no pack here.") }
    return SourceFiles(files)
  }

  private static func walk(
    _ root: String, _ path: String, _ files: inout [String: [UInt8]], depth: Int
  ) throws(PackFolderError) {
    let folder = path.isEmpty ? root : "\(root)/\(path)"
    guard let directory = opendir(folder) else {
      throw PackFolderError(path: folder, message: String(cString: strerror(errno)))
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      var info = stat()
      guard stat("\(root)/\(inner)", &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        if depth < 6 { try walk(root, inner, &files, depth: depth + 1) }
      } else if name.hasSuffix(".yaml") || (name.hasSuffix(".md") && path.hasPrefix("documents")) {
        files[inner] = try FileBytes.read("\(root)/\(inner)")
      }
    }
  }
}

struct PackFolderError: Error {
  let path: String
  let message: String
}

enum FileBytes {
  /// The whole of a file.
  static func read(_ path: String) throws(PackFolderError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw PackFolderError(path: path, message: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var info = stat()
    fstat(file, &info)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(info.st_size))
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw PackFolderError(path: path, message: String(cString: strerror(errno)))
      }
      bytes += chunk[..<count]
    }
  }
}
