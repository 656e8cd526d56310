/// The signs that stand for others in XML and HTML.
enum MarkupText {
  /// What a name or a number between `&` and `;` stands for; nil for any other.
  static func scalar(_ name: some StringProtocol, isHTML: Bool) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number =
        isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return number.flatMap(Unicode.Scalar.init)
    }
    guard isHTML else { return nil }
    if let at = latin.firstIndex(of: String(name)) { return Unicode.Scalar(UInt8(160 + at)) }
    return others[String(name)]
  }

  /// A text of HTML with what stands for other signs put in; what is not known stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      let after = rest.index(after: start)
      let name = rest[after...].prefix(12)
      if let end = name.firstIndex(of: ";"), let scalar = scalar(name[..<end], isHTML: true) {
        out.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        out.append("&")
        rest = rest[after...]
      }
    }
    return out + rest
  }

  /// The names of U+00A0 to U+00FF, in their order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc
    Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve
    Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute
    acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let others: [String: Unicode.Scalar] = [
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "sbquo": "‚", "bdquo": "„", "bull": "•", "hellip": "…", "euro": "€", "trade": "™",
    "scaron": "š", "Scaron": "Š", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "rarr": "→", "check": "✓",
  ]
}
