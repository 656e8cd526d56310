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

  /// The files that a document becomes, each with the end of its name: one, and one for each table
  /// where the format holds no more.
  /// - Throws: as `publish` does.
  package func files(
    of document: Document, as format: Format
  ) async throws(PublishError) -> [(ending: String, publication: Publication)] {
    guard format == .csv else {
      return [(".\(format.rawValue)", try await publish(document, as: format))]
    }
    return try RowSheet.sheets(of: document, as: format).enumerated().map { number, sheet in
      let bytes = Array(CSV.text(sheet.rows).utf8)
      return (number == 0 ? ".csv" : "-\(number + 1).csv", Publication(bytes: bytes))
    }
  }

  /// The bytes of the file; of several tables as CSV those of the first. Equal documents, imprints and
  /// tools give equal bytes.
  /// - Throws: `PublishError.toolMissing` where the format's program is not here, and why a document has
  ///   no rows to give.
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
    case .csv:
      let sheets = try RowSheet.sheets(of: document, as: format)
      return Publication(bytes: Array(CSV.text(sheets.first?.rows ?? []).utf8))
    case .xlsx:
      let book = XLSX(
        imprint: imprint, title: Stretch.lineOfWords(document.title), language: document.language)
      return Publication(bytes: book.bytes(of: try RowSheet.sheets(of: document, as: format)))
    }
  }

  /// What makes files of this format here, for a manifest; nil for a format that needs no help.
  /// - Throws: `PublishError.toolMissing` where it is not here.
  package func converter(for format: Format) async throws(PublishError) -> Converter? {
    switch format {
    case .md, .txt, .html, .docx, .csv, .xlsx: return nil
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
