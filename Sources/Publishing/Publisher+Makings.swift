import Compression
import Documents

/// What a file is made with besides the document: for a manifest, and to know whether the same file
/// could be made again.
package struct Makings: Hashable, Sendable {
  /// The program of others that makes it; nil where none does.
  package var converter: Converter?
  /// A firm's own styles, or the template, byte for byte.
  package var style: [UInt8]
  /// Whether fonts of this machine can come into the file; else the converter brings its own.
  package var usesSystemFonts: Bool
}

extension Publisher {
  /// nil where this program alone makes the file.
  /// - Throws: `PublishError.toolMissing` where the format's program is not here.
  package func makings(
    of document: Document, as format: Format
  ) async throws(PublishError) -> Makings? {
    if format == .docx {
      return style?.reference.map { Makings(converter: nil, style: $0, usesSystemFonts: false) }
    }
    guard let converter = try await converter(for: format) else { return nil }
    let template = style?.template.map { Array($0.utf8) }
    return Makings(
      converter: converter, style: template ?? Array(TypstTemplate.source.utf8),
      usesSystemFonts: template != nil
        || FontNeed.needsSystemFonts(TypstData.json(document, imprint: imprint)))
  }
}

extension Format {
  /// Whether two files are the same, part for part, however the parts are packed: another zlib does it
  /// otherwise.
  package func holdTheSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one == other { return true }
    guard self == .docx || self == .xlsx, let one = try? ZipArchive(one),
      let other = try? ZipArchive(other)
    else { return false }
    return one.entries.map(\.name) == other.entries.map(\.name)
      && zip(one.entries, other.entries).allSatisfy { $0.bytes != nil && $0.bytes == $1.bytes }
  }
}
