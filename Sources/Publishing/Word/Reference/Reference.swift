import Compression
import Documents
import PlainText

/// The document that gives a file for Word its styles, numbering, headers and footers: the program's
/// own, or a firm's.
struct Reference {
  let styles: StyleIndex
  let sections: WordSections
  private let archive: ZipArchive
  /// The headers, footers, fonts and colours that its document refers to.
  private let relations: [Relations.Relation]
  private let attachments: [Attachment]
  private let settings: [String: String]

  private static let kinds: [WordPackage.Kind] = [.header, .footer, .theme, .fontTable]

  /// The parts that are written anew, whatever a firm's own are.
  private static let ours: Set = [
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
    "word/comments.xml",
  ]

  init(own document: Document) {
    do throws(StyleFault) {
      try self.init(OwnReference(for: document).archive())
    } catch {
      preconditionFailure("the program's own styles: \(error)")
    }
  }

  /// - Throws: what is wrong with it, before any document is made.
  init(firm bytes: [UInt8]) throws(StyleFault) {
    let archive: ZipArchive
    do throws(ZipFault) {
      archive = try ZipArchive(bytes)
    } catch {
      throw StyleFault(reference: error.said)
    }
    try self.init(archive)
    try checkStyles()
    _ = try parts([:])
  }

  private init(_ archive: ZipArchive) throws(StyleFault) {
    self.archive = archive
    let main = "word/document.xml"
    let list = Relations.name(for: main)
    guard let all = Relations(try Self.bytes(list, in: archive), of: main) else {
      throw StyleFault(reference: "its list of parts is broken")
    }
    let relations = all.all.filter { relation in
      !relation.isOutside && Self.kinds.contains { $0.rawValue == relation.kind }
    }
    for relation in relations
    where !relation.target.hasPrefix("word/") || Self.ours.contains(relation.target) {
      throw StyleFault(
        reference: "\(Sanitiser.documentLine.clean(relation.target)) stands in its list of parts")
    }
    self.relations = relations
    let targets = relations.map { ($0.id, $0.target) }
    guard
      let sections = WordSections(
        try Self.tags(main, in: archive),
        targets: Dictionary(targets, uniquingKeysWith: { first, _ in first }))
    else { throw StyleFault(reference: "its page set-up cannot be read") }
    self.sections = sections
    let numbering = try Self.tags("word/numbering.xml", in: archive)
    styles = StyleIndex(
      try Self.tags("word/styles.xml", in: archive),
      lists: Set(numbering.tags.filter { $0.name == "w:num" }.compactMap { $0["w:numId"] }))
    settings =
      archive.entry("word/settings.xml") == nil
      ? WordSettings.own
      : WordSettings.taken(from: try Self.tags("word/settings.xml", in: archive))
    attachments = try Attachment.all(
      of: ["word/styles.xml", "word/numbering.xml"] + relations.map(\.target), in: archive)
  }

  // MARK: Looking into it

  private static func bytes(_ name: String, in archive: ZipArchive) throws(StyleFault) -> [UInt8] {
    guard let bytes = archive.contents(of: name) else {
      throw StyleFault(reference: "\(name) is missing from it, or is broken")
    }
    return bytes
  }

  private static func tags(_ name: String, in archive: ZipArchive) throws(StyleFault) -> XMLTags {
    let bytes = try bytes(name, in: archive)
    guard let tags = XMLTags(bytes) else {
      let hasEntities = bytes.firstRange(of: Array("<!DOCTYPE".utf8)) != nil
      throw StyleFault(
        reference: hasEntities
          ? "\(name) defines words of its own (DOCTYPE), as no file of Word's does"
          : "\(name) is broken")
    }
    // The strict form has other names for everything.
    if tags.tags.first?["xmlns:w"]?.contains("purl.oclc.org") ?? false {
      throw StyleFault(
        reference: "it is a Strict Open XML document; save it in Word as a Word document (.docx)")
    }
    return tags
  }

  /// Every style that a document may use has to be there, and those that number have to count.
  private func checkStyles() throws(StyleFault) {
    func list(_ names: [String]) -> String {
      names.map { "“\($0)”" }.joined(separator: ", ")
    }
    let missing = WordStyles.wanted.filter { !styles.holds($0) }
    guard missing.isEmpty else {
      throw StyleFault(reference: "these styles are missing: \(list(missing))")
    }
    let silent = WordStyles.counting.filter { !styles.counts($0) }
    guard silent.isEmpty else {
      throw StyleFault(
        reference:
          "the numbers of the clauses come from these styles, which have none: \(list(silent))")
    }
  }

  // MARK: Making a file with it

  /// A file for Word that lacks only its text, with a document's own words in headers and footers, in
  /// its language and on its paper; and under which id headers and footers are filed, by their names.
  func package(
    for document: Document, _ imprint: Imprint
  ) throws(StyleFault) -> (package: WordPackage, parts: [String: String]) {
    let wording = Wording.wording(for: document.language)
    let filled = try parts([
      .title: Stretch.lineOfWords(document.title),
      .confidentiality: imprint.confidentiality.map(Sanitiser.documentLine.clean) ?? "",
      .draft: document.standing == .draft ? wording.draft : "",
      .hash: imprint.footnote.map(Sanitiser.documentLine.clean) ?? "",
    ])
    let stops = TabStops(sections, document.paper)
    func text(_ name: String) -> String { archive.text(of: name) ?? "" }
    var package = WordPackage()
    package.add(
      "word/styles.xml",
      Self.styles(stops.moved(text("word/styles.xml")), in: document.language), as: .styles)
    package.add("word/numbering.xml", text("word/numbering.xml"), as: .numbering)
    package.add(
      "word/settings.xml", WordSettings.xml(settings, language: document.language), as: .settings)
    var ids: [String: String] = [:]
    for part in filled where ids[part.name] == nil {
      let isSheet = part.kind == .header || part.kind == .footer
      ids[part.name] = package.add(
        part.name, isSheet ? stops.moved(part.xml) : part.xml, as: part.kind)
    }
    for attachment in attachments { package.attach(attachment) }
    return (package, ids)
  }

  /// What its document refers to, with these words in headers and footers.
  private func parts(
    _ values: [Placeholders.Name: String]
  ) throws(StyleFault) -> [(name: String, kind: WordPackage.Kind, xml: String)] {
    var parts: [(name: String, kind: WordPackage.Kind, xml: String)] = []
    for relation in relations {
      guard let kind = WordPackage.Kind(rawValue: relation.kind) else { continue }
      let name = relation.target
      _ = try Self.tags(name, in: archive)
      var xml = archive.text(of: name) ?? ""
      if kind == .header || kind == .footer {
        do throws(Placeholders.Fault) {
          xml = try Placeholders.fill(xml, with: values)
        } catch {
          throw StyleFault(reference: error.said(in: name))
        }
      }
      parts.append((name, kind, xml))
    }
    return parts
  }

  /// The styles with the language that spelling and hyphenation go by.
  private static func styles(_ xml: String, in language: String) -> String {
    var bytes = Array(xml.utf8)
    guard let tag = XMLTags(bytes)?.tags.first(where: { $0.name == "w:lang" }),
      let old = tag["w:val"],
      let place = bytes[tag.range].firstRange(of: Array("w:val=\"\(old)\"".utf8))
    else { return xml }
    bytes.replaceSubrange(
      place,
      with: Array("w:val=\"\(WordXML.escaped(Sanitiser.documentLine.clean(language)))\"".utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}
