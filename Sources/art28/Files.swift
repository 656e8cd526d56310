import Glibc
import PackCompiler
import Synchronization

/// A file or folder that could not be used, and what the system said.
struct FileError: Error {
  let path: String
  let number: Int32

  var message: String { "“\(path)”: \(String(cString: strerror(number)))." }
  var outcome: Outcome { Outcome(code: .file, lines: [message]) }
}

enum Files {
  /// How many files were written: each has a name of its own while it is not whole.
  private static let parts = Atomic<Int>(0)

  /// The whole of a file; `-` is standard input.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path: path, number: errno) }
    defer { close(file) }
    // The size is a hint: a pipe has none, and a file may grow.
    var info = stat()
    let size = fstat(file, &info) == 0 ? Int(info.st_size) : 0
    var bytes = try chunk(of: file, path, upTo: max(size, 4096))
    while true {
      let more = try chunk(of: file, path, upTo: 65_536)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// What one read gives; nothing at the end.
  private static func chunk(
    of file: Int32, _ path: String, upTo size: Int
  ) throws(FileError) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got = Glibc.read(file, buffer.baseAddress, size)
      while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, size) }
      number = got < 0 ? errno : 0
      count = max(got, 0)
    }
    guard number == 0 else { throw FileError(path: path, number: number) }
    return bytes
  }

  static func text(_ path: String) throws -> String {
    let bytes = try outcome { () throws(FileError) in try read(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Outcome.file("“\(path)” is no UTF-8 text.")
    }
    return text
  }

  /// Writes a file whole or not at all: beside its place first, then renamed onto it.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(FileError) {
    let part = "\(path).\(getpid()).\(parts.add(1, ordering: .relaxed).newValue).part"
    let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw FileError(path: path, number: errno) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let number = errno
        close(file)
        unlink(part)
        throw FileError(path: path, number: number)
      }
      done += count
    }
    if fsync(file) != 0 || close(file) != 0 || rename(part, path) != 0 {
      let number = errno
      unlink(part)
      throw FileError(path: path, number: number)
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(FileError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]), mode: mode)
    }
    if mkdir(path, mode) != 0, errno != EEXIST { throw FileError(path: path, number: errno) }
    if !isFolder(path) { throw FileError(path: path, number: ENOTDIR) }
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// When it was written last, in nanoseconds; 0 where it is not there.
  static func changed(_ path: String) -> Int {
    var info = stat()
    guard stat(path, &info) == 0 else { return 0 }
    return info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }

  /// Names in a folder, in order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.append(name) }
    }
    return found.sorted()
  }

  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }

  static var currentFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A pack's files.
  static func pack(_ folder: String) throws -> SourceFiles {
    var files: [String: [UInt8]] = [:]
    try walk(folder, "", &files, depth: 0)
    guard files["pack.yaml"] != nil else {
      throw Outcome.file("“\(folder)” holds no pack: there is no pack.yaml in it.")
    }
    return SourceFiles(files)
  }

  private static func walk(
    _ root: String, _ path: String, _ files: inout [String: [UInt8]], depth: Int
  ) throws {
    for name in names(in: path.isEmpty ? root : "\(root)/\(path)") {
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      if isFolder("\(root)/\(inner)") {
        if depth < 6 { try walk(root, inner, &files, depth: depth + 1) }
      } else if name.hasSuffix(".yaml") || (name.hasSuffix(".md") && path.hasPrefix("documents")) {
        files[inner] = try outcome { () throws(FileError) in try read("\(root)/\(inner)") }
      }
    }
  }

  /// Runs something that may fail on a file; its error becomes the program's outcome.
  static func outcome<T>(_ body: () throws(FileError) -> T) throws -> T {
    do throws(FileError) { return try body() } catch { throw error.outcome }
  }
}
