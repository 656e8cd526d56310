import Documents

/// A document as PDF, through typst: its own command where that is here, else the wheel for Python.
struct PDF {
  let tools: ToolPaths
  let imprint: Imprint

  func publication(of document: Document) async throws(PublishError) -> Publication {
    let data = TypstData.json(document, imprint: imprint)
    let source = "#let data = json(bytes(\"\(Self.quoted(data))\"))\n" + TypstTemplate.source
    let engine = try await TypstEngine.found(tools, epoch: imprint.epoch)
    let fonts = FontNeed.needsSystemFonts(data)
    let tagged = try await engine.compile(source, tagged: true, systemFonts: fonts)
    if tagged.succeeded { return Publication(bytes: tagged.output) }
    // What keeps the file from being accessible must not keep it from being made.
    let plain = try await engine.compile(source, tagged: false, systemFonts: fonts)
    guard plain.succeeded else { throw .toolFailed(.typst, said: plain.said) }
    return Publication(bytes: plain.output, remarks: [.untagged(because: Self.reason(tagged.said))])
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

/// Whether a text needs more than the fonts that typst brings along: Latin, Greek, Cyrillic, Hebrew,
/// Arabic and signs are in those. Without the system's fonts typst starts faster and makes the same
/// file on every machine.
enum FontNeed {
  static func needsSystemFonts(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0xD8 }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x700, 0x1E00..<0x2300, 0x2500..<0x2700, 0xFB00..<0xFE00, 0xFE70..<0xFF00, 0xFFFD:
        false
      default: true
      }
    }
  }
}
