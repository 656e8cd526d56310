import Documents

/// A document as PDF, through typst: its own command where that is here, else the wheel for Python.
struct PDF {
  let tools: ToolPaths
  let imprint: Imprint

  func publication(of document: Document) async throws(PublishError) -> Publication {
    let data = TypstData.json(document, imprint: imprint)
    let source = "#let data = json(bytes(\"\(Self.quoted(data))\"))\n" + TypstTemplate.source
    let fonts = FontNeed.needsSystemFonts(data)
    for engine in TypstEngine.candidates(tools, epoch: imprint.epoch) {
      guard let tagged = try await engine.compile(source, tagged: true, systemFonts: fonts) else {
        continue
      }
      if tagged.succeeded { return Publication(bytes: tagged.output) }
      // What keeps the file from being accessible must not keep it from being made.
      let plain = try await engine.compile(source, tagged: false, systemFonts: fonts)
      guard let plain, plain.succeeded else { throw .toolFailed(.typst, said: tagged.said) }
      return Publication(
        bytes: plain.output, remarks: [.untagged(because: Self.reason(tagged.said))])
    }
    throw .toolMissing(.typst, for: .pdf)
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

  /// The first thing that typst says is wrong.
  private static func reason(_ said: String) -> String {
    let line = said.split(separator: "\n").first { $0.contains("error") } ?? "unknown"
    return String(line.prefix(300))
  }
}
