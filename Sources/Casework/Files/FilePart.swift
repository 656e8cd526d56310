import Glibc

/// A file that is whole and on disk beside its place, and not in it yet.
struct FilePart {
  /// Where it goes, with a link followed.
  let target: String
  private let part: String

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
    // Nobody can put a file or a link there beforehand: the name is not to be guessed, and what is
    // there is not opened.
    let name = String(UInt64.random(in: .min ... .max), radix: 16)
    part = "\(Files.folder(of: target))/.art28-\(name).part"
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError(path: path, number: errno) }
    var number = FilePart.fill(file, bytes, as: old)
    if close(file) != 0, number == 0 { number = errno }
    if number != 0 {
      unlink(part)
      throw FileError(path: path, number: number)
    }
  }

  /// Puts it into its place at once.
  func place() throws(FileError) {
    guard rename(part, target) == 0 else {
      let number = errno
      discard()
      throw FileError(path: target, number: number)
    }
    let folder = open(Files.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    // So that its name is on disk too; the file is whole either way.
    fsync(folder)
  }

  func discard() { unlink(part) }

  /// 0, or the number of the error.
  private static func fill(_ file: Int32, _ bytes: [UInt8], as old: stat?) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      done += count
    }
    if let old {
      // Where its group cannot be kept, no other group gets what that one had.
      let keepsGroup = fchown(file, uid_t.max, old.st_gid) == 0
      guard fchmod(file, old.st_mode & (keepsGroup ? 0o777 : 0o707)) == 0 else { return errno }
    }
    return fsync(file) == 0 ? 0 : errno
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
