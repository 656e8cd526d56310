/// Several named texts as one input: a line `%%%% NAME` before each. Without such a line all is one part
/// without a name.
enum Parts {
  static func read(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.starts(with: Array("%%%% ".utf8)) {
        parts.append((String(decoding: line.dropFirst(5), as: UTF8.self), []))
      } else {
        if parts.isEmpty { parts.append(("", [])) }
        if !parts[parts.count - 1].bytes.isEmpty { parts[parts.count - 1].bytes.append(10) }
        parts[parts.count - 1].bytes += line
      }
    }
    return parts
  }

  static func write(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    parts.reduce(into: []) { $0 += Array("%%%% \($1.name)\n".utf8) + $1.bytes + [10] }
  }
}
