import Documents

/// Turns a document into files. Safe to use from many tasks at once; it keeps nothing between them.
package struct Publisher: Sendable {
  let tools: ToolPaths
  let imprint: Imprint
  let style: HouseStyle?

  /// - Parameter style: a firm's own look for DOCX and PDF; nil for the program's.
  package init(tools: ToolPaths, imprint: Imprint, style: HouseStyle? = nil) {
    self.tools = tools
    self.imprint = imprint
    self.style = style
  }

  /// The bytes of the file. Equal documents, imprints and tools give equal bytes.
  /// - Throws: `PublishError.toolMissing` where the format's program is not here.
  package func publish(
    _ document: Document, as format: Format
  ) async throws(PublishError) -> Publication {
    // A redline has them where its two texts have them.
    let paged = document.isRedline ? document : document.wideBlocksGathered
    switch format {
    case .md: return Publication(bytes: Array(Markdown.write(document).utf8))
    case .txt: return Publication(bytes: Array(PlainDocument.write(document).utf8))
    case .html: return Publication(bytes: Array(HTML.write(paged).utf8))
    case .docx:
      do throws(StyleFault) {
        return Publication(bytes: try Docx(imprint: imprint, style: style).bytes(of: paged))
      } catch {
        throw .style(error)
      }
    case .pdf:
      return try await PDF(tools: tools, imprint: imprint, style: style).publication(of: paged)
    }
  }

  /// What makes files of this format here, for a manifest; nil for a format that needs no help.
  /// - Throws: `PublishError.toolMissing` where it is not here.
  package func converter(for format: Format) async throws(PublishError) -> Converter? {
    switch format {
    case .md, .txt, .html, .docx: return nil
    case .pdf:
      for engine in TypstEngine.candidates(tools, epoch: imprint.epoch) {
        if let version = try await engine.version() {
          return Converter(tool: .typst, version: version)
        }
      }
      throw .toolMissing(.typst, for: .pdf)
    }
  }
}
