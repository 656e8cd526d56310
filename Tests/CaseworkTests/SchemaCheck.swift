import Foundation

/// A value of JSON held against a schema, by the words that the project's schemas use.
struct SchemaCheck {
  private let schema: [String: Any]

  struct NoSchema: Error {}

  init(_ text: String) throws {
    guard let schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { throw NoSchema() }
    self.schema = schema
  }

  /// What does not fit, with its place.
  func faults(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: [.fragmentsAllowed])
    return faults(value, schema, "$")
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let definitions = self.schema["$defs"] as? [String: [String: Any]]
      guard let definition = definitions?[name] else { return ["\(place): no \(reference)"] }
      return faults(value, definition, place)
    }
    if let some = schema["anyOf"] as? [[String: Any]] {
      let all = some.map { faults(value, $0, place) }
      return all.contains([]) ? [] : ["\(place): none of \(some.count) fits: \(all)"]
    }
    var found: [String] = []
    let types = schema["type"].map { $0 as? [String] ?? [$0 as? String ?? ""] }
    if let types,
      !types.contains(where: {
        $0 == type(of: value) || $0 == "number" && type(of: value) == "integer"
      })
    {
      return ["\(place): \(type(of: value)) is none of \(types)"]
    }
    if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { same($0, value) }) {
      found.append("\(place): \(value) is none of \(allowed)")
    }
    if let constant = schema["const"], !same(constant, value) {
      found.append("\(place): \(value) is not \(constant)")
    }
    if let minimum = schema["minimum"] as? NSNumber, let number = value as? NSNumber,
      number.doubleValue < minimum.doubleValue
    {
      found.append("\(place): \(number) is less than \(minimum)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(place): “\(text)” is not as \(pattern)")
    }
    if let object = value as? [String: Any] { found += members(object, schema, place) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      found += list.enumerated().flatMap { faults($1, items, "\(place)[\($0)]") }
    }
    return found
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], _ place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): there is no \($0)" }
    for (name, value) in object {
      if let property = properties[name] {
        found += faults(value, property, "\(place).\(name)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += faults(value, other, "\(place).\(name)")
      } else if (schema["additionalProperties"] as? NSNumber)?.boolValue == false {
        found.append("\(place): nobody knows \(name)")
      }
    }
    return found
  }

  private func type(of value: Any) -> String {
    switch value {
    case is NSNull: "null"
    case is String: "string"
    case is [Any]: "array"
    case is [String: Any]: "object"
    case let number as NSNumber where String(cString: number.objCType) == "c": "boolean"
    case let number as NSNumber:
      number.doubleValue == number.doubleValue.rounded() ? "integer" : "number"
    default: "nothing"
    }
  }

  private func same(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject)?.isEqual(other) == true
  }
}
