/// The headers and footers of a file for Word, upright and wide, and the ids they are filed under.
struct WordParts: Hashable {
  /// Upright header, wide header, upright footer, wide footer: pandoc files headers first.
  static let targets = ["header1.xml", "header2.xml", "footer1.xml", "footer2.xml"]

  /// In the order of `targets`.
  var ids: [String]

  /// In the document that gives pandoc its styles.
  static let inReference = WordParts(ids: ["rId1", "rId2", "rId3", "rId4"])
  /// pandoc files its own parts under rId1 to rId8 and these after them.
  static let usual = WordParts(ids: ["rId9", "rId10", "rId11", "rId12"])

  func header(isWide: Bool) -> String { ids[isWide ? 1 : 0] }
  func footer(isWide: Bool) -> String { ids[isWide ? 3 : 2] }

  /// The ids in a list of relationships; nil where a part is not in it.
  init?(relationships xml: String) {
    ids = []
    for target in Self.targets {
      let relationship = xml.split(separator: "<").first { $0.contains("Target=\"\(target)\"") }
      guard let relationship, let name = relationship.firstRange(of: " Id=\"") else { return nil }
      ids.append(String(relationship[name.upperBound...].prefix { $0 != "\"" }))
    }
  }

  private init(ids: [String]) { self.ids = ids }
}
