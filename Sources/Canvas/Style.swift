/// How a cell looks: what it means, and what is added to that.
///
/// Meaning comes first. The terminal chooses attributes and colours for a role, so that the same
/// frame is readable on light and dark, with `NO_COLOR` and in high contrast. The field in focus has
/// the style `.normal`: any other costs about 15 bytes for each key typed into it.
package struct Style: Hashable, Sendable {
  /// What a piece of text is for.
  package enum Role: UInt8, Sendable, CaseIterable {
    case normal
    /// The bar that names the screen.
    case title
    /// The name of a part of the screen.
    case heading
    /// What may be passed over: hints, units, what is disabled.
    case dim
    /// A word that carries the sentence; a word that changed.
    case emphasis
    /// What cannot be accepted. Stands beside a `!`, never alone.
    case error
    /// What should be looked at. Stands beside a `*`, never alone.
    case warning
    /// The chosen row of a list, where a marker is not enough.
    case selected
    /// The sign beside the chosen row or the open question.
    case marker
    /// A key in the key bar.
    case key
    /// An open blank in a drafted sentence.
    case blank
  }

  /// What may be added to any role.
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Options(rawValue: 1)
    package static let underline = Options(rawValue: 2)
    package static let reverse = Options(rawValue: 4)
  }

  package var role: Role
  package var options: Options

  package init(_ role: Role, _ options: Options = []) {
    self.role = role
    self.options = options
  }

  /// The same role with more added to it.
  package func adding(_ more: Options) -> Style {
    Style(role, options.union(more))
  }

  package static let normal = Style(.normal)
  package static let title = Style(.title)
  package static let heading = Style(.heading)
  package static let dim = Style(.dim)
  package static let emphasis = Style(.emphasis)
  package static let error = Style(.error)
  package static let warning = Style(.warning)
  package static let selected = Style(.selected)
  package static let marker = Style(.marker)
  package static let key = Style(.key)
  package static let blank = Style(.blank)
}
