import Compression

/// The parts of a Word document, as far as changes touch them. All others stay packed as they came.
struct WordPackage {
  struct Comment {
    let number: Int
    let text: String
  }

  private static let contentTypes = "[Content_Types].xml"

  private var archive: ZipArchive
  /// The name of the part that holds the text.
  let main: String

  init(_ bytes: [UInt8]) throws(PaperFault) {
    guard bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw PaperFault(
        "It is no Word document. Changes can be written into a DOCX only; take the amendment for other papers."
      )
    }
    archive = try OfficeArchive.open(bytes)
    let parts = try Self.relations(of: "", in: archive)
    guard let main = parts.first(where: { $0.type.hasSuffix("/officeDocument") })?.part
    else { throw .brokenDocument }
    self.main = main
  }

  func bytes() -> [UInt8] { archive.bytes() }

  func part(_ name: String) throws(PaperFault) -> [UInt8] {
    guard let bytes = archive.contents(of: name) else { throw .brokenDocument }
    return bytes
  }

  mutating func put(_ name: String, _ bytes: [UInt8]) {
    archive.put(ZipArchive.Entry(name: name, contents: .plain(bytes)))
  }

  /// The numbers that changes and comments have in any part of the text.
  func numbers() -> Set<Int> {
    let folder = Self.folder(main)
    return archive.entries.filter { $0.name.hasPrefix(folder) && $0.name.hasSuffix(".xml") }
      .reduce(into: []) { $0.formUnion(RevisionMarks.numbers(in: $1.bytes ?? [])) }
  }

  // MARK: Relations

  private struct Relation {
    let type: String
    let part: String
  }

  /// The folder of a part, with a stroke at its end; empty at the top.
  private static func folder(_ part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  private static func relationsName(_ part: String) -> String {
    let folder = folder(part)
    return "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
  }

  /// The parts that a part names.
  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(PaperFault) -> [Relation] {
    guard let bytes = archive.contents(of: relationsName(part)) else { return [] }
    var reader = try XMLReader(bytes)
    var found: [Relation] = []
    while let event = try reader.next() {
      guard event == .start("Relationship"), reader.attributes["TargetMode"] != "External",
        let type = reader.attributes["Type"], let target = reader.attributes["Target"]
      else { continue }
      let whole = target.hasPrefix("/") ? target : folder(part) + target
      var steps: [Substring] = []
      for step in whole.split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
      }
      found.append(Relation(type: type, part: steps.joined(separator: "/")))
    }
    return found
  }

  // MARK: Comments

  /// Puts comments in. Where the file has none yet, it gets the part for them, and what names it.
  mutating func add(
    _ comments: [Comment], _ marks: RevisionMarks, _ space: WordMarkup.Space
  ) throws(PaperFault) {
    let relations = try Self.relations(of: main, in: archive)
    if let own = relations.first(where: { $0.type.hasSuffix("/comments") })?.part,
      let bytes = archive.contents(of: own)
    {
      try WordMarkup.requireUTF8(bytes)
      var reader = try XMLReader(bytes)
      _ = try reader.root()
      let prefix = try WordMarkup.Space(of: reader).prefix
      put(own, try Self.appended(bytes) { _ in Self.text(comments, marks, as: prefix) })
      return
    }
    let name = freeName()
    let prefix = space.prefix
    put(
      name,
      Array(
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <\(prefix):comments xmlns:\(prefix)="\(space.name)">\(Self.text(comments, marks, as: prefix))</\(prefix):comments>
        """.utf8))
    try announce(name, isStrict: space.isStrict)
  }

  private func freeName() -> String {
    let folder = Self.folder(main)
    var name = "\(folder)comments.xml"
    var number = 1
    while archive.entry(name) != nil {
      number += 1
      name = "\(folder)comments\(number).xml"
    }
    return name
  }

  /// Says what the part of comments is, and that the text has it.
  private mutating func announce(_ part: String, isStrict: Bool) throws(PaperFault) {
    let types = try self.part(Self.contentTypes)
    put(
      Self.contentTypes,
      try Self.appended(types) { prefix in
        "<\(prefix)Override PartName=\"/\(part)\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"
      })
    let relations = Self.relationsName(main)
    let list =
      archive.contents(of: relations)
      ?? Array(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
          .utf8)
    let text = String(decoding: list, as: UTF8.self)
    var number = 1
    while text.contains("\"rId\(number)\"") || text.contains("'rId\(number)'") { number += 1 }
    let root =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let target = part.dropFirst(Self.folder(main).count)
    put(
      relations,
      try Self.appended(list) { prefix in
        "<\(prefix)Relationship Id=\"rId\(number)\" Type=\"\(root)/comments\" Target=\"\(target)\"/>"
      })
  }

  /// A part with elements more at its end. `elements` is given the prefix of the root, with its colon.
  private static func appended(
    _ bytes: [UInt8], _ elements: (String) -> String
  ) throws(PaperFault) -> [UInt8] {
    try WordMarkup.requireUTF8(bytes)
    var reader = try XMLReader(bytes)
    let name = try reader.root()
    let start = reader.span
    let prefix = reader.prefix.isEmpty ? "" : reader.prefix + ":"
    var end = start
    while reader.depth > 0 {
      guard try reader.next() != nil else { throw .brokenDocument }
      end = reader.span
    }
    let new = Array(elements(prefix).utf8)
    if end.isEmpty {
      return bytes[..<(start.upperBound - 2)] + Array(">".utf8) + new
        + Array("</\(prefix)\(name)>".utf8) + bytes[start.upperBound...]
    }
    return bytes[..<end.lowerBound] + new + bytes[end.lowerBound...]
  }

  private static func text(_ comments: [Comment], _ marks: RevisionMarks, as prefix: String)
    -> String
  {
    comments.map { comment in
      let paragraphs = comment.text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).map {
        "<\(prefix):p><\(prefix):r>\(WordText.content(String($0), prefix: prefix + ":"))</\(prefix):r></\(prefix):p>"
      }
      let attributes = marks.attributes(comment.number, prefix: prefix + ":")
      return "<\(prefix):comment \(attributes)>\(paragraphs.joined())</\(prefix):comment>"
    }.joined()
  }
}
