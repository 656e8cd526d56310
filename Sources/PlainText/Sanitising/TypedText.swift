/// Text as it may enter a field: cleaned of what a document must not carry, otherwise as typed.
///
/// Joiners, variation selectors and decomposed letters stay. Line ends of every kind, a page's end and
/// Word's line break within a paragraph among them, become `\n`.
package struct TypedText: Hashable, Sendable {
  /// What may stand in the field.
  package let text: String
  /// How many controls and direction overrides were taken out; more than none should be said.
  package let dropped: Int
  /// Whether line ends became spaces because the field has one line; should be said too.
  package let joinedLines: Bool

  /// Cleans what was typed or pasted, as `Sanitiser.field` or, where it has one line, `fieldLine` says.
  package init(_ raw: String, multiline: Bool) {
    var dropped = 0
    var joined = false
    let sanitiser = multiline ? Sanitiser.field : .fieldLine
    text = sanitiser.clean(raw) { kind, isGone in
      if isGone { dropped += 1 }
      if kind == .newline || kind == .lineEnd { joined = true }
    }
    self.dropped = dropped
    joinedLines = joined && !multiline
  }
}
