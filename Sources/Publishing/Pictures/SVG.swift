import Documents
import PlainText

/// A sketch as SVG: a picture with a title and a description that is read aloud.
enum SVG {
  /// - Parameter id: the ids of title and description begin with it; it is its own in the file.
  static func write(_ sketch: Sketch, title: String, description: String, id: String) -> String {
    let (width, height) = (Sketch.width, max(sketch.height, 1))
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="\(id)-title \(id)-words" \
      font-family="&quot;Noto Sans&quot;, &quot;DejaVu Sans&quot;, Arial, sans-serif">
      <title id="\(id)-title">\(HTMLText.escaped(Sanitiser.documentLine.clean(title)))</title>
      <desc id="\(id)-words">\(HTMLText.escaped(Sanitiser.documentLine.clean(description)))</desc>

      """
    for item in sketch.items { svg += write(item) + "\n" }
    return svg + "</svg>\n"
  }

  private static func write(_ item: Sketch.Item) -> String {
    switch item {
    case .box(let x, let y, let width, let height, let tone):
      let dashes = tone == .unknown ? " stroke-dasharray=\"4 2\"" : ""
      return """
        <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill="#\(Ink.fill(tone))" \
        stroke="#555" stroke-width="\(tone == .bad ? "1.5" : "0.75")"\(dashes)/>
        """
    case .line(let x1, let y1, let x2, let y2):
      return """
        <line x1="\(x1)" y1="\(y1)" x2="\(x2)" y2="\(y2)" stroke="#777" stroke-width="0.75"/>
        """
    case .text(let x, let y, _, let words, let face):
      let weight = face == .strong ? " font-weight=\"bold\"" : ""
      return """
        <text x="\(x)" y="\(y)" font-size="\(SketchText.size(face))" fill="#111"\(weight)>\
        \(HTMLText.escaped(words))</text>
        """
    }
  }
}

/// Fills that keep black words readable, on paper without colours too.
enum Ink {
  static func fill(_ tone: Picture.Tone) -> String {
    switch tone {
    case .good: "E6F2E6"
    case .doubt: "FFF3CF"
    case .bad: "F8DAD6"
    case .unknown: "EFEFEF"
    case .plain: "FFFFFF"
    }
  }
}
