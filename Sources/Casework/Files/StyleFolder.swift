import Documents
import Glibc
import Publishing

/// A firm's own look in a folder: named for one run, or kept in the user's configuration.
package enum StyleFolder {
  /// Where a style lies that every document takes.
  package static func kept(at place: Workplace) -> String { "\(place.folders.configuration)/style" }

  /// The style in the folder that was named, else the kept one; nil where there is none.
  package static func load(_ named: String?, at place: Workplace) throws -> HouseStyle? {
    let folder = named ?? kept(at: place)
    guard Files.isFolder(folder) else {
      if named == nil { return nil }
      throw Outcome.file("“\(folder)” is no folder.")
    }
    // typst reads all that lies in it, wherever that leads. One's own folder is one's own affair.
    if named != nil, let link = link(in: folder, depth: 0) {
      throw Outcome.file(
        "“\(link)” is a link or no plain file, and those of a style are not followed.",
        "Put the file itself in its place, or take it away.")
    }
    func read(_ name: String) throws -> [UInt8]? {
      let path = "\(folder)/\(name)"
      guard Files.exists(path) else { return nil }
      return try Files.outcome { () throws(FileError) in try Files.read(path, as: .style) }
    }
    let reference = try read(HouseStyle.referenceName)
    let template = try read(HouseStyle.templateName)
    if reference == nil, template == nil {
      throw Outcome.file(
        "“\(folder)” holds neither \(HouseStyle.referenceName) nor \(HouseStyle.templateName).",
        "art28 style new FOLDER writes a pair to start from.")
    }
    do throws(StyleFault) {
      return try HouseStyle(
        folder: Files.absolute(folder), reference: reference, template: template)
    } catch {
      throw Outcome.file("In “\(folder)”: \(error)")
    }
  }

  /// Writes a pair to start from.
  ///
  /// - Returns: the paths of what was written.
  /// - Throws: an `Outcome` where one is there already; then nothing is written.
  package static func start(_ folder: String, paper: Document.Paper) throws -> [String] {
    let pair = HouseStyle.starter(paper: paper)
    let files = [
      (HouseStyle.referenceName, pair.reference), (HouseStyle.templateName, pair.template),
    ]
    for (name, _) in files where Files.exists("\(folder)/\(name)") {
      throw Outcome.file("“\(folder)/\(name)” is there already; nothing was written.")
    }
    try Files.outcome { () throws(FileError) in
      try Files.makeFolder(folder)
      for (name, bytes) in files { try Files.write(bytes, to: "\(folder)/\(name)") }
    }
    return files.map { "\(folder)/\($0.0)" }
  }

  /// The first link, pipe or device below a folder; what lies too deep to be looked at is taken for one.
  private static func link(in folder: String, depth: Int) -> String? {
    for name in Files.names(in: folder, hidden: true) {
      let path = "\(folder)/\(name)"
      var info = stat()
      guard lstat(path, &info) == 0 else { continue }
      switch info.st_mode & S_IFMT {
      case S_IFREG: continue
      case S_IFDIR:
        if depth > 6 { return path }
        if let found = link(in: path, depth: depth + 1) { return found }
      default: return path
      }
    }
    return nil
  }
}
