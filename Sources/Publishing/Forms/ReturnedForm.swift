import PlainText

/// A form that came back, as the text of a sheet.
package enum ReturnedForm {
  /// Whether these bytes are a file of a word processor or a spreadsheet.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The lines that a form holds: those of a text for Word, or those that the rows of a workbook stand
  /// for. Nil where it is neither, or broken.
  package static func text(_ bytes: [UInt8]) -> String? {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    if let document = archive.contents(of: "word/document.xml") {
      return XMLTags(document).map { words(document, $0) }
    }
    return WorkbookRows(archive).map(lines)
  }

  // MARK: A text for Word

  private static func words(_ bytes: [UInt8], _ tags: XMLTags) -> String {
    var out = ""
    var skipped = 0
    for (at, tag) in tags.tags.enumerated() {
      switch (tag.name, tag.kind) {
      // What older programs would show in the place of what stands before it.
      case ("mc:Fallback", .opens): skipped += 1
      case ("mc:Fallback", .closes): skipped -= 1
      case ("w:t", .opens) where skipped == 0: out += XMLText.behind(at, of: tags, in: bytes)
      case ("w:tab", _) where skipped == 0 && tag.kind != .closes: out += " "
      case ("w:br", _) where skipped == 0 && tag.kind != .closes: out += "\n"
      case ("w:cr", _) where skipped == 0 && tag.kind != .closes: out += "\n"
      case ("w:p", .closes), ("w:p", .empty): if skipped == 0 { out += "\n" }
      default: break
      }
    }
    return out
  }

  // MARK: A workbook

  private static func lines(_ sheets: WorkbookRows) -> String {
    var out = ""
    for rows in sheets.sheets {
      guard let head = rows.firstIndex(where: { $0.contains(AskingForm.placeHead) }),
        let place = rows[head].firstIndex(of: AskingForm.placeHead),
        let answer = rows[head].firstIndex(of: AskingForm.answerHead)
      else { continue }
      for row in rows[(head + 1)...] where row.indices.contains(place) && !row[place].isEmpty {
        out += "== \(row[place]) ==\nAnswer:\n"
        out += (row.indices.contains(answer) ? row[answer] : "") + "\n"
      }
    }
    return out
  }
}

/// The words between tags.
enum XMLText {
  /// What stands behind a tag up to the next one.
  static func behind(_ tag: Int, of tags: XMLTags, in bytes: [UInt8]) -> String {
    let start = tags.tags[tag].range.upperBound
    let end = tags.tags.indices.contains(tag + 1) ? tags.tags[tag + 1].range.lowerBound : start
    guard start < end else { return "" }
    return plain(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// With the signs that XML writes by their names or numbers.
  static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "&", let end = rest.prefix(12).firstIndex(of: ";") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        if let sign = sign(name) {
          out.append(sign)
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      out.append(scalar)
      rest = rest.dropFirst()
    }
    return String(out)
  }

  private static func sign(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
