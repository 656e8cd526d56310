import Interview
import PlainText

extension Export {
  /// Reads a document that `bytes` wrote; members may stand in any order, with white space between.
  /// What this version does not know is a fault, never left out.
  init(from bytes: [UInt8]) throws(JSONFault) {
    var reader = JSONReader(bytes)
    var (format, version, given): (String?, Int?, MatterHead?)
    try reader.object { (reader, name) throws(JSONFault) in
      switch name {
      case "format":
        format = try reader.string()
        if format != Export.format { throw reader.fault("another format") }
      case "version":
        version = try reader.integer()
        if version != Export.version { throw reader.fault("version \(version ?? 0)") }
      case "summary": summary = try reader.summary()
      case "entries": entries = try reader.entries()
      case "head": given = try reader.head()
      case "enclosures": enclosures = try reader.enclosures()
      case "loose": loose = try reader.entries()
      case "answers":
        try reader.array { (reader) throws(JSONFault) in answers.append(try reader.cell()) }
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    try reader.end()
    guard format != nil, version != nil, let given else { throw reader.fault("parts are missing") }
    head = try Export.chain(entries, given: given, reader)
  }

  /// - Throws: where the entries are not those that the head was taken of.
  private static func chain(
    _ entries: [Entry], given: MatterHead, _ reader: JSONReader
  ) throws(JSONFault) -> MatterHead {
    var head = MatterHead.start
    for entry in entries {
      guard entry.number == head.number + 1 else {
        throw reader.fault("entry \(head.number + 1) is missing")
      }
      let hash = Fingerprint(of: Payload.bytes(of: entry))
      head = MatterHead(
        number: entry.number, link: head.link.link(to: entry.number, payload: hash))
    }
    guard head == given else { throw reader.fault("its entries are not those of its head") }
    return head
  }
}

extension JSONReader {
  fileprivate mutating func summary() throws(JSONFault) -> MatterSummary {
    var summary = MatterSummary()
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "title": summary.title = try reader.string()
      case "controller": summary.controller = try reader.string()
      case "processor": summary.processor = try reader.string()
      case "answered": summary.answered = try reader.count()
      case "open": summary.open = try reader.count()
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    return summary
  }

  fileprivate mutating func entries() throws(JSONFault) -> [Entry] {
    var entries: [Entry] = []
    try array { (reader) throws(JSONFault) in
      var (number, payload): (Int?, Entry?)
      try reader.object { (reader, name) throws(JSONFault) in
        switch name {
        case "number": number = try reader.count()
        case "payload": payload = try reader.entry(number: 0)
        default: throw reader.fault("a member that this version does not know: \(name)")
        }
      }
      guard let number, let payload else { throw reader.fault("no whole entry") }
      entries.append(
        Entry(
          number: number, when: payload.when, by: payload.by, why: payload.why,
          changes: payload.changes, reverses: payload.reverses))
    }
    return entries
  }

  fileprivate mutating func head() throws(JSONFault) -> MatterHead {
    var (number, link): (Int?, Fingerprint?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "number": number = try reader.count()
      case "link": link = Fingerprint(hexadecimal: try reader.string())
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let number, let link else { throw fault("no head") }
    return MatterHead(number: number, link: link)
  }

  fileprivate mutating func enclosures() throws(JSONFault) -> [Enclosure] {
    var enclosures: [Enclosure] = []
    try array { (reader) throws(JSONFault) in
      var (pack, paper): (String?, String?)
      var (files, bytes): ([PackSources.File]?, [UInt8]?)
      try reader.object { (reader, name) throws(JSONFault) in
        switch name {
        case "pack": pack = try reader.string()
        case "files": files = try Archive.read(from: &reader)
        case "paper": paper = try reader.string()
        case "base64": bytes = try reader.base64()
        default: throw reader.fault("a member that this version does not know: \(name)")
        }
      }
      switch (pack, files, paper, bytes) {
      case (let hash?, let files?, nil, nil):
        enclosures.append(.pack(PackSources(hash: hash, files: files)))
      case (nil, nil, let name?, let bytes?):
        enclosures.append(.paper(AttachedFile(name: name, bytes: bytes)))
      default: throw reader.fault("no whole enclosure")
      }
    }
    return enclosures
  }
}
