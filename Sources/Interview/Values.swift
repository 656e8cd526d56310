import PackModel

extension Evaluation {
  /// A value as the screen shows it: options by their display.
  package func shown(_ value: Value, of question: Int, in language: Language = .british) -> String {
    value.kind.answered.shown(value, of: question, self, language)
  }

  /// A value as it is typed and as files hold it: codes, ISO dates, `30 day`, `10000.50 EUR`.
  package static func written(_ value: Value) -> String { value.kind.answered.written(value) }
}
