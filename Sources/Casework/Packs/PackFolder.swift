import Glibc
import PackCompiler

/// The folder of a pack, which may be a stranger's: nothing is read but plain files that lie in it.
///
/// Links are not followed, wherever they lead; each folder is opened from the one above it, so that
/// nobody can put a link in its place meanwhile.
package struct PackFolder {
  private let path: String
  private var files: [String: [UInt8]] = [:]
  private var total = 0
  private var seen = 0

  /// Folders within each other, and names in all of them.
  private static let depth = 6
  private static let names = 20_000

  /// A pack's files.
  ///
  /// - Throws: an `Outcome` that names what cannot be read, and says what a pack may hold.
  package static func read(_ path: String) throws -> SourceFiles {
    guard Files.exists("\(path)/pack.yaml") else {
      throw Outcome.file("“\(path)” holds no pack: there is no pack.yaml in it.")
    }
    var folder = PackFolder(path: path)
    // How the person comes to the folder is their own affair.
    let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw FileError(path: path, number: errno).outcome }
    try folder.walk(root, "", depth: 0)
    return SourceFiles(folder.files)
  }

  private init(path: String) { self.path = path }

  /// Takes what lies in a folder; the descriptor is closed with it.
  private mutating func walk(_ folder: Int32, _ inner: String, depth: Int) throws {
    guard let directory = fdopendir(folder) else {
      let number = errno
      close(folder)
      throw fault(inner, number)
    }
    defer { closedir(directory) }
    for name in Files.names(in: directory) {
      seen += 1
      guard seen <= Self.names else {
        throw Outcome.file("“\(path)” holds more than 20,000 files, too many for a pack.")
      }
      try take(name, in: folder, inner.isEmpty ? name : "\(inner)/\(name)", depth)
    }
  }

  private mutating func take(_ name: String, in folder: Int32, _ inner: String, _ depth: Int) throws
  {
    let isSource =
      name.hasSuffix(".yaml") || (name.hasSuffix(".md") && inner.hasPrefix("documents/"))
    var info = stat()
    guard fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
      if isSource { throw fault(inner, errno) }
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR:
      guard depth < Self.depth else {
        throw Outcome.file("“\(path)/\(inner)” lies too deep: \(Self.depth) folders are the most.")
      }
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { throw fault(inner, errno) }
      try walk(next, inner, depth: depth + 1)
    case S_IFLNK:
      throw Outcome.file(
        "“\(path)/\(inner)” is a link, and the links of a pack are not followed.",
        "Put the file itself in its place, or take the link away.")
    case _ where isSource: files[inner] = try source(name, in: folder, inner)
    default: break
    }
  }

  private mutating func source(_ name: String, in folder: Int32, _ inner: String) throws -> [UInt8]
  {
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw fault(inner, errno) }
    defer { close(file) }
    let bytes = try Files.outcome { () throws(FileError) in
      try Files.contents(of: file, "\(path)/\(inner)", as: .source)
    }
    total += bytes.count
    guard total <= SourceFiles.largestPack else {
      throw FileError(path: path, saying: "holds more than 20 MB, too much for a pack").outcome
    }
    return bytes
  }

  private func fault(_ inner: String, _ number: Int32) -> Outcome {
    FileError(path: inner.isEmpty ? path : "\(path)/\(inner)", number: number).outcome
  }
}
