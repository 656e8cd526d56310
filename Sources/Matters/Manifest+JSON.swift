import PlainText

extension Manifest {
  /// Canonical JSON: equal manifests give equal bytes. A signature is over these.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      func text(_ name: String, _ value: String) {
        json.lineBreak()
        json.member(name, value)
      }
      text("format", Manifest.format)
      json.lineBreak()
      json.member("version", Manifest.version)
      text("document", document)
      text("matter", matter)
      text("program", program)
      json.lineBreak()
      json.key("pack")
      json.object { json in
        json.member("id", pack.id)
        json.member("version", pack.version)
        json.member("sha256", pack.hash)
      }
      json.lineBreak()
      json.key("head")
      json.object { json in
        json.member("number", head.number)
        json.member("link", head.link.hexadecimal)
      }
      text("asOf", asOf)
      text("content", content.hexadecimal)
      json.lineBreak()
      json.key("form")
      json.object { json in for pair in form { json.member(pair.name, pair.value) } }
      json.list("leftOpen", leftOpen) { json, blank in
        json.member("name", blank.name)
        json.member("linkId", blank.linkId)
        json.member("row", ifAny: blank.row)
        json.member("reason", blank.reason)
      }
      json.list("findings", findings) { json, finding in
        json.member("id", finding.id)
        json.member("severity", finding.severity)
        json.member("says", finding.says)
        json.member("reason", ifAny: finding.reason)
        json.member("by", ifAny: finding.by)
      }
      json.list("files", files) { json, file in
        json.member("name", file.name)
        json.member("format", file.format)
        json.member("sha256", file.content.hexadecimal)
        json.member("converter", ifAny: file.converter)
        json.member("style", ifAny: file.style?.hexadecimal)
        json.member("fonts", ifAny: file.fonts?.hexadecimal)
      }
      json.lastLineBreak()
    }
    return json.bytes + [0x0A]
  }

  /// nil where the bytes are no manifest of this version.
  package init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    var parts = ManifestParts()
    do throws(JSONFault) {
      try reader.object { (reader, member) throws(JSONFault) in
        try parts.read(member, from: &reader)
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let manifest = parts.manifest else { return nil }
    self = manifest
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    lineBreak()
    key(name)
    array { json in
      for element in elements {
        json.lineBreak()
        json.object { write(&$0, element) }
      }
    }
  }
}

/// The members of a manifest, in whatever order they come.
private struct ManifestParts {
  private var texts: [String: String] = [:]
  private var version: Int?
  private var pack: [String: String] = [:]
  private var number: Int?
  private var link: String?
  private var form: [Manifest.Pair] = []
  private var leftOpen: [[String: String]] = []
  private var findings: [[String: String]] = []
  private var files: [[String: String]] = []

  mutating func read(_ member: String, from reader: inout JSONReader) throws(JSONFault) {
    switch member {
    case "format", "document", "matter", "program", "asOf", "content":
      texts[member] = try reader.string()
    case "version": version = try reader.integer()
    case "pack": pack = try texts(&reader)
    case "head":
      var (number, link): (Int?, String?)
      try reader.object { (reader, member) throws(JSONFault) in
        if member == "number" {
          number = try reader.count()
        } else {
          link = try reader.string()
        }
      }
      (self.number, self.link) = (number, link)
    case "form":
      var pairs: [Manifest.Pair] = []
      try reader.object { (reader, member) throws(JSONFault) in
        pairs.append(Manifest.Pair(name: member, value: try reader.string()))
      }
      form = pairs
    case "leftOpen": leftOpen = try list(&reader)
    case "findings": findings = try list(&reader)
    case "files": files = try list(&reader)
    default: throw reader.fault("a member that this version does not know: \(member)")
    }
  }

  private func texts(_ reader: inout JSONReader) throws(JSONFault) -> [String: String] {
    var found: [String: String] = [:]
    try reader.object { (reader, member) throws(JSONFault) in
      found[member] = try reader.string()
    }
    return found
  }

  private func list(_ reader: inout JSONReader) throws(JSONFault) -> [[String: String]] {
    var found: [[String: String]] = []
    try reader.array { (reader) throws(JSONFault) in found.append(try texts(&reader)) }
    return found
  }

  /// nil where a member is missing or says what it cannot.
  var manifest: Manifest? {
    guard texts["format"] == Manifest.format, version == Manifest.version,
      let document = texts["document"], let matter = texts["matter"],
      let program = texts["program"], let asOf = texts["asOf"],
      let content = texts["content"].flatMap(Fingerprint.init(hexadecimal:)),
      let id = pack["id"], let packVersion = pack["version"], let hash = pack["sha256"],
      let number, let link = link.flatMap(Fingerprint.init(hexadecimal:))
    else { return nil }
    var manifest = Manifest(
      document: document, matter: matter, program: program,
      pack: Manifest.Pack(id: id, version: packVersion, hash: hash),
      head: MatterHead(number: number, link: link), asOf: asOf, content: content, form: form)
    manifest.leftOpen = leftOpen.compactMap { blank in
      guard let name = blank["name"], let linkId = blank["linkId"], let reason = blank["reason"]
      else { return nil }
      return Manifest.LeftOpen(name: name, linkId: linkId, row: blank["row"], reason: reason)
    }
    manifest.findings = findings.compactMap { finding in
      guard let id = finding["id"], let severity = finding["severity"], let says = finding["says"]
      else { return nil }
      return Manifest.Finding(
        id: id, severity: severity, says: says, reason: finding["reason"], by: finding["by"])
    }
    manifest.files = files.compactMap { file in
      guard let name = file["name"], let format = file["format"],
        let content = file["sha256"].flatMap(Fingerprint.init(hexadecimal:))
      else { return nil }
      return Manifest.File(
        name: name, format: format, content: content, converter: file["converter"],
        style: file["style"].flatMap(Fingerprint.init(hexadecimal:)),
        fonts: file["fonts"].flatMap(Fingerprint.init(hexadecimal:)))
    }
    let isWhole =
      manifest.leftOpen.count == leftOpen.count && manifest.findings.count == findings.count
      && manifest.files.count == files.count
    return isWhole ? manifest : nil
  }
}
