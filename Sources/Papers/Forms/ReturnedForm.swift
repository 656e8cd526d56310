import Compression
import PackModel

/// A form that came back, as the text of a sheet.
package enum ReturnedForm {
  /// Whether these bytes are a file of a word processor or a spreadsheet.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The lines that a form holds: those of a text for Word, or those that the rows of a workbook stand
  /// for. Nil where it is neither, or broken.
  ///
  /// - Parameter heads: what stands over the answers of a workbook, and over their places.
  package static func text(
    _ bytes: [UInt8], heads: (answer: String, place: String)
  ) -> String? {
    do throws(PaperFault) {
      let archive = try TableFile.archive(bytes)
      if let document = archive.contents(of: "word/document.xml") { return try words(document) }
      return lines(try TableFile.read(bytes), heads)
    } catch {
      return nil
    }
  }

  // MARK: A text for Word

  private static func words(_ document: [UInt8]) throws(PaperFault) -> String {
    var reader = try XMLReader(document)
    var out = ""
    while let event = try reader.next() {
      switch event {
      // What older programs would show in the place of what stands before it.
      case .start("Fallback"): try reader.skipElement()
      case .start("t"): out += try reader.textOfElement()
      case .start("tab"): out += " "
      case .start("br"), .start("cr"), .end("p"): out += "\n"
      default: break
      }
    }
    return out
  }

  // MARK: A workbook

  private static func lines(_ sheets: [Grid], _ heads: (answer: String, place: String)) -> String {
    var out = ""
    for sheet in sheets {
      let rows = sheet.rows.map(\.cells)
      guard let head = rows.firstIndex(where: { $0.contains(heads.place) }),
        let place = rows[head].firstIndex(of: heads.place),
        let answer = rows[head].firstIndex(of: heads.answer)
      else { continue }
      for row in rows[(head + 1)...] where row.indices.contains(place) && !row[place].isEmpty {
        out += "== \(row[place]) ==\nAnswer:\n"
        out += (row.indices.contains(answer) ? row[answer] : "") + "\n"
      }
    }
    return out
  }
}
