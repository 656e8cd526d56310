import Documents
import PackModel

/// A document as a file for Word, through pandoc.
struct Docx {
  let pandoc: String
  let imprint: Imprint
  /// The version of pandoc's types that is tried first; it is right for pandoc 2.11 to 2.19.
  private static let oldTypes = [1, 22]
  /// pandoc files its own parts under rId1 to rId8 and the reference's header and footer after them.
  private static let usualIds = ["rId9", "rId10"]

  func bytes(of document: Document) async throws(PublishError) -> [UInt8] {
    guard
      let reference = MemoryFile(Reference(document: document, imprint: imprint).archive().bytes())
    else { throw .toolFailed(.pandoc, said: "no room in memory for the styles") }
    var archive = try await archive(of: document, reference, ids: Self.usualIds)
    let ids = try Self.ids(in: archive)
    if ids != Self.usualIds { archive = try await self.archive(of: document, reference, ids: ids) }
    archive.put("word/settings.xml", WordSettings.settings(language: document.language))
    archive.put(
      "docProps/core.xml",
      WordSettings.properties(
        title: Stretch.lineOfWords(document.title), language: document.language, date: imprint.date)
    )
    return archive.bytes()
  }

  private func archive(
    of document: Document, _ reference: MemoryFile, ids: [String]
  ) async throws(PublishError) -> ZipArchive {
    let tree = WordTree(
      document, header: ids[0], footer: ids[1], date: "\(imprint.date.iso)T00:00:00Z")
    var outcome = try await run(tree, types: Self.oldTypes, reference)
    if !outcome.succeeded, let types = Self.types(in: outcome.said) {
      outcome = try await run(tree, types: types, reference)
    }
    guard outcome.succeeded else { throw .toolFailed(.pandoc, said: outcome.said) }
    guard let archive = ZipArchive(outcome.output) else {
      throw .unreadable(.docx, "pandoc wrote no archive")
    }
    return archive
  }

  private func run(
    _ tree: WordTree, types: [Int], _ reference: MemoryFile
  ) async throws(PublishError) -> Child.Outcome {
    try await Child(
      tool: .pandoc, executable: pandoc,
      arguments: [
        "--from=json", "--to=docx", "--output=-", "--no-highlight", "--data-dir=/nonexistent",
        "--reference-doc=\(reference.path)",
      ],
      input: Array(PandocTree.json(tree.blocks, version: types).utf8), epoch: imprint.epoch
    ).run()
  }

  /// A pandoc that wants other types says so: "… attempted to decode with [1,23,1]."
  private static func types(in said: String) -> [Int]? {
    guard said.contains("API"), let open = said.lastIndex(of: "["),
      let close = said[open...].firstIndex(of: "]")
    else { return nil }
    let numbers = said[said.index(after: open)..<close].split(separator: ",").compactMap { Int($0) }
    return numbers.count >= 2 ? Array(numbers.prefix(2)) : nil
  }

  /// Under which ids pandoc has filed the header and the footer. Sections that named others would
  /// make a file that Word calls broken.
  private static func ids(in archive: ZipArchive) throws(PublishError) -> [String] {
    guard let text = archive.text(of: "word/_rels/document.xml.rels") else {
      throw .unreadable(.docx, "it has no list of its parts")
    }
    return try [Reference.headerTarget, Reference.footerTarget].map { target throws(PublishError) in
      let relationship = text.split(separator: "<").first { $0.contains("Target=\"\(target)\"") }
      guard let relationship, let name = relationship.firstRange(of: " Id=\"") else {
        throw PublishError.unreadable(.docx, "\(target) is missing")
      }
      return String(relationship[name.upperBound...].prefix { $0 != "\"" })
    }
  }
}
