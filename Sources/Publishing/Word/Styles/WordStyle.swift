/// One style of Word, with its properties as Word's XML in the order that Word's schema wants.
struct WordStyle {
  enum Kind: String { case paragraph, character, table }

  var kind = Kind.paragraph
  var id: String
  /// As it shows in Word; the built-in names are Word's own.
  var name: String
  var based: String? = "Normal"
  var next: String?
  var paragraph = ""
  var run = ""
  var table = ""
  /// Shown among the styles that a user picks from.
  var isOffered = false

  var xml: String {
    let custom =
      name == name.lowercased() || Self.builtIn.contains(name) ? "" : " w:customStyle=\"1\""
    let isDefault = id == "Normal" || id == "TableNormal" || id == "DefaultParagraphFont"
    var xml = "<w:style w:type=\"\(kind.rawValue)\"\(isDefault ? " w:default=\"1\"" : custom)"
    xml += " w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
    if !isDefault, let based { xml += "<w:basedOn w:val=\"\(based)\"/>" }
    if let next { xml += "<w:next w:val=\"\(next)\"/>" }
    xml += isOffered ? "<w:qFormat/>" : ""
    if !paragraph.isEmpty { xml += "<w:pPr>\(paragraph)</w:pPr>" }
    if !run.isEmpty { xml += "<w:rPr>\(run)</w:rPr>" }
    return xml + table + "</w:style>"
  }

  private static let builtIn: Set<String> = [
    "Normal", "Title", "Body Text", "List", "List 2", "List 3", "List Bullet", "List Bullet 2",
    "List Bullet 3", "List Continue", "List Continue 2", "List Continue 3", "TOC Heading",
    "Signature", "Hyperlink", "Normal Table", "Default Paragraph Font",
  ]
}
