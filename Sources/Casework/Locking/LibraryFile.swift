import Matters

/// The file with a library's key, in the folder whose matters it opens, and in those below it.
struct LibraryFile {
  let folder: String
  var library: Library

  var path: String { LibraryFile.path(in: folder) }

  /// A name that no document takes: what belongs to a matter is never overwritten.
  static let name = "library.art28-key"

  static func path(in folder: String) -> String { "\(folder)/\(name)" }

  /// How far up a library is looked for.
  private static let mostFolders = 16

  init(folder: String, library: Library) { (self.folder, self.library) = (folder, library) }

  /// - Returns: nil where there is none.
  init?(in folder: String) {
    guard let bytes = try? Files.read(LibraryFile.path(in: folder), as: .key),
      let library = Library(bytes)
    else { return nil }
    self.init(folder: folder, library: library)
  }

  /// The libraries around a file, the nearest first.
  static func around(_ path: String) -> [LibraryFile] {
    var folder = Files.folder(of: Files.absolute(path))
    var found: [LibraryFile] = []
    for _ in 0..<mostFolders {
      if let file = LibraryFile(in: folder) { found.append(file) }
      guard folder != "/" else { break }
      folder = Files.folder(of: folder)
    }
    return found
  }

  /// Writes it so that only its owner reads it, and the disk has it.
  func write() throws {
    try Files.outcome { () throws(FileError) in try Files.write(library.bytes, to: path) }
  }
}
