extension JSONWriter {
  /// A member that is a text.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A member that is a whole number.
  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  /// Writes nothing where there is nothing.
  package mutating func member(_ name: String, ifAny text: String?) {
    if let text { member(name, text) }
  }

  /// Writes nothing where there is nothing.
  package mutating func member(_ name: String, ifAny number: Int?) {
    if let number { member(name, number) }
  }

  /// Writes `true`, or nothing.
  package mutating func member(_ name: String, ifTrue flag: Bool) {
    guard flag else { return }
    key(name)
    boolean(true)
  }
}
