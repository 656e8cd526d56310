import Documents
import PackModel

/// The files of a DOCX that pandoc has its own of and ours take the place of.
enum WordSettings {
  /// Asks Word to look up the contents' pages, to hyphenate, and to work as in its newer versions.
  static func settings(language: String, hasEvenPages: Bool = false) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>\
    <w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="283"/>\
    <w:doNotHyphenateCaps/>\(hasEvenPages ? "<w:evenAndOddHeaders/>" : "")<w:characterSpacingControl w:val="doNotCompress"/>\
    <w:updateFields w:val="true"/>\
    <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>\
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
    w:val="15"/></w:compat><w:themeFontLang w:val="\(WordXML.escaped(Printable.line(language)))"/>\
    </w:settings>
    """
  }

  /// The margin comments with the mark of each beside its run's properties, where Word's schema has
  /// it; pandoc writes it among them.
  static func comments(_ xml: String) -> String {
    xml.replacing("<w:annotationRef /></w:rPr>", with: "</w:rPr><w:annotationRef />")
  }

  /// What Word shows as the document's properties. Nobody's name and no moment but the given day.
  static func properties(title: String, language: String, date: CalendarDate) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(WordXML.escaped(title))</dc:title>\
    <dc:creator>art28</dc:creator><dc:language>\(WordXML.escaped(Printable.line(language)))</dc:language>\
    <dcterms:created xsi:type="dcterms:W3CDTF">\(date.iso)T00:00:00Z</dcterms:created>\
    <dcterms:modified xsi:type="dcterms:W3CDTF">\(date.iso)T00:00:00Z</dcterms:modified></cp:coreProperties>
    """
  }
}
