import PackModel

/// What a part of the interview wants done about a message.
enum Outcome: Equatable {
  /// Nothing more than this.
  case done(Response)
  /// This is said, and nothing done.
  case said(String)
  /// The matter is to keep an act, and then the way goes on.
  case act(Act, then: Next)
  /// There is nothing to keep, and the way goes on.
  case goOn(Next)
  /// What is in hand is taken first; then the way goes on.
  case leave(Next)
  /// This goes into the field.
  case type(TextMessage)
  /// This takes the place of what stands in the field.
  case put(Value)
  case putWords(String)
  /// This has the keys from now on.
  case show(Mode)
}
