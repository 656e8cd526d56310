/// A value of JSON, its members in the order given.
package indirect enum JSON: Sendable {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  /// The text, or null where there is none.
  package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// An array of texts.
  package static func strings(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }

  /// The value in readable form, with a line end behind it.
  package var text: String {
    var writer = JSONWriter(.readable)
    write(to: &writer)
    return writer.text + "\n"
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let bool): writer.boolean(bool)
    case .number(let number): writer.integer(number)
    case .string(let text): writer.string(text)
    case .array(let items): writer.array(items) { $1.write(to: &$0) }
    case .object(let pairs):
      writer.object { writer in
        for (name, value) in pairs {
          writer.key(name)
          value.write(to: &writer)
        }
      }
    }
  }
}
