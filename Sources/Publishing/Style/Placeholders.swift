/// The words in a header or footer that each document fills in: `{{title}}`.
enum Placeholders {
  enum Name: String, CaseIterable { case title, confidentiality, draft, hash }

  /// The part with every placeholder filled in. Word may have divided one among several runs: its
  /// words then stand in the first of them.
  ///
  /// - Returns: nil where the part is no XML, or with a sentence where a placeholder is not known.
  static func fill(_ xml: String, with values: [Name: String]) throws(Fault) -> String {
    let bytes = Array(xml.utf8)
    guard let scan = XMLTags(bytes) else { throw .broken }
    // The words of all runs in one, each byte with the place it came from.
    var words: [UInt8] = []
    var places: [Int] = []
    for (tag, next) in zip(scan.tags, scan.tags.dropFirst())
    where tag.name == "w:t" && tag.kind == .opens && next.name == "w:t" {
      for place in tag.range.upperBound..<next.range.lowerBound {
        words.append(bytes[place])
        places.append(place)
      }
    }
    var gone: Set<Int> = []
    var put: [Int: [UInt8]] = [:]
    var at = 0
    while let open = words[at...].firstRange(of: Array("{{".utf8)),
      let close = words[open.upperBound...].firstRange(of: Array("}}".utf8))
    {
      let said = String(decoding: words[open.upperBound..<close.lowerBound], as: UTF8.self)
      guard let name = Name(rawValue: said.filter { $0 != " " }) else { throw .unknown(said) }
      put[places[open.lowerBound]] = Array(WordXML.escaped(values[name] ?? "").utf8)
      gone.formUnion(places[open.lowerBound..<close.upperBound])
      at = close.upperBound
    }
    if put.isEmpty { return xml }
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      if let words = put[place] { filled += words }
      if !gone.contains(place) { filled.append(byte) }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  enum Fault: Error, Hashable {
    case broken
    case unknown(String)

    /// What is wrong with that part, a sentence without the full stop.
    func said(in part: String) -> String {
      switch self {
      case .broken: return "\(part) is broken"
      case .unknown(let name):
        let known = Name.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
        return "{{\(name)}} stands in \(part); known are \(known)"
      }
    }
  }
}
