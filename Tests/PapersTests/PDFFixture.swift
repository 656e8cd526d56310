/// PDFs as a test needs them: words at places, in the font that every viewer has.
struct PDFFixture {
  /// Words, from the left and from the bottom of the page, in points.
  struct Words {
    var x: Int
    var y: Int
    var size = 11
    var text: String
  }

  var pages: [[Words]]
  var info = ""
  var trailer = ""

  /// A page of lines from the top to the bottom.
  static func page(_ lines: [String]) -> [Words] {
    lines.enumerated().map { Words(x: 70, y: 740 - 14 * $0.offset, text: $0.element) }
  }

  var bytes: [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for (number, page) in pages.enumerated() {
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents \(5 + 2 * number) 0 R>>"
      )
      let content = page.map { words in
        let text = words.text.flatMap { "()\\".contains($0) ? "\\\($0)" : String($0) }
        return "BT /F \(words.size) Tf \(words.x) \(words.y) Td (\(String(text))) Tj ET"
      }.joined(separator: "\n")
      objects.append("<</Length \(content.utf8.count)>>stream\n\(content)\nendstream")
    }
    objects.append("<<\(info)>>")
    return Self.file(objects, trailer: "/Info \(objects.count) 0 R\(trailer)")
  }

  /// Objects with their table, numbered from 1; the first is the catalogue.
  static func file(_ objects: [String], trailer: String = "") -> [UInt8] {
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text +=
      "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
