/// The styles of a reference by the names that Word shows. Their ids are another matter: each language
/// of Word makes its own.
struct StyleIndex: Hashable {
  private var ids: [String: String] = [:]
  /// Those whose paragraphs stand in a list.
  private var counting: Set<String> = []

  /// - Parameter lists: the numbers of the lists that are defined.
  init(_ styles: XMLTags, lists: Set<String>) {
    var (id, name) = ("", "")
    for tag in styles.tags where tag.kind != .closes {
      switch tag.name {
      case "w:style": (id, name) = (tag["w:styleId"] ?? "", "")
      case "w:name" where name.isEmpty && !id.isEmpty:
        name = (tag["w:val"] ?? "").lowercased()
        ids[name] = id
      case "w:numId": if lists.contains(tag["w:val"] ?? "") { counting.insert(name) }
      default: continue
      }
    }
  }

  func holds(_ name: String) -> Bool { ids[name.lowercased()] != nil }

  func counts(_ name: String) -> Bool { counting.contains(name.lowercased()) }

  /// The reference to a paragraph's style, as its first property; nothing where there is no such style.
  func paragraph(_ name: String) -> String { reference("w:pStyle", name) }

  func table(_ name: String) -> String { reference("w:tblStyle", name) }

  /// The same of a run.
  func run(_ name: String) -> String { reference("w:rStyle", name) }

  private func reference(_ element: String, _ name: String) -> String {
    ids[name.lowercased()].map { "<\(element) w:val=\"\($0)\"/>" } ?? ""
  }
}
