import Glibc
import Matters

/// A file that is whole and on disk beside its place, and not in it yet.
struct FilePart {
  /// Where it goes, with a link followed.
  let target: String
  private let part: PartFile

  /// - Parameter path: a file that is there keeps its mode and its group; a new one is its owner's
  ///   alone.
  init(_ bytes: [UInt8], for path: String) throws(FileError) {
    target = try FilePart.followed(path)
    let old = FilePart.status(of: target)
    if let old {
      guard old.st_mode & S_IFMT == S_IFREG else {
        throw FileError(path: path, number: old.st_mode & S_IFMT == S_IFDIR ? EISDIR : EPERM)
      }
      // Renaming would replace what its owner has locked.
      guard access(target, W_OK) == 0 else { throw FileError(path: path, number: errno) }
    }
    let made: PartFile
    do throws(PartFile.Fault) { made = try PartFile(in: Files.folder(of: target)) } catch {
      throw FileError(path: path, number: error.number)
    }
    do throws(PartFile.Fault) {
      try FilePart.fit(made.descriptor, to: old)
      try made.write(bytes)
    } catch {
      made.discard()
      throw FileError(path: path, number: error.number)
    }
    part = made
  }

  /// Puts it into its place at once.
  func place() throws(FileError) {
    do throws(PartFile.Fault) { try part.replace(target) } catch {
      discard()
      throw FileError(path: target, number: error.number)
    }
  }

  func discard() { part.discard() }

  /// Gives it the mode and the group of the file that it replaces.
  private static func fit(_ file: Int32, to old: stat?) throws(PartFile.Fault) {
    guard let old else { return }
    // Where its group cannot be kept, no other group gets what that one had.
    let keepsGroup = fchown(file, uid_t.max, old.st_gid) == 0
    guard fchmod(file, old.st_mode & (keepsGroup ? 0o777 : 0o707)) == 0 else {
      throw PartFile.Fault(number: errno)
    }
  }

  private static func followed(_ path: String) throws(FileError) -> String {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let real = realpath(path, nil) else { throw FileError(path: path, number: errno) }
    defer { free(real) }
    return String(cString: real)
  }

  private static func status(of path: String) -> stat? {
    var info = stat()
    return stat(path, &info) == 0 ? info : nil
  }
}

extension Files {
  /// Writes a file whole or not at all: beside its place first, then renamed onto it.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try FilePart(bytes, for: path).place()
  }
}
