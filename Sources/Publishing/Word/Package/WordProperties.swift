import PlainText

/// `docProps/core.xml`: what Word shows as the document's properties. Nobody's name, and no moment but
/// the given one.
enum WordProperties {
  static func xml(title: String, language: String, moment: String?) -> String {
    let dates = ["created", "modified"].map { name in
      moment.map { "<dcterms:\(name) xsi:type=\"dcterms:W3CDTF\">\($0)</dcterms:\(name)>" } ?? ""
    }
    return """
      \(WordXML.head)<cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>\(WordXML.escaped(title))</dc:title><dc:creator>art28</dc:creator>\
      <dc:language>\(WordXML.escaped(Sanitiser.documentLine.clean(language)))</dc:language>\(dates.joined())\
      </cp:coreProperties>
      """
  }
}
