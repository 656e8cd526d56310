import PlainText

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
    case sameName = "same-name"
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
    case uncovered
    case notLaw = "not-law"
    case deniedWords = "denied-words"
    case twoLists = "two-lists"
    case promisesAtOdds = "promises-at-odds"
    case deadPromise = "dead-promise"
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
  /// The line as it stands in the file; of a long one the part around the place.
  package let source: String
  /// How many characters were cut from the line's start.
  let lead: Int

  /// `file:line:column: message`, the line, a caret, and what to do. Control characters of the
  /// file are shown as U+FFFD.
  package var rendered: String {
    guard line > 0 else { return plain("\(file): \(message)") + "\n  " + plain(remedy) + "\n" }
    let before = source.unicodeScalars.prefix(max(0, column - 1 - lead))
    let blanks = before.map { $0 == "\t" ? "\t" : " " }.joined()
    return plain("\(file):\(line):\(column): \(message)") + "\n    " + plain(source)
      + "\n    \(blanks)^\n  " + plain(remedy) + "\n"
  }

  private func plain(_ text: String) -> String {
    Sanitiser.diagnostic.clean(String(text.unicodeScalars.prefix(400)))
  }
}

/// Compiling stops at this many: more are not read by anyone.
let diagnosticLimit = 200
