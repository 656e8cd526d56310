import Compression

/// A DOCX as Word writes one, around the body that a test is about.
enum WordSample {
  static let names = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"
    """

  static func document(_ body: String, names: String = Self.names) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
    <w:document \(names)><w:body>\(body)<w:sectPr w:rsidR="00A10B22"><w:pgSz w:w="11906" \
    w:h="16838"/></w:sectPr></w:body></w:document>
    """
  }

  /// Its parts in Word's own order; `others` come behind them, or in the place of those of their name.
  static func archive(_ document: String, others: [(String, String)] = []) -> ZipArchive {
    var archive = ZipArchive()
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    archive.put(
      "[Content_Types].xml",
      """
      <?xml version="1.0" encoding="UTF-8"?><Types xmlns="\(types)"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default \
      Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
      ContentType="\(word).document.main+xml"/><Override PartName="/word/footnotes.xml" \
      ContentType="\(word).footnotes+xml"/></Types>
      """)
    archive.put(
      "_rels/.rels",
      """
      <Relationships xmlns="\(relations)"><Relationship Id="rId1" Type="\(office)/officeDocument" \
      Target="word/document.xml"/></Relationships>
      """)
    archive.put("word/document.xml", document)
    archive.put(
      "word/_rels/document.xml.rels",
      """
      <Relationships xmlns="\(relations)"><Relationship Id="rId1" Type="\(office)/footnotes" \
      Target="footnotes.xml"/><Relationship Id="rId2" Type="\(office)/hyperlink" \
      Target="https://example.com/" TargetMode="External"/></Relationships>
      """)
    archive.put(
      "word/footnotes.xml",
      """
      <w:footnotes \(names)><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r>\
      </w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>\
      </w:footnotes>
      """)
    archive.put("word/media/seal.bin", String(repeating: "seal ", count: 500))
    for (name, text) in others { archive.put(name, text) }
    return archive
  }

  static func docx(_ body: String, others: [(String, String)] = []) -> [UInt8] {
    archive(document(body), others: others).bytes()
  }

  /// A run, with properties or without.
  static func run(_ text: String, _ properties: String = "") -> String {
    let letters = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return
      "<w:r w:rsidRPr=\"00C40D44\">\(letters)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func paragraph(_ runs: String..., properties: String = "") -> String {
    let own = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p w:rsidR=\"00A10B22\" w:rsidRDefault=\"00B20C33\">\(own)\(runs.joined())</w:p>"
  }

  static func field(_ code: String, _ shown: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(code) \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\(run(shown, "<w:b/>"))\
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }
}
