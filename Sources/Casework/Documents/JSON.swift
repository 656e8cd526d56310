/// JSON as this program writes it: keys in the order given, two spaces, no locale.
package indirect enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  /// The text, or null where there is none.
  package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  /// An array of texts.
  package static func strings(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }

  /// In readable form, with a line end behind it.
  package var text: String {
    var out = ""
    write(to: &out, indent: "")
    return out + "\n"
  }

  private func write(to out: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .null: out += "null"
    case .bool(let bool): out += bool ? "true" : "false"
    case .number(let number): out += String(number)
    case .string(let text): JSON.quote(text, to: &out)
    case .array(let items):
      if items.isEmpty {
        out += "[]"
        return
      }
      out += "[\n"
      for (at, item) in items.enumerated() {
        out += inner
        item.write(to: &out, indent: inner)
        out += at == items.count - 1 ? "\n" : ",\n"
      }
      out += indent + "]"
    case .object(let pairs):
      if pairs.isEmpty {
        out += "{}"
        return
      }
      out += "{\n"
      for (at, pair) in pairs.enumerated() {
        out += inner
        JSON.quote(pair.0, to: &out)
        out += ": "
        pair.1.write(to: &out, indent: inner)
        out += at == pairs.count - 1 ? "\n" : ",\n"
      }
      out += indent + "}"
    }
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
        || scalar.value > 0x300 && scalar.properties.isBidiControl:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
