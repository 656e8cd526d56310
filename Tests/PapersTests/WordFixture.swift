import Compression

/// A small DOCX, put together of the parts that Word writes.
struct WordFixture {
  var body = ""
  var styles = ""
  var numbering = ""
  var footnotes = ""
  var endnotes = ""
  var comments = ""
  /// Relations of the main part that are not usual.
  var relations = ""

  static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#

  private static let kinds =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func relation(_ id: String, _ kind: String, _ target: String) -> String {
    #"<Relationship Id="\#(id)" Type="\#(kinds)/\#(kind)" Target="\#(target)"/>"#
  }

  /// The parts, by their names.
  var parts: [(name: String, text: String)] {
    func part(_ root: String, _ text: String) -> String {
      #"<?xml version="1.0" encoding="UTF-8"?><w:\#(root) \#(Self.space)>\#(text)</w:\#(root)>"#
    }
    return [
      (
        "_rels/.rels",
        "<Relationships>\(Self.relation("r1", "officeDocument", "word/document.xml"))"
          + Self.relation("r2", "metadata/core-properties", "docProps/core.xml")
          + "</Relationships>"
      ),
      ("docProps/core.xml", "<c><dc:title xmlns:dc=\"d\">Data Terms</dc:title></c>"),
      (
        "word/_rels/document.xml.rels",
        "<Relationships>\(relations)\(Self.relation("r1", "styles", "styles.xml"))"
          + Self.relation("r2", "numbering", "numbering.xml")
          + Self.relation("r3", "footnotes", "/word/footnotes.xml")
          + Self.relation("r4", "endnotes", "endnotes.xml")
          + Self.relation("r5", "comments", "comments.xml") + "</Relationships>"
      ),
      ("word/document.xml", part("document", "<w:body>\(body)</w:body>")),
      ("word/styles.xml", part("styles", styles)),
      ("word/numbering.xml", part("numbering", numbering)),
      ("word/footnotes.xml", part("footnotes", footnotes)),
      ("word/endnotes.xml", part("endnotes", endnotes)),
      ("word/comments.xml", part("comments", comments)),
    ]
  }

  var bytes: [UInt8] { Self.archive(parts) }

  static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var archive = ZipArchive()
    for part in parts { archive.put(part.name, part.text) }
    return archive.bytes()
  }

  // MARK: Pieces

  /// A paragraph of one run, with properties.
  static func p(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(r(text))</w:p>"
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// The properties of a paragraph of a list.
  static func list(_ id: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr>"
  }

  static func style(_ id: String) -> String { "<w:pStyle w:val=\"\(id)\"/>" }

  /// A style of paragraphs.
  static func style(
    _ id: String, name: String? = nil, base: String? = nil, _ properties: String = ""
  ) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name ?? id)\"/>"
      + (base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + "<w:pPr>\(properties)</w:pPr></w:style>"
  }

  /// The definition of a list, with its levels as format and text.
  static func definition(
    _ id: Int, _ levels: [(format: String, text: String)], more: [Int: String] = [:],
    head: String = ""
  ) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(head)"
      + levels.enumerated().map { place, level in
        "<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.format)\"/>\(more[place] ?? "")<w:lvlText w:val=\"\(level.text)\"/></w:lvl>"
      }.joined() + "</w:abstractNum>"
  }

  static func num(_ id: Int, _ definition: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(overrides)</w:num>"
  }

  /// Clauses as contracts have them: `1.`, `1.1`, `(a)`, `(i)`.
  static let clauses = definition(
    1,
    [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")])
}
