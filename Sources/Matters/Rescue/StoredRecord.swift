/// A row as SQLite stores it: sqlite.org/fileformat2.html, section 2.1.
struct StoredRecord {
  enum Value: Hashable {
    case null
    case integer(Int)
    case text([UInt8])
    case blob([UInt8])
  }

  let values: [Value]

  /// No table of a matter has more columns.
  private static let mostColumns = 8

  /// - Returns: nil where the bytes are no such record, and end with it.
  init?(_ content: [UInt8]) {
    guard let size = Varint(content, at: 0), size.value <= content.count else { return nil }
    var (header, body) = (size.length, size.value)
    var values: [Value] = []
    while header < size.value {
      guard values.count < StoredRecord.mostColumns, let type = Varint(content, at: header),
        let value = StoredRecord.value(of: type.value, in: content, at: &body)
      else { return nil }
      values.append(value)
      header += type.length
    }
    guard header == size.value, body == content.count else { return nil }
    self.values = values
  }

  private static func value(of type: Int, in content: [UInt8], at place: inout Int) -> Value? {
    switch type {
    case 0: return .null
    case 8, 9: return .integer(type - 8)
    case 1...6:
      let length = [1, 2, 3, 4, 6, 8][type - 1]
      guard place + length <= content.count else { return nil }
      let bytes = content[place..<place + length]
      place += length
      let negative = bytes.first.map { $0 & 0x80 != 0 } ?? false
      return .integer(bytes.reduce(negative ? -1 : 0) { $0 << 8 | Int($1) })
    case 12...:
      let length = (type - 12) / 2
      guard length <= content.count - place else { return nil }
      let bytes = Array(content[place..<place + length])
      place += length
      return type.isMultiple(of: 2) ? .blob(bytes) : .text(bytes)
    default: return nil
    }
  }
}

extension StoredRecord.Value {
  /// nil where it is no text, or not in UTF-8.
  var text: String? {
    guard case .text(let bytes) = self else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  var blob: [UInt8]? { if case .blob(let bytes) = self { bytes } else { nil } }
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}

/// A number of variable length: 1 to 9 bytes, at most `Int.max`.
struct Varint {
  let value: Int
  /// In bytes.
  let length: Int

  init?(_ bytes: [UInt8], at place: Int) {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place >= 0, place + index < bytes.count else { return nil }
      let byte = bytes[place + index]
      if index == 8 {
        value = value << 8 | UInt64(byte)
      } else {
        value = value << 7 | UInt64(byte & 0x7F)
        guard byte & 0x80 == 0 else { continue }
      }
      guard value <= UInt64(Int.max) else { return nil }
      (self.value, length) = (Int(value), index + 1)
      return
    }
    return nil
  }
}
