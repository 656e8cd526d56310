import Publishing

/// A firm's own look in a folder: named for one run, or kept in the user's configuration.
enum StyleFolder {
  /// Where a style lies that every document takes.
  static var kept: String { "\(Person.configuration)/style" }

  /// The style in the folder that was named, else the kept one; nil where there is none.
  static func load(_ named: String?) throws -> HouseStyle? {
    let folder = named ?? kept
    guard Files.isFolder(folder) else {
      if named == nil { return nil }
      throw Outcome.file("“\(folder)” is no folder.")
    }
    func read(_ name: String) throws -> [UInt8]? {
      let path = "\(folder)/\(name)"
      guard Files.exists(path) else { return nil }
      return try Files.outcome { () throws(FileError) in try Files.read(path) }
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
}
