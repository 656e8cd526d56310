import Compression
import Foundation
import FoundationXML
import Testing

@testable import Publishing

/// What Word insists on and other programs forgive: the order of elements, parts that
/// are named, marks that have an end. Each finding is a sentence.
struct SchemaOrder {
  private(set) var faults: [String] = []

  init(_ archive: ZipArchive) throws {
    for entry in archive.entries
    where entry.name.hasPrefix("word/") && entry.name.hasSuffix(".xml") {
      let part = try WordCounter.xml(archive, entry.name)
      for element in try part.nodes(forXPath: "//*") { check(element, in: entry.name) }
    }
    try checkMarks(try WordCounter.xml(archive, "word/document.xml"), archive)
    try checkParts(archive)
  }

  /// The children of an element of Word's are known, and stand in the schema's order.
  private mutating func check(_ element: XMLNode, in part: String) {
    guard let name = element.name, name.hasPrefix("w:") else { return }
    let children = (element.children ?? []).compactMap(\.name).filter { $0.hasPrefix("w:") }
    let order = SchemaTable.orders[name] ?? []
    var last = 0
    for child in children {
      let word = child.dropFirst(2)
      guard let place = order.firstIndex(where: { $0.split(separator: ",").contains(word) }) else {
        faults.append("\(part): <\(child)> in <\(name)>")
        continue
      }
      if place < last { faults.append("\(part): <\(child)> too late in <\(name)>") }
      last = max(last, place)
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
    var known: Set<String> = []
    if archive.entry("word/comments.xml") != nil {
      let comments = try WordCounter.xml(archive, "word/comments.xml")
      known.formUnion(try comments.nodes(forXPath: "//w:comment/@w:id").compactMap(\.stringValue))
    }
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
