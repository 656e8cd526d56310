/// The lists of a Word document as they are defined.
struct WordLists {
  struct Level {
    var start = 1
    var format = NumberFormat.decimal
    /// `%1.%2`: what is printed, with a place for the number of each level.
    var text = ""
    /// The style whose paragraphs stand on this level.
    var style: String?
    /// The level, from 1, behind which it begins again; 0 is none, nil any above it.
    var restart: Int?
    /// Whether all numbers in it are in digits.
    var isLegal = false
    var left: Int?
    var first: Int?
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    /// The style of lists that it is the definition of, and that it has its own from.
    var styleLink: String?
    var numStyleLink: String?
  }

  private struct List {
    var definition = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// A list with what it has from others.
  struct Resolved {
    /// Lists of one definition are counted together.
    let definition: String
    let levels: [Int: Level]
    /// Where it begins anew, by level.
    let starts: [Int: Int]

    /// The level that is of a style, or of one that it is based on.
    func level(ofStyles chain: [String]) -> Int? {
      for id in chain {
        if let level = levels.first(where: { $0.value.style == id }) { return level.key }
      }
      return nil
    }
  }

  private static let most = 50_000

  private var definitions: [String: Definition] = [:]
  private var lists: [String: List] = [:]
  private var known: [String: Resolved] = [:]
  /// The definitions that styles of lists have.
  private var ofStyles: [String: String] = [:]

  init(_ bytes: [UInt8]?) throws(PaperFault) {
    guard let bytes else { return }
    var reader = try WordReader(bytes, root: "numbering")
    while let event = try reader.next() {
      guard definitions.count + lists.count < Self.most else { throw .brokenDocument }
      switch event {
      case .start("abstractNum"):
        let id = reader.attributes["abstractNumId"] ?? ""
        let definition = try Self.definition(&reader)
        if let link = definition.styleLink, ofStyles[link] == nil { ofStyles[link] = id }
        definitions[id] = definition
      case .start("num"):
        let id = reader.attributes["numId"] ?? ""
        lists[id] = try Self.list(&reader)
      default: break
      }
    }
  }

  /// The list of an id; nil where there is none.
  mutating func resolved(_ id: String, _ styles: WordStyles) -> Resolved? {
    if let resolved = known[id] { return resolved }
    guard let list = lists[id] else { return nil }
    let name = followed(list.definition, styles)
    guard let definition = definitions[name] else { return nil }
    let resolved = Resolved(
      definition: name, levels: definition.levels.merging(list.levels) { $1 }, starts: list.starts)
    known[id] = resolved
    return resolved
  }

  /// The definition that one leads to, which may have its levels from a style of lists.
  private func followed(_ name: String, _ styles: WordStyles) -> String {
    var (name, seen) = (name, [String]())
    while let link = definitions[name]?.numStyleLink, !seen.contains(name), seen.count < 40 {
      seen.append(name)
      let other =
        styles.list(link).flatMap { lists[$0]?.definition }
        ?? ofStyles[link]
      guard let other else { break }
      name = other
    }
    return name
  }

  // MARK: Reading

  private static func definition(_ reader: inout WordReader) throws(PaperFault) -> Definition {
    var definition = Definition()
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("styleLink"): definition.styleLink = reader.value
      case .start("numStyleLink"): definition.numStyleLink = reader.value
      case .start("lvl"):
        let number = place(reader)
        definition.levels[number] = try level(&reader)
      default: break
      }
    }
    return definition
  }

  private static func list(_ reader: inout WordReader) throws(PaperFault) -> List {
    var list = List()
    var at = 0
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("abstractNumId"): list.definition = reader.value ?? ""
      case .start("lvlOverride"): at = place(reader)
      case .start("startOverride"): list.starts[at] = start(reader)
      case .start("lvl"): list.levels[at] = try level(&reader)
      default: break
      }
    }
    return list
  }

  private static func place(_ reader: WordReader) -> Int {
    min(max(reader.attributes["ilvl"].flatMap { Int($0) } ?? 0, 0), 8)
  }

  private static func start(_ reader: WordReader) -> Int {
    min(max(reader.value.flatMap { Int($0) } ?? 1, 0), 1_000_000)
  }

  private static func level(_ reader: inout WordReader) throws(PaperFault) -> Level {
    var level = Level()
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      guard case .start(let name) = event else { continue }
      switch name {
      case "start": level.start = start(reader)
      case "numFmt": level.format = NumberFormat(reader.value, own: reader.attributes["format"])
      case "lvlText": level.text = String((reader.value ?? "").prefix(200))
      case "pStyle": level.style = reader.value
      case "lvlRestart": level.restart = reader.value.flatMap { Int($0) }
      case "isLgl": level.isLegal = reader.isOn
      // What only newer programs know stands there in a form for all too.
      case "Choice", "rPr": try reader.skip()
      case "ind":
        var properties = WordProperties()
        properties.take(name, reader)
        level.left = properties.left
        level.first = properties.first
      default: break
      }
    }
    return level
  }
}
