/// What of a paper belongs to a passage without standing in it.
struct PassageSurroundings {
  /// By passage: the headings above it and the words that lead in to it ("The processor shall:"), outermost first.
  private(set) var above: [[Int]] = []
  /// By passage: the passages before and behind it under the same heading.
  private(set) var beside: [[Int]] = []

  init(_ paper: Paper) {
    let passages = paper.passages
    var leads: [(level: Int, position: Int)] = []
    for passage in passages {
      if passage.kind == .heading { leads = [] }
      let level = passage.kind == .text ? passage.read.level ?? Self.deepest : Self.deepest
      leads.removeAll { $0.level >= level }
      above.append(passage.headings + leads.map(\.position))
      beside.append(
        [passage.position - 1, passage.position + 1].filter {
          passages.indices.contains($0) && passages[$0].kind != .heading
            && passages[$0].headings == passage.headings
        })
      guard passage.kind == .text else { continue }
      if level < Self.deepest {
        leads.append((level, passage.position))
      } else if Self.leadsIn(passage.text) {
        // Without a number it leads in to what has one, or begins with a small letter.
        leads = [(Self.deepest - 1, passage.position)]
      } else if !Self.goesOn(passage.text) {
        leads.removeAll { $0.level == Self.deepest - 1 }
      }
    }
  }

  private static let deepest = 100

  private static func leadsIn(_ text: String) -> Bool { text.last == ":" || text.last == "—" }

  /// Whether a passage without a number is an item among others.
  private static func goesOn(_ text: String) -> Bool {
    text.first?.isLowercase == true || text.last == ";" || text.last == ","
      || text.hasSuffix("; and") || text.hasSuffix("; or")
  }
}
