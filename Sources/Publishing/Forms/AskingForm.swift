import Compression
import PlainText

/// Questions with room for answers, as a file for a word processor or a spreadsheet. What comes back is
/// read as the text of a sheet: every format has one reader behind it.
package struct AskingForm: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// The heading that it begins; nil within one.
    package var heading: String?
    /// Where the answer goes; it stands in the file, and stays there.
    package var place: String
    package var question: String
    package var lines: [String]

    package init(heading: String?, place: String, question: String, lines: [String]) {
      self.heading = heading
      self.place = place
      self.question = question
      self.lines = lines
    }
  }

  package var title: String
  /// How it is filled in.
  package var intro: [String]
  package var items: [Item]
  let imprint: Imprint

  package init(title: String, intro: [String], items: [Item], imprint: Imprint) {
    self.title = title
    self.intro = intro
    self.items = items
    self.imprint = imprint
  }

  // MARK: A workbook

  package static let answerHead = "Answer"
  package static let placeHead = "Place: leave as it is"

  /// A row for each question; every cell is a text, the empty ones too.
  package var workbook: [UInt8] {
    let head = ["Question", "How it is answered", Self.answerHead, Self.placeHead]
    let rows = items.map { item in
      [
        item.question,
        ([item.heading].compactMap(\.self) + item.lines).joined(separator: "\n"), "", item.place,
      ]
    }
    // It has no place, and is no answer.
    let note = [
      "Please write into the column “Answer”, and leave empty what you do not know. A question mark "
        + "says that you looked and do not know.", "", "", "",
    ]
    return XLSX(imprint: imprint, title: title, language: "en-GB")
      .bytes(of: [RowSheet(name: "Questions", rows: [head] + rows + [note])])
  }

  // MARK: A text for Word

  /// The lines of the sheet as paragraphs, with a box below each question.
  package var wordFile: [UInt8] {
    var archive = ZipArchive()
    archive.put("[Content_Types].xml", Self.contentTypes)
    archive.put("_rels/.rels", Self.root)
    archive.put(
      "docProps/core.xml",
      WordProperties.xml(title: title, language: "en-GB", moment: imprint.moment))
    archive.put("word/document.xml", documentPart)
    return archive.bytes()
  }

  private var documentPart: String {
    var body = Self.paragraph(title, size: 32, isBold: true)
    for line in intro { body += Self.paragraph(line) }
    for item in items {
      if let heading = item.heading { body += Self.paragraph(heading, size: 26, isBold: true) }
      body += Self.paragraph("== \(item.place) ==", size: 14, isGrey: true)
      body += Self.paragraph(item.question, isBold: true)
      for line in item.lines { body += Self.paragraph(line, size: 18) }
      body += Self.paragraph("Answer:", isBold: true) + Self.box
    }
    body += Self.paragraph("== end of the sheet ==", size: 14, isGrey: true)
    return """
      \(WordXML.head)<w:document \(WordXML.namespaces)><w:body>\(body)<w:sectPr>\
      <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" \
      w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
      """
  }

  /// - Parameter size: in half points.
  private static func paragraph(
    _ text: String, size: Int = 20, isBold: Bool = false, isGrey: Bool = false
  ) -> String {
    let look =
      (isBold ? "<w:b/>" : "") + (isGrey ? "<w:color w:val=\"808080\"/>" : "")
      + "<w:sz w:val=\"\(size)\"/>"
    return """
      <w:p><w:pPr>\(isBold ? "<w:keepNext/>" : "")<w:spacing w:before="\(size > 20 ? 240 : 40)" \
      w:after="40"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>\
      \(look)</w:rPr><w:t xml:space="preserve">\
      \(WordXML.escaped(Sanitiser.documentLine.clean(text)))</w:t></w:r></w:p>
      """
  }

  private static let box: String = {
    let sides = ["top", "left", "bottom", "right"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
    }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>\(sides.joined())\
      </w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="9638"/></w:tblGrid><w:tr><w:tc><w:tcPr>\
      <w:tcW w:w="5000" w:type="pct"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>
      """
  }()

  private static let contentTypes =
    WordXML.head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """

  private static let root =
    WordXML.head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(Relations.types)officeDocument" Target="word/document.xml"/>\
      <Relationship Id="rId2" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """
}
