/// How roles look: with colours beside attributes, or with attributes alone.
package enum Theme: String, Sendable, CaseIterable {
  /// Two colours that are readable on black and on white, beside attributes.
  case colour
  /// Attributes only; also what `NO_COLOR` asks for (no-color.org).
  case none
  /// Bold and reverse only: nothing dim, nothing thin.
  case highContrast = "high-contrast"
}
