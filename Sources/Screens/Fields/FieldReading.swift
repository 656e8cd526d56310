import Interview
import PackModel

/// What a field's content comes to.
enum FieldReading: Hashable {
  case empty
  case value(Value)
  case refused(AnswerError)
  /// A value that goes below the law: it is taken with a reason.
  case below(Value, AnswerError)

  /// Whether nothing is wrong with it.
  var isAcceptable: Bool {
    switch self {
    case .empty, .value: true
    case .refused, .below: false
    }
  }
}
