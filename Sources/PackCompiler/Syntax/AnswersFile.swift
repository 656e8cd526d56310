import PackModel

/// What a file of answers holds.
package struct AnswersFile: Hashable, Sendable {
  /// The key that names the journey; no question may be called so.
  static let journeyKey = "journey"

  /// The journey that the answers are for; nil where the file does not say.
  package let journey: String?
  /// Its lines, in its order.
  package let assignments: [Assignment]
  /// Where the journey stands.
  let journeyPlace: SourcePosition?

  init(_ node: Node, _ report: Report) {
    let map = Fields(open: node, what: "set of answers", report)
    journey = map?.words(Self.journeyKey)
    journeyPlace = map?[Self.journeyKey]?.place
    assignments = (map?.all ?? []).filter { $0.key != Self.journeyKey }
      .flatMap { PackCompiler.assignments($0.key, $0.value, report) }
  }

  private init() {
    journey = nil
    journeyPlace = nil
    assignments = []
  }

  /// In bytes: a table of ten thousand rows with all of its columns.
  package static let largest = 50_000_000

  /// Reads a file of answers (YAML, of which JSON is a part).
  package static func read(_ text: String, file: String) -> Result<AnswersFile, CompileFailure> {
    let text = joiningSurrogates(text)
    let sources = SourceFiles([file: Array(text.utf8)])
    let report = Report(sources)
    guard text.utf8.count <= largest else {
      report.add(
        .tooLarge, SourcePosition(file: file, line: 0, column: 0),
        "This file is larger than \(largest / 1_000_000) MB.", "Split it.")
      return .failure(CompileFailure(diagnostics: report.sorted))
    }
    guard let node = Node.read(text, file: file, report) else {
      return .failure(CompileFailure(diagnostics: report.sorted))
    }
    if case .list(let nodes, _) = node, nodes.isEmpty { return .success(AnswersFile()) }
    let found = AnswersFile(node, report)
    return report.diagnostics.isEmpty
      ? .success(found) : .failure(CompileFailure(diagnostics: report.sorted))
  }
}

/// What the lines of a change say.
func assignments(_ node: Node, _ report: Report) -> [Assignment] {
  guard let map = Fields(open: node, what: "set of answers", report) else { return [] }
  return map.all.flatMap { assignments($0.key, $0.value, report) }
}

private func assignments(_ path: String, _ node: Node, _ report: Report) -> [Assignment] {
  switch node {
  // Null says nothing. It stands without quotes, as YAML and JSON write it.
  case .words("null", quoted: false, _), .words("Null", quoted: false, _),
    .words("NULL", quoted: false, _), .words("~", quoted: false, _):
    return [Assignment(path: path, said: .open)]
  case .words(let words, _, _): return [Assignment(path: path, said: .words(words))]
  case .list(let nodes, _):
    if nodes.allSatisfy({ $0.words != nil }) {
      return [Assignment(path: path, said: .list(nodes.compactMap(\.words)))]
    }
    // Rows of a table.
    return nodes.enumerated().flatMap { at, row -> [Assignment] in
      guard let fields = Fields(open: row, what: "row", report) else { return [] }
      let name = fields.words("id") ?? "\(at)"
      return [Assignment(path: "\(path)[\(name)]", said: .open)]
        + fields.all.filter { $0.key != "id" }
        .flatMap { assignments("\(path)[\(name)].\($0.key)", $0.value, report) }
    }
  case .map(let pairs, _):
    if pairs.contains(where: { $0.key == "state" }) {
      return state(path, node, report).map { [$0] } ?? []
    }
    if pairs.contains(where: { $0.key == "value" }),
      pairs.allSatisfy({ ["value", "note"].contains($0.key) })
    {
      return noted(path, node, report)
    }
    // A group: its parts; or the rows of a table by their codes.
    return pairs.flatMap { assignments("\(path).\($0.key)", $0.value, report) }
  }
}

/// `{value: …, note: …}`: a value with the reason for it.
private func noted(_ path: String, _ node: Node, _ report: Report) -> [Assignment] {
  guard let fields = Fields(node, .answer, report),
    let value = fields["value"]
  else { return [] }
  var found = assignments(path, value, report)
  if found.count == 1 { found[0].note = fields.words("note") }
  return found
}

private func state(_ path: String, _ node: Node, _ report: Report) -> Assignment? {
  guard let fields = Fields(node, .state, report) else { return nil }
  let note = fields.words("note")
  switch fields.words("state") {
  case "unknown": return Assignment(path: path, said: .unknown(note: note))
  case "parked": return Assignment(path: path, said: .parked(note: note))
  case "not-applicable":
    return Assignment(
      path: path, said: .notApplicable(reason: fields.required("reason")))
  case "none": return Assignment(path: path, said: .none)
  case "open": return Assignment(path: path, said: .open)
  default:
    report.add(
      .unknownWord, fields["state"]?.place ?? fields.place, "This is no state of an answer.",
      "Write unknown, parked, not-applicable, none or open.")
    return nil
  }
}

/// JSON writes what lies beyond U+FFFF as two escapes; YAML takes one.
private func joiningSurrogates(_ text: String) -> String {
  let start = text.utf8.first { ![32, 9, 10, 13].contains($0) }
  guard start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else { return text }
  let bytes = Array(text.utf8)
  func unit(_ at: Int) -> UInt32? {
    guard at + 5 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[at + 2...at + 5], as: UTF8.self), radix: 16)
  }
  var found: [UInt8] = []
  var at = 0
  while at < bytes.count {
    if let high = unit(at), (0xD800..<0xDC00).contains(high), let low = unit(at + 6),
      (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    {
      found += Array(String(Character(scalar)).utf8)
      at += 12
    } else if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
      found += bytes[at...at + 1]
      at += 2
    } else {
      found.append(bytes[at])
      at += 1
    }
  }
  return String(decoding: found, as: UTF8.self)
}
