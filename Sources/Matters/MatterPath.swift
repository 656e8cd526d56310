import Glibc

/// A path that was looked at before SQLite touches it.
struct MatterPath {
  /// Absolute, with every symbolic link resolved: SQLite's journal and the lock lie beside this
  /// one.
  let path: String

  /// SQLite refuses longer paths (`MAX_PATHNAME` of its os_unix.c, less "-journal").
  private static let longestPath = 504
  /// `NAME_MAX` less "-journal", which stands beside the file while it is saved.
  private static let longestName = 247

  /// A matter file that should be there.
  ///
  /// Nothing is opened: closing a descriptor of a database that this process has open elsewhere
  /// would drop SQLite's locks on it (sqlite.org/howtocorrupt.html, section 2.2).
  ///
  /// - Parameter needsJournal: whether SQLite will look for a journal beside it.
  static func existing(
    _ given: String, needsJournal: Bool = true
  ) throws(MatterError) -> MatterPath {
    var status = stat()
    guard stat(given, &status) == 0 else { throw failure(errno, at: given, kept: .untouched) }
    guard let resolved = resolve(given) else { throw failure(errno, at: given, kept: .untouched) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw MatterError(.isFolder, path: resolved, kept: .untouched)
    default: throw MatterError(.noPlainFile, path: resolved, kept: .untouched)
    }
    let place = MatterPath(path: resolved)
    try place.checkLength(kept: .untouched)
    if needsJournal, let name = place.blockedName {
      throw MatterError(.journalBlocked(name), path: resolved, kept: .untouched)
    }
    guard faccessat(AT_FDCWD, resolved, R_OK, AT_EACCESS) == 0 else {
      throw MatterError(.noPermission, path: resolved, kept: .untouched)
    }
    return place
  }

  /// A matter file that is to be made, where nothing stands yet.
  static func vacant(_ given: String) throws(MatterError) -> MatterPath {
    let slash = given.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == given.startIndex ? "/" : String(given[..<$0]) } ?? "."
    let name = slash.map { String(given[given.index(after: $0)...]) } ?? given
    guard !given.isEmpty else { throw MatterError(.notFound, path: given, kept: .nothingMade) }
    guard !["", ".", ".."].contains(name) else {
      throw MatterError(.isFolder, path: given, kept: .nothingMade)
    }
    guard let resolved = resolve(folder) else {
      let number = errno
      if number == ENOENT { throw MatterError(.noFolder, path: given, kept: .nothingMade) }
      throw failure(number, at: given, kept: .nothingMade)
    }
    let place = MatterPath(path: (resolved == "/" ? "" : resolved) + "/" + name)
    try place.checkLength(kept: .nothingMade)
    var status = stat()
    guard lstat(place.path, &status) != 0 else {
      throw failure(EEXIST, at: place.path, kept: .nothingMade)
    }
    guard errno == ENOENT else { throw failure(errno, at: place.path, kept: .nothingMade) }
    return place
  }

  /// With a slash at its end.
  var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "/"
  }

  /// Why nothing can be written there; nil where it can.
  var obstacle: MatterError.Kind? {
    // SQLite writes its journal into the folder.
    for (path, mode) in [(path, W_OK), (folder, W_OK | X_OK)] {
      guard faccessat(AT_FDCWD, path, mode, AT_EACCESS) != 0 else { continue }
      return .readOnlyPlace
    }
    return nil
  }

  /// What a file is that SQLite does not know.
  var nature: MatterError.Nature {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .other }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return .empty }
    let start = bytes.prefix(count)
    if start.starts(with: "{\n\"format\":\"art28 matter".utf8) { return .export }
    return start.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) } ? .other : .text
  }

  /// What stands in the place of a file that SQLite keeps beside it, and is none: SQLite would wait for
  /// a pipe without end.
  private var blockedName: String? {
    ["-journal", "-wal", "-shm"].map { path + $0 }.first { name in
      var status = stat()
      return lstat(name, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }
  }

  /// Whether the file has other names: hard links.
  var hasSeveralNames: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_nlink > 1
  }

  /// Another name of the file in its folder under which a save was cut off: SQLite looks for what
  /// undoes it beside the name that it is given, and would take half a save for whole under this one.
  var unfinishedName: String? {
    guard hasSeveralNames, let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    let ending = "-journal"
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(ending) else { continue }
      let other = folder + name.dropLast(ending.count)
      if other != path, FileIdentity(of: other) == identity, MatterPath.undoes(folder + name) {
        return other
      }
    }
    return nil
  }

  /// Whether a journal undoes anything: SQLite takes one that is empty or begins with a zero for none.
  private static func undoes(_ journal: String) -> Bool {
    let descriptor = open(journal, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var first: UInt8 = 0
    return read(descriptor, &first, 1) == 1 && first != 0
  }

  /// Whether the place knows the locks that SQLite takes; it says of both that somebody holds the file.
  var knowsLocks: Bool {
    guard let part = try? PartFile(in: String(folder.dropLast())) else { return true }
    defer { part.discard() }
    var lock = flock(
      l_type: Int16(F_RDLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 1, l_pid: 0)
    return fcntl(part.descriptor, F_SETLK, &lock) == 0 || errno != ENOLCK
  }

  var identity: FileIdentity? { FileIdentity(of: path) }

  /// The prose-free meaning of an `errno`.
  static func failure(_ number: Int32, at path: String, kept: MatterError.Kept) -> MatterError {
    let kind: MatterError.Kind =
      switch number {
      case ENOENT: kept == .untouched && isLink(path) ? .brokenLink : .notFound
      case ENOTDIR: .noFolder
      case ELOOP: .brokenLink
      case EEXIST: .exists
      case EISDIR: .isFolder
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnlyPlace
      case ENOSPC, EDQUOT: .diskFull
      case ENAMETOOLONG: .nameTooLong(limit: longestName)
      case ENOLCK, EOPNOTSUPP, ENOSYS: .noLocks
      default: .storage(code: 0, String(cString: strerror(number)))
      }
    return MatterError(kind, path: path, kept: kept)
  }

  private func checkLength(kept: MatterError.Kept) throws(MatterError) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path[...].utf8
    if name.count > MatterPath.longestName {
      throw MatterError(.nameTooLong(limit: MatterPath.longestName), path: path, kept: kept)
    }
    if path.utf8.count > MatterPath.longestPath {
      throw MatterError(.nameTooLong(limit: MatterPath.longestPath), path: path, kept: kept)
    }
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
