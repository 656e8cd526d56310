import Canvas
import Interview

/// A state as a sign and in words, so that nothing depends on colour.
struct StateSign: Hashable, Sendable {
  let sign: String
  let words: String
  let style: Style

  /// The words of a state that is said instead of a value.
  static func said(_ answer: Answer) -> String? {
    switch answer {
    case .unknown: StateSign(.unknown).words
    case .parked: StateSign(.parked).words
    default: nil
    }
  }

  init(_ state: AnswerState) {
    switch state {
    case .answered: (sign, words, style) = ("+", "answered", .normal)
    case .open: (sign, words, style) = ("?", "open", .marker)
    case .unknown: (sign, words, style) = ("?", "not known yet", .marker)
    case .parked: (sign, words, style) = ("&", "left for counsel", .marker)
    case .notApplicable: (sign, words, style) = ("-", "does not apply", .dim)
    case .notAsked: (sign, words, style) = ("-", "not asked", .dim)
    case .notYet: (sign, words, style) = (" ", "not asked yet", .dim)
    case .conflict: (sign, words, style) = ("!", "no longer fits the other answers", .error)
    }
  }
}
