import Documents
import PackModel

/// A document as a file for Word, through pandoc.
struct Docx {
  let pandoc: String
  let imprint: Imprint
  var style: HouseStyle?
  /// The version of pandoc's types that is tried first; it is right for pandoc 2.11 to 2.19.
  private static let oldTypes = [1, 22]

  func bytes(of document: Document) async throws(PublishError) -> [UInt8] {
    let reference: Reference
    let styles: MemoryFile?
    do throws(StyleFault) {
      if let firm = style?.reference {
        reference = try Reference(firm: firm)
      } else {
        reference = Reference(own: document)
      }
      styles = MemoryFile(try reference.archive(for: document, imprint).bytes())
    } catch {
      throw .style(error)
    }
    guard let styles else {
      throw .toolFailed(.pandoc, said: "no room in memory for the styles")
    }
    var archive = try await archive(of: document, reference, styles, reference.expected)
    // Sections that named other parts would make a file that Word calls broken.
    guard let list = archive.contents(of: "word/_rels/document.xml.rels"),
      let parts = WordRelationships(list)
    else { throw .unreadable(.docx, "its headers and footers are missing") }
    if parts.ids != reference.expected {
      archive = try await self.archive(of: document, reference, styles, parts.ids)
    }
    if let comments = archive.text(of: "word/comments.xml") {
      archive.put("word/comments.xml", WordSettings.comments(comments))
    }
    archive.put("word/settings.xml", reference.settings(language: document.language))
    archive.put(
      "docProps/core.xml",
      WordSettings.properties(
        title: Stretch.lineOfWords(document.title), language: document.language, date: imprint.date)
    )
    return archive.bytes()
  }

  private func archive(
    of document: Document, _ reference: Reference, _ styles: MemoryFile, _ ids: [String: String]
  ) async throws(PublishError) -> ZipArchive {
    let tree = WordTree(
      document, sections: reference.sections, ids: ids, date: "\(imprint.date.iso)T00:00:00Z",
      revised: imprint.revised)
    let pages = WordPages(
      tree.blocks, metrics: WordMetrics(reference.styles), last: reference.lastPage(of: document))
    let blocks = pages.filled(tree.blocks)
    var outcome = try await run(blocks, types: Self.oldTypes, styles)
    if !outcome.succeeded, let types = Self.types(in: outcome.said) {
      outcome = try await run(blocks, types: types, styles)
    }
    guard outcome.succeeded else {
      throw style?.reference == nil
        ? .toolFailed(.pandoc, said: outcome.said)
        : .style(StyleFault(file: HouseStyle.referenceName, said: outcome.said))
    }
    guard var archive = ZipArchive(outcome.output) else {
      throw .unreadable(.docx, "pandoc wrote no archive")
    }
    var revisions = tree.revisions
    if revisions.hasMarks {
      guard let text = archive.contents(of: "word/document.xml") else {
        throw .unreadable(.docx, "its text is missing")
      }
      archive.put("word/document.xml", revisions.settled(text))
    }
    return archive
  }

  private func run(
    _ blocks: [PandocBlock], types: [Int], _ reference: MemoryFile
  ) async throws(PublishError) -> Child.Outcome {
    try await Child(
      tool: .pandoc, executable: pandoc,
      arguments: [
        "--from=json", "--to=docx", "--output=-", "--no-highlight", "--data-dir=/nonexistent",
        "--reference-doc=\(reference.path)",
      ],
      input: Array(PandocTree.json(blocks, version: types).utf8), epoch: imprint.epoch
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

  /// "2.17.1.1"
  func version() async throws(PublishError) -> String {
    let outcome = try await Child(
      tool: .pandoc, executable: pandoc, arguments: ["--version"], epoch: imprint.epoch
    ).run()
    guard outcome.succeeded else { throw .toolFailed(.pandoc, said: outcome.said) }
    let line = String(decoding: outcome.output, as: UTF8.self).prefix { !$0.isNewline }
    return line.split(separator: " ").last.map(String.init) ?? ""
  }
}
