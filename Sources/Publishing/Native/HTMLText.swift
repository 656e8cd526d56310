import Documents
import PlainText

/// Words as HTML that shows exactly these words.
enum HTMLText {
  static func inline(_ stretches: [Stretch], links: Bool = true) -> String {
    var html = ""
    for stretch in stretches {
      var words = stretch.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(line).joined(separator: "<br/>")
      // A right-to-left name must not carry the words around it along.
      if RightToLeft.holds(in: stretch.text) { words = "<bdi>\(words)</bdi>" }
      switch stretch.kind {
      case .text: break
      case .blank: words = "<mark>\(words)</mark>"
      case .reference(let anchor):
        if links { words = "<a href=\"#\(HTMLText.anchor(anchor))\">\(words)</a>" }
      }
      if stretch.emphasis { words = "<em>\(words)</em>" }
      if stretch.strong { words = "<strong>\(words)</strong>" }
      html += words
    }
    return html
  }

  /// A word that no rule divides may break anywhere, so that it keeps to its column, and nowhere gets
  /// a hyphen that is not in it.
  private static func line(_ text: Substring) -> String {
    guard text.utf8.count > 16, LongWords.holdsUndivided(text) else { return escaped(String(text)) }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      LongWords.isUndivided(word)
        ? "<span class=\"long\">\(escaped(String(word)))</span>" : escaped(String(word))
    }.joined(separator: " ")
  }

  static func number(_ number: String) -> String {
    "<span class=\"number\">\(escaped(number))</span>"
  }

  static func id(_ anchor: String) -> String {
    anchor.isEmpty ? "" : " id=\"\(self.anchor(anchor))\""
  }

  /// The anchor as an attribute. An id in HTML has no spaces.
  static func anchor(_ anchor: String) -> String {
    escaped(Sanitiser.documentLine.clean(anchor).split(separator: " ").joined(separator: "-"))
  }

  static func escaped(_ words: String) -> String {
    let isPlain = words.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        false
      default: true
      }
    }
    if isPlain { return words }
    var html: [UInt8] = []
    html.reserveCapacity(words.utf8.count + 32)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): html.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): html.append(contentsOf: "&#39;".utf8)
      default: html.append(byte)
      }
    }
    return String(decoding: html, as: UTF8.self)
  }
}
