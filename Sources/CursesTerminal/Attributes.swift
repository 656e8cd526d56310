import CNcurses
import Canvas

/// The ncurses attributes and colour pair of each style.
///
/// No role depends on colour: each has an attribute or stands beside a sign. Of the eight base
/// colours only red and magenta are used, since they alone are readable on black and on white.
struct Attributes {
  /// Bits of `attr_t` (curs_attr(3X)) and the number of a colour pair, 0 for the terminal's own.
  struct Look: Hashable {
    var bits: UInt32
    var pair: Int16
  }

  private static let red: Int16 = 1
  private static let magenta: Int16 = 2
  private static let bold = UInt32(CN_A_BOLD)
  private static let dim = UInt32(CN_A_DIM)
  private static let underline = UInt32(CN_A_UNDERLINE)
  private static let reverse = UInt32(CN_A_REVERSE)

  private let theme: Theme

  /// Starts ncurses' colours where the theme wants and the terminal has them. Call after `newterm`.
  init(theme: Theme) {
    guard theme == .colour, has_colors(), start_color() == OK, use_default_colors() == OK else {
      self.theme = theme == .colour ? .none : theme
      return
    }
    init_pair(Self.red, Int16(COLOR_RED), -1)
    init_pair(Self.magenta, Int16(COLOR_MAGENTA), -1)
    self.theme = .colour
  }

  func look(of style: Style) -> Look {
    var look = look(of: style.role)
    if style.options.contains(.bold) { look.bits |= Self.bold }
    if style.options.contains(.underline) { look.bits |= Self.underline }
    if style.options.contains(.reverse) { look.bits |= Self.reverse }
    return look
  }

  private func look(of role: Style.Role) -> Look {
    let isColour = theme == .colour
    let isHighContrast = theme == .highContrast
    switch role {
    case .normal: return Look(bits: 0, pair: 0)
    case .title, .selected: return Look(bits: Self.reverse, pair: 0)
    case .heading, .emphasis, .key: return Look(bits: Self.bold, pair: 0)
    // Plain where it can be: a marker that moves then costs 9 bytes, with an attribute 23.
    case .marker: return Look(bits: isHighContrast ? Self.bold : 0, pair: 0)
    case .dim: return Look(bits: isHighContrast ? 0 : Self.dim, pair: 0)
    case .error:
      return isColour
        ? Look(bits: Self.bold, pair: Self.red) : Look(bits: Self.bold | Self.reverse, pair: 0)
    case .warning:
      return isColour
        ? Look(bits: Self.bold, pair: Self.magenta) : Look(bits: Self.bold, pair: 0)
    case .blank: return Look(bits: isHighContrast ? Self.reverse : Self.underline, pair: 0)
    }
  }
}
