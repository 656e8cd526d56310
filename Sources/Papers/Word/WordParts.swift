import Compression

/// Where the parts of a Word document are: found by its relations, not by their usual names.
struct WordParts {
  private let archive: ZipArchive
  /// The main part.
  let main: String
  private let ofFile: [String: String]
  private let ofMain: [String: String]

  init(_ archive: ZipArchive) throws(PaperFault) {
    self.archive = archive
    ofFile = try Self.relations(of: "", in: archive)
    main = ofFile["officeDocument"] ?? "word/document.xml"
    guard archive.entry(main) != nil else { throw Self.noDocument(archive) }
    ofMain = try Self.relations(of: main, in: archive)
  }

  /// What the main part holds.
  func mainBytes() throws(PaperFault) -> [UInt8] {
    guard let bytes = archive.contents(of: main) else { throw .brokenDocument }
    return bytes
  }

  /// What the main part's part of a kind holds, such as `styles`; nil where there is none.
  func bytes(_ kind: String) throws(PaperFault) -> [UInt8]? {
    guard let part = ofMain[kind], archive.entry(part) != nil else { return nil }
    guard let bytes = archive.contents(of: part) else { throw .brokenDocument }
    return bytes
  }

  func has(_ kind: String) -> Bool { ofMain[kind] != nil }

  /// What the file says its title is.
  func title() throws(PaperFault) -> String? {
    guard let part = ofFile["core-properties"], let bytes = archive.contents(of: part) else {
      return nil
    }
    return try OfficeArchive.title(bytes)
  }

  /// Where the relations of a part lead, by the last word of their kind; of several of a kind the first.
  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(PaperFault) -> [String: String] {
    let steps = part.split(separator: "/")
    let folder = Array(steps.dropLast())
    let list = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    guard archive.entry(list) != nil else { return [:] }
    guard let bytes = archive.contents(of: list) else { throw .brokenDocument }
    var reader = try XMLReader(bytes)
    var found: [String: String] = [:]
    while let event = try reader.next() {
      guard event == .start("Relationship"), reader.attributes["TargetMode"] != "External",
        let kind = reader.attributes["Type"]?.split(separator: "/").last,
        let target = reader.attributes["Target"]
      else { continue }
      if found[String(kind)] == nil { found[String(kind)] = path(target, from: folder) }
    }
    return found
  }

  private static func path(_ target: String, from folder: [Substring]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func noDocument(_ archive: ZipArchive) -> PaperFault {
    if archive.entry("xl/workbook.xml") != nil {
      return PaperFault("It is a workbook, not a paper: its tables are read where a list is asked.")
    }
    return PaperFault(
      "It is an archive without a document in it. Unpack it first, and name the file that is meant."
    )
  }
}
