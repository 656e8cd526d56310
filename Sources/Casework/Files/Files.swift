import Glibc
import Matters

/// A file or folder that could not be used, and why.
package struct FileError: Error {
  /// As it was given.
  package let path: String
  /// What the system said; 0 where it said nothing.
  package let number: Int32
  private let words: String

  init(path: String, number: Int32) {
    self.path = path
    self.number = number
    words = ": \(String(cString: strerror(number)))"
  }

  /// - Parameter words: what is wrong with it, after its name: "is no plain file".
  init(path: String, saying words: String) {
    self.path = path
    number = 0
    self.words = " \(words)"
  }

  /// What is wrong, a sentence that names the path.
  package var message: String { "“\(path)”\(words)." }
  /// The same as the end of a piece of work.
  package var outcome: Outcome { Outcome(.file, lines: [message]) }
}

/// Files and folders by their paths.
package enum Files {
  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(FileError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]), mode: mode)
    }
    if mkdir(path, mode) != 0, errno != EEXIST { throw FileError(path: path, number: errno) }
    PartFile.sync(folderOf: path)
    if !isFolder(path) { throw FileError(path: path, number: ENOTDIR) }
  }

  /// Whether a folder is there, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is there.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether nothing is there, not even a link that leads nowhere.
  static func isFree(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) != 0
  }

  /// When it was written last, in nanoseconds; 0 where it is not there.
  package static func changed(_ path: String) -> Int {
    var info = stat()
    guard stat(path, &info) == 0 else { return 0 }
    return info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }

  /// Names in a folder, in order; none where it cannot be read.
  package static func names(in folder: String, hidden: Bool = false) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    return names(in: directory, hidden: hidden)
  }

  /// Names in an open folder, in order.
  package static func names(in directory: OpaquePointer, hidden: Bool = false) -> [String] {
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") || (hidden && name != "." && name != "..") { found.append(name) }
    }
    return found.sorted()
  }

  /// The matters of a folder, in the order of their names.
  package static func matters(in folder: String) -> [String] {
    names(in: folder).filter { $0.hasSuffix(".art28") }.map { "\(folder)/\($0)" }
  }

  /// The path from the root on.
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }

  /// The folder that relative paths begin in.
  package static var currentFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// What stands before the last slash; `.` where there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Runs something that may fail on a file; its error becomes the program's outcome.
  package static func outcome<T>(_ body: () throws(FileError) -> T) throws -> T {
    do throws(FileError) { return try body() } catch { throw error.outcome }
  }
}
