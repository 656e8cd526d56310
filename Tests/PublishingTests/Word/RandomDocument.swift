import Documents
import TestSupport

@testable import Publishing

/// Documents with blocks of every kind, put together at random: numbers that Word comes to and numbers
/// that it does not, names in every script, what is open, and what refers to what.
struct RandomDocument {
  private var random: SeededRandom
  private let isOdd: Bool
  private var section = 0
  private var annex = 0
  private var clause = 0
  private var anchors: [(anchor: String, number: String)] = []
  private var blanks: [Blank] = []

  /// - Parameter isOdd: with numbers left out and lists that begin anywhere.
  init(seed: UInt64, isOdd: Bool = true) {
    random = SeededRandom(seed: seed)
    self.isOdd = isOdd
  }

  mutating func next() -> Document {
    (section, annex, clause, anchors, blanks) = (0, 0, 0, [], [])
    var blocks: [Block] = []
    for _ in 0..<number(2...5) { blocks += part(isAnnex: false) }
    if chance(3) { blocks.append(.signatures((0..<number(1...3)).map { _ in signature() })) }
    for _ in 0..<number(0...2) { blocks += part(isAnnex: true) }
    // Which page comes last is no change that Word could track.
    if !isOdd { blocks.append(Sample.body([Run("The end.")])) }
    var entries: [ContentsEntry] = []
    for case .heading(let heading) in blocks where heading.level == 1 {
      entries.append(
        ContentsEntry(
          level: 1, number: heading.number, anchor: heading.anchor, runs: heading.runs))
    }
    let contents: [Block] = [Sample.plain("contents", "Contents"), .contents(entries)]
    return Document(
      id: "random", title: line(), language: chance(2) ? "en-GB" : "de-DE",
      paper: chance(2) ? .a4 : .letter, standing: chance(2) ? .draft : .final,
      cover: chance(2) ? [Sample.plain("cover", "Cover"), paragraph(), bullets(), table()] : [],
      blocks: (chance(2) ? contents : []) + blocks, blanks: blanks)
  }

  // MARK: Blocks

  private mutating func part(isAnnex: Bool) -> [Block] {
    if isAnnex { annex += 1 } else { section += 1 }
    // Now and then a number is left out, so that Word would come to another.
    if isOdd, chance(6) { if isAnnex { annex += 1 } else { section += 1 } }
    clause = 0
    let letters = LiveNumbering.letters(annex).uppercased()
    let number = isAnnex ? "Annex \(letters)" : "\(section)"
    let stem = isAnnex ? letters : "\(section)"
    var heading = Heading(
      level: 1, numbering: isAnnex ? .annex : .section, number: number, anchor: number,
      runs: line())
    if isOdd, chance(8) { (heading.numbering, heading.number) = (.none, nil) }
    anchors.append((number, number))
    var blocks: [Block] = [.heading(heading)]
    for _ in 0..<self.number(1...5) { blocks += group(under: stem) }
    return blocks
  }

  private mutating func group(under stem: String) -> [Block] {
    switch number(0...9) {
    case 0...3:
      clause += isOdd && chance(8) ? 2 : 1
      let number = "\(stem).\(clause)"
      anchors.append((number, number))
      var blocks: [Block] = [Sample.clause(number, number, words())]
      if chance(2) { blocks.append(.list(items(depth: 0))) }
      if chance(4) {
        blocks.append(
          .paragraph(Paragraph(number: nil, anchor: nil, style: .continued, runs: words())))
      }
      return blocks
    case 4: return [paragraph(), bullets()]
    case 5: return [table()]
    case 6:
      return [
        .heading(
          Heading(
            level: 2, numbering: .none, number: nil, anchor: "h\(random.next())", runs: line()))
      ]
    case 7: return [.landscape([table(), paragraph()])]
    case 8: return [.picture(chance(2) ? PictureTests.tree : Self.grid)]
    default: return [paragraph()]
    }
  }

  private static let grid = Picture(
    title: "Risks & more", description: "Two <risks>.",
    shape: .grid(
      Picture.Grid(
        corner: "Risk", columns: ["Now"],
        rows: [.init(label: "a", cells: [.init(sign: "✓", words: "low", tone: .good)])])))

  private mutating func paragraph() -> Block { Sample.body(words()) }

  private mutating func bullets() -> Block {
    .list(
      List(ordered: false, items: (0..<number(1...3)).map { _ in Sample.item("•", words()) }))
  }

  private mutating func items(depth: Int) -> List {
    // A list that begins with another letter stays as it is.
    let first = isOdd && chance(6) ? 2 : 1
    let count = number(1...4)
    return List(
      ordered: true,
      items: (first..<(first + count)).map { place in
        let mark = depth == 0 ? LiveNumbering.letters(place) : LiveNumbering.roman(place)
        var blocks = [Sample.paragraph(words())]
        if depth == 0, chance(4) { blocks.append(.list(items(depth: 1))) }
        return List.Item(marker: "(\(mark))", blocks: blocks)
      })
  }

  private mutating func table() -> Block {
    let columns = number(1...5)
    return .table(
      Table(
        header: chance(5) ? [] : (0..<columns).map { _ in line() },
        rows: (0..<number(1...4)).map { _ in
          (0..<(chance(6) ? 1 : columns)).map { _ in words() }
        }))
  }

  private mutating func signature() -> Signature {
    Signature(
      party: line(),
      lines: (0..<(chance(3) ? 2 : 1)).flatMap { person in
        ["Signature", "Name", "Date"].enumerated().map { place, label in
          Signature.Line(
            label: label, runs: chance(3) ? line() : [], startsPerson: person > 0 && place == 0)
        }
      })
  }

  // MARK: Words

  private static let words = [
    "the processor", "Zoë Müller-Ångström", "O'Brien & Söhne <ltd>", "北京云语科技有限公司",
    "משה כהן (Ltd.)", "شركة البيانات", "👩‍👩‍👧‍👦 🇩🇪 e\u{301}", "soft\u{ad}hyphen", "☒ yes  ☐ no",
    "two\nlines", "]]>", "{{title}}", "30 days", "“quoted” – 10 %", "tab\there",
  ]

  private mutating func line() -> [Run] { [text(), Run(" "), text()] }

  private mutating func words() -> [Run] {
    var runs = [text()]
    for _ in 0..<number(0...4) {
      runs.append(Run(" "))
      switch number(0...7) {
      case 0: runs.append(blank())
      case 1:
        if let target = anchors.randomElement(using: &random) {
          runs.append(Sample.reference("section \(target.number)", target.anchor))
        }
      case 2: runs.append(Sample.reference("nowhere", "no such anchor"))
      default: runs.append(text())
      }
    }
    return runs
  }

  private mutating func text() -> Run {
    Run(
      Self.words.randomElement(using: &random) ?? "", strong: chance(5), emphasis: chance(7))
  }

  private mutating func blank() -> Run {
    let name = "blank \(number(1...6))"
    let blank = Blank(
      name: name, waitsFor: [Blank.Source(linkId: "x.y", row: nil, asks: "Which & why?")],
      state: "open", note: nil)
    if !blanks.contains(blank) { blanks.append(blank) }
    return Sample.blank(blank)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ of: Int) -> Bool { number(1...of) == 1 }
}
