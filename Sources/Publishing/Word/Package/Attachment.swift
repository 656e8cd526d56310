import Compression
import PlainText

/// A picture or a font that a part of a reference brings along, or the list of such.
struct Attachment {
  let entry: ZipArchive.Entry
  /// Its type in the package; nil for the list.
  let type: String?

  /// All that these parts refer to.
  /// - Throws: the part with something in it that cannot come along.
  static func all(
    of parts: [String], in archive: ZipArchive
  ) throws(StyleFault) -> [Attachment] {
    let types = XMLTags(archive.contents(of: "[Content_Types].xml") ?? [])?.tags ?? []
    var found: [Attachment] = []
    var names: Set<String> = []
    for part in parts {
      let list = Relations.name(for: part)
      guard let entry = archive.entry(list) else { continue }
      guard let relations = entry.bytes.flatMap({ Relations($0, of: part) }) else {
        throw StyleFault(reference: "\(list) in it is broken")
      }
      found.append(Attachment(entry: entry, type: nil))
      for relation in relations.all {
        let target = relation.target
        if relation.isOutside {
          if relation.kind == "hyperlink" { continue }
          throw StyleFault(
            reference:
              "\(part) shows what lies outside the file: “\(Sanitiser.documentLine.clean(target))”")
        }
        guard ["image", "font"].contains(relation.kind), !target.hasSuffix(".xml") else {
          throw StyleFault(
            reference:
              "\(part) holds a part of the kind “\(Sanitiser.documentLine.clean(relation.kind))”; "
              + "only pictures can stand there")
        }
        guard names.insert(target).inserted else { continue }
        guard let entry = archive.entry(target), entry.bytes != nil,
          let type = type(of: target, types)
        else { throw StyleFault(reference: "\(target) is missing from it, or is broken") }
        found.append(Attachment(entry: entry, type: type))
      }
    }
    return found
  }

  private static func type(of part: String, _ types: [XMLTags.Tag]) -> String? {
    let ending = part.split(separator: ".").last.map { $0.lowercased() }
    return types.first { $0["PartName"] == "/\(part)" }?["ContentType"]
      ?? types.first { $0["Extension"]?.lowercased() == ending }?["ContentType"]
  }
}
