/// The declarations of a Swift file, found by its braces: enough to measure types and functions, no
/// parser of Swift.
struct SwiftOutline {
  struct Declaration: Hashable {
    enum Kind: Hashable { case type, `extension`, function }

    var kind: Kind
    /// With the names of the types around it: `Drafter.Whereabouts`, `Drafter.text`.
    var name: String
    /// The lines from the one that declares it to its closing brace, counted from 1.
    var lines: ClosedRange<Int>
    /// Lines within that belong to types of their own.
    var nested = 0
    /// Seen in its own file only.
    var isPrivate: Bool

    /// How long it is, without the types that stand in it.
    var length: Int { lines.count - nested }
  }

  private(set) var declarations: [Declaration] = []
  /// Whether every brace of the file had its other.
  private(set) var isBalanced = true

  private struct Open {
    /// nil for a brace that opens no declaration.
    var declared: (kind: Declaration.Kind, name: String, line: Int, isPrivate: Bool)?
    var nested = 0
    var isBody: Bool
    var parentheses: Int
  }

  private var open: [Open] = []
  private var parentheses = 0
  private var pending: (kind: Declaration.Kind, name: String, line: Int, isPrivate: Bool)?

  init(_ lines: [String]) {
    var blanker = CodeBlanker()
    for (at, line) in lines.enumerated() {
      let code = blanker.code(of: line)
      if let found = declared(code) { pending = (found.kind, found.name, at + 1, found.isPrivate) }
      for sign in code { take(sign, at + 1) }
    }
    isBalanced = isBalanced && open.isEmpty && parentheses == 0
  }

  private mutating func take(_ sign: Character, _ line: Int) {
    switch sign {
    case "(", "[": parentheses += 1
    case ")", "]": parentheses -= 1
    case "{":
      let isBody = parentheses == open.last?.parentheses ?? 0
      open.append(Open(declared: isBody ? pending : nil, isBody: isBody, parentheses: parentheses))
      if isBody { pending = nil }
    case "}": close(line)
    default: break
    }
  }

  private mutating func close(_ line: Int) {
    guard let last = open.popLast() else {
      isBalanced = false
      return
    }
    // A closure among the arguments ends nothing.
    if last.isBody { pending = nil }
    var nested = last.nested
    if let declared = last.declared {
      let lines = declared.line...line
      declarations.append(
        Declaration(
          kind: declared.kind, name: declared.name, lines: lines, nested: last.nested,
          isPrivate: declared.isPrivate))
      if declared.kind != .function { nested = lines.count }
    }
    if !open.isEmpty { open[open.count - 1].nested += nested }
  }

  /// What a line declares, if its body begins here or below.
  private func declared(
    _ code: String
  ) -> (kind: Declaration.Kind, name: String, isPrivate: Bool)? {
    var words = Substring(code).drop { $0 == " " }
    var isPrivate = false
    while let modifier = words.prefixMatch(
      of:
        /(?:@\w+(?:\([^)]*\))?|package|public|internal|open|private(?:\(set\))?|fileprivate|final|static|class(?= func| var)|indirect|mutating|nonmutating|override|nonisolated(?:\(unsafe\))?|lazy|convenience|required|weak|unowned) +/
    ) {
      isPrivate =
        isPrivate || modifier.0.hasPrefix("private ") || modifier.0.hasPrefix("fileprivate")
      words = words.dropFirst(modifier.0.count)
    }
    let owner = open.last { $0.declared.map { $0.kind != .function } ?? false }?.declared?.name
    func inside(_ name: Substring) -> String { owner.map { "\($0).\(name)" } ?? String(name) }
    if let type = words.prefixMatch(of: /(struct|class|enum|actor|protocol|extension) +([\w.]+)/) {
      let isExtension = type.1 == "extension"
      return (isExtension ? .extension : .type, inside(type.2), isPrivate)
    }
    if let function = words.prefixMatch(of: /func +(\w+|[^\s\w(]+)/) {
      return (.function, inside(function.1), isPrivate)
    }
    if let member = words.prefixMatch(of: /(init|deinit|subscript)(?=[?!(<{ ])/) {
      return (.function, inside(member.1), isPrivate)
    }
    // A variable that is computed, not one that is set to what a closure gives.
    if let variable = words.prefixMatch(of: /var +(\w+) *:[^=]*\{/) {
      return (.function, inside(variable.1), isPrivate)
    }
    return nil
  }
}
