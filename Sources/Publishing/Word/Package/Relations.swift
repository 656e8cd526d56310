/// What a part of a file for Word refers to: one `.rels` file of its package.
struct Relations: Hashable {
  struct Relation: Hashable {
    var id: String
    /// The last word of its type: `header`, `image`.
    var kind: String
    /// A part's name in the package, or an address where it lies outside.
    var target: String
    var isOutside = false
  }

  var all: [Relation] = []

  static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// The file that holds the relations of a part.
  static func name(for part: String) -> String {
    let (folder, file) = split(part)
    return "\(folder)_rels/\(file).rels"
  }

  /// The folder of a part, with its stroke, and its name there.
  private static func split(_ part: String) -> (folder: Substring, file: Substring) {
    guard let stroke = part.lastIndex(of: "/") else { return ("", part[...]) }
    return (part[...stroke], part[part.index(after: stroke)...])
  }

  init(_ all: [Relation]) { self.all = all }

  /// Reads the relations of `part`; nil where they are none.
  init?(_ bytes: [UInt8], of part: String) {
    guard let list = XMLTags(bytes) else { return nil }
    for tag in list.tags where tag.name == "Relationship" && tag.kind != .closes {
      guard let id = tag["Id"], let type = tag["Type"], let target = tag["Target"] else {
        return nil
      }
      let isOutside = tag["TargetMode"] == "External"
      all.append(
        Relation(
          id: id, kind: String(type.split(separator: "/").last ?? ""),
          target: isOutside ? target : Self.resolved(target, from: part), isOutside: isOutside))
    }
  }

  /// The name in the package that `target` stands for in the relations of `part`.
  private static func resolved(_ target: String, from part: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : split(part).folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// As the file that holds the relations of `word/document.xml`.
  var xml: String {
    let items = all.map {
      let isBeside = $0.target.hasPrefix("word/")
      return """
        <Relationship Id="\($0.id)" Type="\(Self.types)\($0.kind)" \
        Target="\(isBeside ? $0.target.dropFirst("word/".count) : "/\($0.target)")"/>
        """
    }
    return WordXML.head
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
  }
}
