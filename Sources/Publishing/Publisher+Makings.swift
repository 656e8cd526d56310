import Documents

/// What a file is made with besides the document: for a manifest, and to know whether the same file
/// could be made again.
package struct Makings: Hashable, Sendable {
  package var converter: Converter
  /// The styles or the template, byte for byte.
  package var style: [UInt8]
  /// Whether fonts of this machine can come into the file; else the converter brings its own.
  package var usesSystemFonts: Bool
}

extension Publisher {
  /// nil for a format that needs no help.
  /// - Throws: `PublishError.toolMissing` where the format's program is not here.
  package func makings(
    of document: Document, as format: Format
  ) async throws(PublishError) -> Makings? {
    guard let converter = try await converter(for: format) else { return nil }
    if format == .docx {
      return Makings(
        converter: converter, style: try Docx.style(style, for: document, imprint),
        usesSystemFonts: false)
    }
    let template = style?.template.map { Array($0.utf8) }
    return Makings(
      converter: converter, style: template ?? Array(TypstTemplate.source.utf8),
      usesSystemFonts: template != nil
        || FontNeed.needsSystemFonts(TypstData.json(document, imprint: imprint)))
  }
}

extension Docx {
  fileprivate static func style(
    _ style: HouseStyle?, for document: Document, _ imprint: Imprint
  ) throws(PublishError) -> [UInt8] {
    if let firm = style?.reference { return firm }
    do throws(StyleFault) {
      return try Reference(own: document).archive(for: document, imprint).bytes()
    } catch {
      throw .style(error)
    }
  }
}
