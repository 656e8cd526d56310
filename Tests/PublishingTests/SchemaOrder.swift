import Foundation
import FoundationXML
import Testing

@testable import Publishing

/// What Word insists on and other programs forgive: the order of elements in ISO/IEC 29500, parts that
/// are named, marks that have an end. Each finding is a sentence.
struct SchemaOrder {
  private(set) var faults: [String] = []

  init(_ archive: ZipArchive) throws {
    for entry in archive.entries
    where entry.name.hasPrefix("word/") && entry.name.hasSuffix(".xml") {
      let part = try WordCounter.xml(archive, entry.name)
      for element in try part.nodes(forXPath: "//*") { check(element, in: entry.name) }
    }
    for list in try WordCounter.xml(archive, "word/numbering.xml")
      .nodes(forXPath: "//w:num[following-sibling::w:abstractNum]")
    {
      faults.append("a list before its definition: \(list.xmlString.prefix(80))")
    }
    try checkMarks(try WordCounter.xml(archive, "word/document.xml"), archive)
    try checkParts(archive)
  }

  /// The children of an element, in the order that the schema has them; those that are not named
  /// here are not looked at.
  private static let orders: [String: [String]] = [
    "w:pPr": words(
      """
      pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr \
      shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE \
      autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents \
      suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr \
      sectPr pPrChange
      """),
    "w:rPr": words(
      """
      ins del rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
      noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect \
      bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
      """),
    "w:tblPr": words(
      """
      tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
      tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription \
      tblPrChange
      """),
    "w:tcPr": words(
      """
      cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign \
      hideMark cellIns cellDel cellMerge tcPrChange
      """),
    "w:tbl": words("bookmarkStart bookmarkEnd tblPr tblGrid tr"),
    "w:tr": words("tblPrEx trPr tc"),
    "w:tblBorders": words("top left start bottom right end insideH insideV"),
    "w:tblCellMar": words("top left start bottom right end"),
    "w:numPr": words("ilvl numId numberingChange ins"),
    "w:sectPr": words(
      """
      headerReference,footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
      lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid \
      printerSettings sectPrChange
      """),
    "w:style": words(
      """
      name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
      locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
      """),
    "w:styles": words("docDefaults latentStyles style"),
    "w:docDefaults": words("rPrDefault pPrDefault"),
    "w:lvl": words(
      "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    "w:abstractNum": words("nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    "w:sdt": words("sdtPr sdtEndPr sdtContent"),
    "w:settings": words(
      """
      writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins \
      trackRevisions documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit \
      hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl updateFields \
      hdrShapeDefaults footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol \
      listSeparator
      """),
    "w:comment": words("p"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  private mutating func check(_ element: XMLNode, in part: String) {
    guard let name = element.name else { return }
    let children = (element.children ?? []).compactMap(\.name)
    if let order = Self.orders[name] {
      var last = 0
      for child in children where child.hasPrefix("w:") {
        let word = String(child.dropFirst(2))
        let place = order.firstIndex { $0.split(separator: ",").contains(Substring(word)) }
        guard let place else {
          faults.append("\(part): <\(child)> in <\(name)>")
          continue
        }
        // What a run looks like may stand in any order (EG_RPrBase is a choice).
        if place < last, name != "w:rPr" {
          faults.append("\(part): <\(child)> too late in <\(name)>")
        }
        last = max(last, place)
      }
    }
    // Properties come first, and a cell ends with a paragraph.
    for first in ["w:pPr", "w:rPr", "w:tcPr", "w:trPr", "w:sdtPr"] {
      guard let place = children.firstIndex(of: first) else { continue }
      let may = first == "w:trPr" ? 1 : 0
      if place > may, Self.orders[name] == nil {
        faults.append("\(part): <\(first)> late in <\(name)>")
      }
    }
    if name == "w:tc", children.last != "w:p" { faults.append("\(part): a cell without an end") }
  }

  /// Bookmarks, comments and fields begin and end; what is referred to is there.
  private mutating func checkMarks(_ body: XMLDocument, _ archive: ZipArchive) throws {
    func values(_ path: String) throws -> [String] {
      try body.nodes(forXPath: path).compactMap(\.stringValue)
    }
    func pair(_ start: String, _ end: String) throws {
      let (starts, ends) = (try values("//\(start)/@w:id"), try values("//\(end)/@w:id"))
      if starts.sorted() != ends.sorted() { faults.append("\(start) without its end") }
      if Set(starts).count != starts.count { faults.append("two of \(start) with one id") }
    }
    try pair("w:bookmarkStart", "w:bookmarkEnd")
    try pair("w:commentRangeStart", "w:commentRangeEnd")
    let names = Set(try values("//w:bookmarkStart/@w:name"))
    for anchor in try values("//w:hyperlink/@w:anchor") where !names.contains(anchor) {
      faults.append("a link to \(anchor), which is not there")
    }
    var open = 0
    for kind in try values("//w:fldChar/@w:fldCharType") {
      open += kind == "begin" ? 1 : kind == "end" ? -1 : 0
      if open < 0 { faults.append("a field ends that has not begun") }
    }
    if open != 0 { faults.append("a field without an end") }
    let comments = try WordCounter.xml(archive, "word/comments.xml")
    let known = Set(try comments.nodes(forXPath: "//w:comment/@w:id").compactMap(\.stringValue))
    for id in try values("//w:commentReference/@w:id") where !known.contains(id) {
      faults.append("comment \(id) is not there")
    }
    let ids = try values("//w:sdtPr/w:id/@w:val")
    if Set(ids).count != ids.count { faults.append("two content controls with one id") }
  }

  /// Every part has a type, and every relation a part.
  private mutating func checkParts(_ archive: ZipArchive) throws {
    let types = try WordCounter.xml(archive, "[Content_Types].xml")
    let named = Set(
      try types.nodes(forXPath: "//*[local-name()='Override']/@PartName").compactMap(\.stringValue))
    for entry in archive.entries where entry.name.hasPrefix("word/") && entry.name.hasSuffix(".xml")
    {
      if !named.contains("/\(entry.name)") { faults.append("\(entry.name) has no type") }
    }
    let relations = try WordCounter.xml(archive, "word/_rels/document.xml.rels")
    let there = Set(archive.entries.map(\.name))
    for target in try relations.nodes(forXPath: "//@Target").compactMap(\.stringValue)
    where !there.contains("word/\(target)") {
      faults.append("\(target) is not there")
    }
    let body = try WordCounter.xml(archive, "word/document.xml")
    let ids = Set(try relations.nodes(forXPath: "//@Id").compactMap(\.stringValue))
    for id in try body.nodes(forXPath: "//w:headerReference/@r:id|//w:footerReference/@r:id")
      .compactMap(\.stringValue) where !ids.contains(id)
    {
      faults.append("relation \(id) is not there")
    }
  }
}
