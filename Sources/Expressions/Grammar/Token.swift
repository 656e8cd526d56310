/// A word or sign of an expression, with its offset in scalars from the expression's start.
struct Token: Hashable {
  enum Kind: Hashable {
    case name(String)
    case number(String)
    case string(String)
    case sign(String)
    case end

    /// The word or sign that it is.
    var word: String? {
      switch self {
      case .name(let word), .sign(let word): word
      case .number, .string, .end: nil
      }
    }
  }

  let kind: Kind
  let offset: Int
}

/// Splits an expression; nil with the offset of what it cannot read.
func tokens(of text: String) -> (tokens: [Token], fault: Int?) {
  let scalars = Array(text.unicodeScalars)
  var found: [Token] = []
  var at = 0
  func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
  }
  while at < scalars.count {
    let scalar = scalars[at]
    let start = at
    switch scalar {
    case " ", "\n", "\t": at += 1
    case "(", ")", ",", "[", "]", "%":
      found.append(Token(kind: .sign(String(scalar)), offset: start))
      at += 1
    case "<", ">":
      at += 1
      var sign = String(scalar)
      if at < scalars.count, scalars[at] == "=" {
        sign += "="
        at += 1
      }
      found.append(Token(kind: .sign(sign), offset: start))
    case "\"":
      at += 1
      var view = String.UnicodeScalarView()
      while at < scalars.count, scalars[at] != "\"" {
        view.append(scalars[at])
        at += 1
      }
      guard at < scalars.count else { return (found, start) }
      at += 1
      found.append(Token(kind: .string(String(view)), offset: start))
    case _ where isName(scalar):
      // Names hold hyphens and dots: `engaged-by.country.place`, `clauses[A-1].contract`.
      var view = String.UnicodeScalarView()
      while at < scalars.count {
        let next = scalars[at]
        let inner =
          (next == "-" || next == ".") && at + 1 < scalars.count
          && isName(scalars[at + 1])
        guard isName(next) || inner else { break }
        view.append(next)
        at += 1
      }
      let word = String(view)
      let isNumber =
        word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
      found.append(Token(kind: isNumber ? .number(word) : .name(word), offset: start))
    case "." where !found.isEmpty:
      // The dot behind `rights[access]`.
      found.append(Token(kind: .sign("."), offset: start))
      at += 1
    default: return (found, start)
    }
  }
  found.append(Token(kind: .end, offset: scalars.count))
  return (found, nil)
}
