import Documents

/// A document as PDF, through typst: its own command where that is here, else the wheel for Python.
struct PDF {
  let tools: ToolPaths
  let imprint: Imprint
  var style: HouseStyle?

  func publication(of document: Document) async throws(PublishError) -> Publication {
    let job = job(for: document)
    for engine in TypstEngine.candidates(tools, epoch: imprint.epoch) {
      guard let result = try await engine.compile(job) else { continue }
      let said = reason(result.said)
      guard let pdf = result.pdf else {
        throw style?.template == nil
          ? .toolFailed(.typst, said: said)
          : .style(StyleFault(file: HouseStyle.templateName, said: said))
      }
      return Publication(bytes: pdf, remarks: said.isEmpty ? [] : [.untagged(because: said)])
    }
    throw .toolMissing(.typst, for: .pdf)
  }

  func job(for document: Document) -> TypstJob {
    let data = TypstData.json(document, imprint: imprint)
    // On the template's first line, so that typst counts its lines as the firm does.
    let source =
      "#let data = json(bytes(\"\(Self.quoted(data))\"));"
      + (style?.template ?? TypstTemplate.source)
    return TypstJob(
      source: Array(source.utf8),
      systemFonts: style?.template != nil || FontNeed.needsSystemFonts(data),
      root: style?.template == nil ? nil : style?.folder)
  }

  /// The first thing that typst says is wrong, and in which line of a firm's template.
  private func reason(_ said: String) -> String {
    guard let line = said.split(separator: "\n").first(where: { $0.contains("error: ") }),
      let mark = line.firstRange(of: "error: ")
    else { return String(said.prefix(300)) }
    let place = line[..<mark.lowerBound].split { $0 == ":" || $0 == " " }.compactMap { Int($0) }
    let message = String(line[mark.upperBound...].prefix(300))
    guard style?.template != nil, let number = place.first, number > 0 else { return message }
    return "line \(number): \(message)"
  }

  /// Inside a string of typst's language.
  private static func quoted(_ text: String) -> String {
    var quoted: [UInt8] = []
    quoted.reserveCapacity(text.utf8.count * 5 / 4)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    return String(decoding: quoted, as: UTF8.self)
  }
}
