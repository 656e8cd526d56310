import Compression

/// A file for Word as it is put together: its parts, their types, and how the document refers to them.
struct WordPackage {
  /// A part that the document refers to. The raw value is the kind of the relation.
  enum Kind: String {
    case styles, numbering, settings, comments, header, footer, theme, fontTable

    fileprivate var type: String {
      self == .theme ? "\(WordPackage.office)theme+xml" : "\(WordPackage.word)\(rawValue)+xml"
    }
  }

  private static let office = "application/vnd.openxmlformats-officedocument."
  private static let word = office + "wordprocessingml."

  private var parts = ZipArchive()
  private var types: [(part: String, type: String)] = []
  private var relations = Relations([])

  /// Adds a part, and returns the id by which the document refers to it.
  @discardableResult
  mutating func add(_ name: String, _ xml: String, as kind: Kind) -> String {
    parts.put(name, xml)
    types.append((name, kind.type))
    let id = "rId\(relations.all.count + 1)"
    relations.all.append(Relations.Relation(id: id, kind: kind.rawValue, target: name))
    return id
  }

  /// Adds what only other parts refer to. The file of a part's relations has no type of its own.
  mutating func attach(_ attachment: Attachment) {
    parts.put(attachment.entry)
    if let type = attachment.type { types.append((attachment.entry.name, type)) }
  }

  /// The whole file, with the text and the properties that Word shows of it.
  ///
  /// - Parameter body: in pieces.
  func archive(body: [String], properties: String) -> ZipArchive {
    var archive = ZipArchive()
    archive.put("[Content_Types].xml", contentTypes)
    archive.put("_rels/.rels", Self.root)
    archive.put("word/document.xml", Self.document(body))
    archive.put("word/_rels/document.xml.rels", relations.xml)
    archive.put("docProps/core.xml", properties)
    for part in parts.entries { archive.put(part) }
    return archive
  }

  private static func document(_ body: [String]) -> [String] {
    let start = """
      <w:document \(WordXML.namespaces) \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">\
      <w:body>
      """
    return [WordXML.head, start] + body + ["</w:body></w:document>"]
  }

  private var contentTypes: String {
    let own = [
      ("word/document.xml", "\(Self.word)document.main+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    let all = (own + types).map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return WordXML.head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(all.joined())</Types>
      """
  }

  private static let root =
    WordXML.head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(Relations.types)officeDocument" Target="word/document.xml"/>\
      <Relationship Id="rId2" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """
}
