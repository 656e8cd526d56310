/// Text as Word's XML has it.
enum WordText {
  /// With what would be markup written out; what XML can't hold is left out.
  static func escaped(_ text: some StringProtocol) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\u{20}"...("\u{FFFD}" as Unicode.Scalar), "\u{10000}"...("\u{10FFFF}"):
        out.unicodeScalars.append(scalar)
      case "\r": out += "&#13;"
      default: break
      }
    }
    return out
  }

  /// A text as the content of a run: tabs and new lines are elements of their own.
  static func content(_ text: String, prefix: String) -> String {
    var out = ""
    var words = ""
    func end() {
      if !words.isEmpty { out += element("t", escaped(words), prefix: prefix) }
      words = ""
    }
    for character in text {
      switch character {
      case "\t":
        end()
        out += "<\(prefix)tab/>"
      case _ where character.isNewline:
        end()
        out += "<\(prefix)br/>"
      default: words.append(character)
      }
    }
    end()
    return out
  }

  /// An element that holds text with its spaces.
  static func element(_ name: String, _ escaped: String, prefix: String) -> String {
    "<\(prefix)\(name) xml:space=\"preserve\">\(escaped)</\(prefix)\(name)>"
  }
}
