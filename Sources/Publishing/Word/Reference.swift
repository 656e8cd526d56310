import Documents

/// The document that gives pandoc its styles, numbering, headers and footers: the program's own, or
/// a firm's.
struct Reference {
  private let archive: ZipArchive
  let sections: WordSections
  private let relationships: WordRelationships
  private let hasEvenPages: Bool

  init(own document: Document) {
    do throws(StyleFault) {
      try self.init(OwnReference(for: document).archive())
    } catch {
      preconditionFailure("the program's own styles: \(error)")
    }
  }

  /// - Throws: what is wrong with it, before any document is made.
  init(firm bytes: [UInt8]) throws(StyleFault) {
    guard let archive = ZipArchive(bytes) else {
      throw Self.fault("it is no DOCX file; art28 style new writes one to start from")
    }
    try self.init(archive)
    try checkStyles()
    _ = try filled([:])
  }

  private init(_ archive: ZipArchive) throws(StyleFault) {
    self.archive = archive
    guard
      let relationships = WordRelationships(
        try Self.bytes("word/_rels/document.xml.rels", in: archive))
    else { throw Self.fault("its list of parts is broken") }
    guard let document = XMLTags(try Self.bytes("word/document.xml", in: archive)),
      let sections = WordSections(document, targets: relationships.targets)
    else { throw Self.fault("its page set-up cannot be read") }
    (self.relationships, self.sections) = (relationships, sections)
    let settings = archive.contents(of: "word/settings.xml").flatMap { XMLTags($0) }
    hasEvenPages = settings?.tags.contains { $0.name == "w:evenAndOddHeaders" } ?? false
  }

  private static func bytes(_ name: String, in archive: ZipArchive) throws(StyleFault) -> [UInt8] {
    guard let bytes = archive.contents(of: name) else {
      throw fault("\(name) is missing from it, or is broken")
    }
    return bytes
  }

  private static func fault(_ said: String) -> StyleFault {
    StyleFault(file: HouseStyle.referenceName, said: said)
  }

  /// Every style that a document may use has to be there, and those that number have to count.
  private func checkStyles() throws(StyleFault) {
    guard let styles = XMLTags(try Self.bytes("word/styles.xml", in: archive)) else {
      throw Self.fault("word/styles.xml is broken")
    }
    guard let numbering = XMLTags(try Self.bytes("word/numbering.xml", in: archive)) else {
      throw Self.fault("word/numbering.xml is broken")
    }
    let lists = Set(numbering.tags.filter { $0.name == "w:num" }.compactMap { $0["w:numId"] })
    var there: Set<String> = []
    var counting: Set<String> = []
    var style = ""
    for tag in styles.tags where tag.kind != .closes {
      switch tag.name {
      case "w:style": style = ""
      case "w:name" where style.isEmpty:
        style = (tag["w:val"] ?? "").lowercased()
        there.insert(style)
      case "w:numId": if lists.contains(tag["w:val"] ?? "") { counting.insert(style) }
      default: continue
      }
    }
    let missing = WordStyles.wanted.filter { !there.contains($0.lowercased()) }
    guard missing.isEmpty else {
      throw Self.fault(
        "these styles are missing: \(missing.map { "“\($0)”" }.joined(separator: ", "))")
    }
    let silent = WordStyles.counting.filter { !counting.contains($0.lowercased()) }
    guard silent.isEmpty else {
      throw Self.fault(
        "the numbers of the clauses come from these styles, which have none: "
          + silent.map { "“\($0)”" }.joined(separator: ", "))
    }
  }

  /// The ids that pandoc will file headers and footers under.
  var expected: [String: String] { relationships.expected }

  /// The same with a document's own words in headers and footers, in its language, and with the page
  /// of its last section.
  func archive(for document: Document, _ imprint: Imprint) throws(StyleFault) -> ZipArchive {
    let wording = Wording.wording(for: document.language)
    var filled = try filled([
      .title: Stretch.lineOfWords(document.title),
      .confidentiality: imprint.confidentiality.map(Printable.line) ?? "",
      .draft: document.standing == .draft ? wording.draft : "",
      .hash: imprint.footnote.map(Printable.line) ?? "",
    ])
    let page = lastPage(of: document)
    let opens = !page.isLandscape && !WordTree.breaksSections(document)
    filled.put(
      "word/document.xml",
      OwnReference.document(sections.xml(page, opens: opens, ids: relationships.ids)))
    let stops = TabStops(sections, document.paper)
    for target in relationships.ordered {
      if let part = filled.text(of: "word/\(target)") {
        filled.put("word/\(target)", stops.moved(part))
      }
    }
    if let styles = archive.text(of: "word/styles.xml") {
      filled.put("word/styles.xml", Self.styles(stops.moved(styles), in: document.language))
    }
    return filled
  }

  /// The last section's page: that of wide blocks where they end the document.
  func lastPage(of document: Document) -> WordPage {
    guard case .landscape? = document.blocks.last else { return sections.page(document.paper) }
    return sections.page(document.paper, isLandscape: true)
  }

  var styles: [UInt8] { archive.contents(of: "word/styles.xml") ?? [] }

  private func filled(_ values: [Placeholders.Name: String]) throws(StyleFault) -> ZipArchive {
    var filled = archive
    for target in relationships.ordered {
      guard let part = archive.text(of: "word/\(target)") else {
        throw Self.fault("word/\(target) is missing from it, or is broken")
      }
      do throws(Placeholders.Fault) {
        filled.put("word/\(target)", try Placeholders.fill(part, with: values))
      } catch {
        switch error {
        case .broken: throw Self.fault("word/\(target) is broken")
        case .unknown(let name):
          let known = Placeholders.Name.allCases.map { "{{\($0.rawValue)}}" }
          throw Self.fault(
            "{{\(name)}} stands in word/\(target); known are \(known.joined(separator: ", "))")
        }
      }
    }
    return filled
  }

  /// The styles with the language that spelling and hyphenation go by.
  private static func styles(_ xml: String, in language: String) -> String {
    var bytes = Array(xml.utf8)
    guard let tag = XMLTags(bytes)?.tags.first(where: { $0.name == "w:lang" }),
      let old = tag["w:val"],
      let place = bytes[tag.range].firstRange(of: Array("w:val=\"\(old)\"".utf8))
    else { return xml }
    bytes.replaceSubrange(
      place, with: Array("w:val=\"\(WordXML.escaped(Printable.line(language)))\"".utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  func settings(language: String) -> String {
    WordSettings.settings(language: language, hasEvenPages: hasEvenPages)
  }
}
