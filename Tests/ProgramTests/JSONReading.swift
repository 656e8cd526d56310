import FoundationEssentials

/// JSON that the program wrote, read by somebody else's reader. What is not there reads as empty.
struct JSONReading: Decodable {
  private enum Node {
    case object([String: JSONReading])
    case array([JSONReading])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
  }

  private let node: Node

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONReading.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      node = .null
    } else if let bool = try? container.decode(Bool.self) {
      node = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      node = .number(number)
    } else if let string = try? container.decode(String.self) {
      node = .string(string)
    } else if let array = try? container.decode([JSONReading].self) {
      node = .array(array)
    } else {
      node = .object(try container.decode([String: JSONReading].self))
    }
  }

  private init(_ node: Node) { self.node = node }

  subscript(_ key: String) -> JSONReading {
    if case .object(let pairs) = node, let value = pairs[key] { return value }
    return JSONReading(.null)
  }

  var array: [JSONReading] { if case .array(let items) = node { items } else { [] } }
  var string: String { if case .string(let text) = node { text } else { "" } }
  var isBoolean: Bool { if case .bool = node { true } else { false } }
  var isTrue: Bool { if case .bool(let bool) = node { bool } else { false } }
  var number: Double? { if case .number(let number) = node { number } else { nil } }
}
