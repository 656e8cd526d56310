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
      } else if Self.leadsIn(passage.text) || Self.isLabel(passage.position, passages) {
        // Without a number it leads in to what has one, or begins with a small letter.
        leads = [(Self.deepest - 1, passage.position)]
      } else if !Self.goesOn(passage.text) {
        // The passage under a label is the last that it leads in to.
        leads.removeAll { $0.level == Self.deepest - 1 }
      }
    }
  }

  private static let deepest = 100

  private static func leadsIn(_ text: String) -> Bool { text.last == ":" || text.last == "—" }

  /// Whether a line stands like a heading over the next: “Nature of the processing”. Short lines one under another
  /// are a list.
  private static func isLabel(_ position: Int, _ passages: [PaperPassage]) -> Bool {
    guard isShort(passages[position]), position + 1 < passages.count else { return false }
    let next = passages[position + 1]
    return next.kind == .text && !isShort(next)
  }

  private static func isShort(_ passage: PaperPassage) -> Bool {
    passage.text.last.map { $0.isLetter || $0.isNumber || $0 == ")" } == true
      && passage.text.count { $0 == " " } < 8
  }

  /// Whether a passage without a number is an item among others.
  private static func goesOn(_ text: String) -> Bool {
    text.first?.isLowercase == true || text.last == ";" || text.last == ","
      || text.hasSuffix("; and") || text.hasSuffix("; or")
  }
}
