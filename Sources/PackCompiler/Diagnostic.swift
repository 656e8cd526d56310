/// Something that is wrong with a pack, where, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
  /// What kind of fault it is; FORMAT.md and the tests name each.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case unreadableFile = "unreadable-file"
    case tooLarge = "too-large"
    case brokenYAML = "broken-yaml"
    case proseInBraces = "prose-in-braces"
    case yamlFeature = "yaml-feature"
    case wrongShape = "wrong-shape"
    case missingKey = "missing-key"
    case unknownKey = "unknown-key"
    case unknownWord = "unknown-word"
    case duplicateID = "duplicate-id"
    case badID = "bad-id"
    case unknownName = "unknown-name"
    case hiddenName = "hidden-name"
    case unknownCode = "unknown-code"
    case brokenExpression = "broken-expression"
    case brokenValue = "broken-value"
    case mismatchedUnits = "mismatched-units"
    case cycle
    case unknownAuthority = "unknown-authority"
    case unknownNorm = "unknown-norm"
    case unknownTerm = "unknown-term"
    case unknownObligation = "unknown-obligation"
    case unknownClause = "unknown-clause"
    case unknownPhrase = "unknown-phrase"
    case unknownList = "unknown-list"
    case unknownCheck = "unknown-check"
    case missingHelp = "missing-help"
    case brokenText = "broken-text"
    case missingAlternative = "missing-alternative"
    case danglingReference = "dangling-reference"
    case missingWords = "missing-words"
    case nestedTable = "nested-table"
    case brokenExample = "broken-example"
    case missingExample = "missing-example"
    case failedExample = "failed-example"
    case uncovered
  }

  package let kind: Kind
  /// Relative to the pack's folder.
  package let file: String
  /// 1 is the first; 0 where the whole file is meant.
  package let line: Int
  /// 1 is the first, counted in Unicode scalars.
  package let column: Int
  package let message: String
  /// What the author can do.
  package let remedy: String
  /// The line as it stands in the file.
  package let source: String

  /// `file:line:column: message`, the line, a caret, and what to do.
  package var rendered: String {
    guard line > 0 else { return "\(file): \(message)\n  \(remedy)\n" }
    var text = "\(file):\(line):\(column): \(message)\n"
    // A long line is shown around the place that is meant.
    let scalars = Array(source.unicodeScalars)
    let start = max(0, min(column - 1, scalars.count) - 60)
    let shown = scalars[start..<min(scalars.count, start + 100)]
    var line = String.UnicodeScalarView()
    line.append(contentsOf: shown)
    let blanks = shown.prefix(max(0, column - 1 - start)).map { $0 == "\t" ? "\t" : " " }
    text += "    \(String(line))\n    \(blanks.joined())^\n"
    return text + "  \(remedy)\n"
  }
}

/// Compiling stops at this many: more are not read by anyone.
let diagnosticLimit = 200
