import Canvas

/// What keys do in one place: the one source of the key map, the key bar and the list of keys.
package struct KeyTable: Sendable {
  package private(set) var bindings: [KeyBinding]
  /// What typed and pasted text becomes here; nil where letters are commands only.
  let text: (@Sendable (TextMessage) -> Message)?

  init(_ bindings: [KeyBinding], text: (@Sendable (TextMessage) -> Message)? = nil) {
    self.bindings = bindings
    self.text = text
  }

  /// What a key means; nil where it means nothing.
  package func message(for key: Key) -> Message? {
    if let binding = bindings.first(where: { $0.keys.contains(key) }) { return binding.message }
    if let typed = key.typed, let text { return text(.typed(String(typed))) }
    return nil
  }

  /// At most six entries for the key bar, most wanted first.
  package var bar: [(key: String, words: String)] {
    bindings.filter { $0.bar != nil }
      .sorted { $0.rank < $1.rank }
      .prefix(6)
      .compactMap { binding in
        binding.bar.map { (binding.keys.first?.description ?? "", $0) }
      }
  }

  /// Keys that two bindings claim.
  package var conflicts: [Key] {
    var seen: Set<Key> = []
    return bindings.flatMap(\.keys).filter { !seen.insert($0).inserted }
  }
}

/// One command with its keys.
package struct KeyBinding: Sendable {
  package let keys: [Key]
  package let message: Message
  /// A line for the list of keys.
  package let help: String
  /// A word for the key bar; nil keeps it out.
  package let bar: String?
  /// The place in the bar; small comes first.
  package let rank: Int

  init(_ keys: [Key], _ message: Message, _ help: String, bar: String? = nil, rank: Int = 50) {
    self.keys = keys
    self.message = message
    self.help = help
    self.bar = bar
    self.rank = rank
  }
}
