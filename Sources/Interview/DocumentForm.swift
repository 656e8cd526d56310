/// How a matter's documents are written: what of it is a setting of the matter. The raw value is its
/// name in the journal and on the command line.
package enum DocumentForm: String, Hashable, Sendable, CaseIterable {
  /// The variety of the language: `en-GB`.
  case language
  /// How dates are written: `day-month-year`.
  case dates
  /// How numbers are written: `comma`.
  case numbers
  /// `a4` or `letter`.
  case paper
  /// The words before the title at the head of every page.
  case confidentiality
}
