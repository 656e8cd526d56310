/// The changes of one paragraph, before a byte is changed: which signs go, and what is put where. A change
/// that does not fit is refused when it is added, and leaves no trace.
struct LinePlan {
  /// A stretch that goes.
  struct Deletion {
    let from: WordLine.Place
    let to: WordLine.Place
    /// The fields that go as a whole.
    let fields: [WordMarkup.Field]
  }

  /// Something that is put at a place.
  enum Mark {
    /// `like` is the run whose letters it has; `isPlain` says that it has left a link or field behind.
    case text(String, like: Int, isPlain: Bool)
    case commentStart(Int)
    case commentEnd(Int)
  }

  enum Spot {
    /// Between elements, in a container.
    case byte(Int, container: Int)
    /// Within a run.
    case inside(WordLine.Place)
  }

  let line: WordLine
  private let quoted: QuotedWords
  private(set) var deletions: [Deletion] = []
  private(set) var simpleFields: [Int] = []
  private(set) var marks: [(spot: Spot, mark: Mark)] = []
  /// Whether the paragraph itself goes.
  private(set) var endsParagraph = false
  /// Paragraphs that follow, each change's with its comment.
  private(set) var paragraphs: [(texts: [String], comment: Int?)] = []

  private var gone: [Range<Int>] = []
  private var points: [Int] = []

  init(_ line: WordLine) {
    self.line = line
    quoted = QuotedWords(line.signs.map(\.character))
  }

  /// `comment` gives the number of a new comment; it is called only when the change is accepted.
  mutating func add(
    _ change: PaperChange, comment: (String) -> Int
  ) throws(Refusal) {
    switch change.kind {
    case .replace(let words, let text):
      let found = try found(words, change.occurrence)
      guard text.contains(where: { !$0.isWhitespace }) else {
        return try delete(found, change.comment, comment)
      }
      let (range, rest) = try QuotedWords.difference(
        of: line.signs[found].map(\.character), at: found.lowerBound, from: text)
      try edit(range, putting: rest, beside: found, change.comment, comment)
    case .delete(let words):
      let found = try found(words, change.occurrence)
      try delete(found, change.comment, comment)
    case .insertAfter(let words, let text):
      guard !text.isEmpty else { throw .noWords }
      let found = try found(words, change.occurrence)
      let end = found.upperBound
      let opens = text.first.map { QuotedWords.isOfWord($0) || "([“\"‘–—€$£".contains($0) } ?? false
      try edit(
        end..<end, putting: opens ? " " + text : text, beside: found, change.comment, comment)
    case .insertParagraphs(let texts):
      guard !texts.isEmpty else { throw .noWords }
      try requireFreeEnd()
      paragraphs.append((texts, change.comment.map(comment)))
    case .comment(let words, let text):
      let range = words == nil ? line.signs.indices : try found(words ?? "", change.occurrence)
      guard !range.isEmpty else { throw .emptyParagraph }
      guard line.obstacle != .textBox else { throw .textBox }
      let number = comment(text)
      marks.append((spot(before: range.lowerBound), .commentStart(number)))
      marks.append((spot(behind: range.upperBound - 1), .commentEnd(number)))
    }
  }

  private func found(_ words: String, _ occurrence: Int?) throws(Refusal) -> Range<Int> {
    guard words.contains(where: { !$0.isWhitespace }) else { throw .noWords }
    let places = quoted.places(of: words)
    guard let first = places.first else { throw .absent(words) }
    guard let occurrence else {
      guard places.count == 1 else { throw .several(words, places.count) }
      return first
    }
    guard places.indices.contains(occurrence - 1) else {
      throw .noOccurrence(words, occurrence, of: places.count)
    }
    return places[occurrence - 1]
  }

  // MARK: Signs that go and come

  private mutating func delete(
    _ found: Range<Int>, _ remark: String?, _ comment: (String) -> Int
  ) throws(Refusal) {
    let others = line.signs.indices.filter { !found.contains($0) }
    let isWhole =
      others.allSatisfy { line.signs[$0].character.isWhitespace } && gone.isEmpty && points.isEmpty
      && line.canEnd
    if isWhole {
      try edit(line.signs.indices, putting: "", beside: found, remark, comment)
      endsParagraph = true
    } else {
      let wide = widened(found)
      let isFree = !gone.contains { $0.overlaps(wide) }
      try edit(isFree ? wide : found, putting: "", beside: found, remark, comment)
    }
  }

  /// With the space that would be one too many.
  private func widened(_ range: Range<Int>) -> Range<Int> {
    func character(_ sign: Int) -> Character? {
      line.signs.indices.contains(sign) ? line.signs[sign].character : nil
    }
    func isSpace(_ sign: Int) -> Bool {
      guard let character = character(sign), character == " " || character == "\u{A0}" else {
        return false
      }
      let run = line.runs[line.run(at: sign)]
      return run.obstacle == nil && run.simpleField == nil
        && !line.fields.contains { line.shows($0, sign) }
    }
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    let closes = character(after).map { $0.isWhitespace || ".,;:)".contains($0) } ?? true
    if closes, isSpace(before) { return before..<after }
    if before < 0, isSpace(after) { return range.lowerBound..<(after + 1) }
    return range
  }

  private mutating func edit(
    _ range: Range<Int>, putting text: String, beside words: Range<Int>, _ remark: String?,
    _ comment: (String) -> Int
  ) throws(Refusal) {
    let point = range.upperBound
    let overlaps = gone.contains {
      $0.overlaps(range) || ($0.lowerBound < point && point < $0.upperBound)
    }
    let cuts = points.contains { range.lowerBound < $0 && $0 < range.upperBound }
    guard !overlaps, !cuts, !endsParagraph else { throw .overlap }
    let deletion = try deletion(range)
    let insertion = text.isEmpty ? nil : try insertion(text, behind: range)

    let number = remark.map(comment)
    if let number { marks.append((spot(before: words.lowerBound), .commentStart(number))) }
    if let (deletion, fields) = deletion {
      deletions.append(deletion)
      simpleFields += fields
      gone.append(range)
    }
    if let insertion {
      marks.append(insertion)
      points.append(point)
    }
    if let number {
      marks.append((spot(behind: max(words.upperBound, point) - 1), .commentEnd(number)))
    }
  }

  private func deletion(
    _ range: Range<Int>
  ) throws(Refusal) -> (Deletion, simpleFields: [Int])? {
    guard let last = range.last else { return nil }
    for sign in range {
      if let obstacle = line.runs[line.run(at: sign)].obstacle { throw obstacle }
    }
    var (from, to) = (line.signs[range.lowerBound].place, line.place(after: last))
    var fields: [WordMarkup.Field] = []
    for field in line.fields {
      let shown = line.signs.indices.filter { line.shows(field, $0) }
      guard shown.contains(where: range.contains) else { continue }
      guard line.holds(field) else { throw .longField }
      guard shown.allSatisfy(range.contains) else { throw .partOfField }
      guard let begin = line.item(field.begin), let end = line.item(field.end) else {
        throw .partOfField
      }
      fields.append(field)
      from = min(from, WordLine.Place(item: begin, offset: 0))
      to = max(to, WordLine.Place(item: end, offset: line.items[end].length))
    }
    var simple: [Int] = []
    for sign in range {
      guard let field = line.runs[line.run(at: sign)].simpleField, simple.last != field else {
        continue
      }
      let shown = line.signs.indices.filter { line.runs[line.run(at: $0)].simpleField == field }
      guard shown.allSatisfy(range.contains), line.isSimple(field) else { throw .partOfField }
      simple.append(field)
    }
    return (Deletion(from: from, to: to, fields: fields), simple)
  }

  /// The text behind the words that go; where none go, behind the sign before.
  private func insertion(
    _ text: String, behind range: Range<Int>
  ) throws(Refusal) -> (Spot, Mark) {
    let sign = range.upperBound - 1
    guard line.obstacle == nil else { throw line.obstacle ?? .locked }
    let (next, run) = (sign + 1, line.runs[line.run(at: sign)])
    let follows = next < line.signs.count
    if let obstacle = run.obstacle, follows, line.runs[line.run(at: next)].obstacle != nil {
      throw obstacle
    }
    for field in line.fields where line.shows(field, sign) {
      guard line.holds(field) else { throw .longField }
      if follows, line.shows(field, next) { throw .partOfField }
    }
    if follows, run.simpleField != nil,
      line.runs[line.run(at: next)].simpleField == run.simpleField
    {
      throw .partOfField
    }
    let first = range.isEmpty ? nil : line.runs[line.run(at: range.lowerBound)].element
    let place = line.placeBehindField(of: sign)
    let edge = line.edge(behind: place) { container in
      guard let first, line.markup.elements[container].tag != .fldSimple else { return true }
      return !(container < first && first < line.markup.elements[container].next)
    }
    let left = (edge?.left ?? []).map { line.markup.elements[$0].tag }
    if run.obstacle != nil, !left.contains(.sdt) { throw run.obstacle ?? .locked }
    if run.simpleField != nil, !left.contains(.fldSimple) { throw .partOfField }
    let isPlain = left.contains(.hyperlink) || place != line.place(after: sign)
    let like = line.run(at: range.isEmpty ? sign : range.lowerBound)
    return (
      edge.map { .byte($0.byte, container: $0.container) } ?? .inside(place),
      .text(text, like: like, isPlain: isPlain)
    )
  }

  // MARK: Spots of comments

  /// A control that can't be changed is left whole: the comment is put to all of it.
  private func spot(before sign: Int) -> Spot {
    if let control = line.closedControl(around: sign) {
      let element = line.markup.elements[control]
      return .byte(element.start, container: element.parent)
    }
    let place = line.placeBeforeField(of: sign)
    let run = line.runs[line.items[place.item].run]
    return place.item == run.items.lowerBound && place.offset == 0
      ? .byte(
        line.markup.elements[run.element].start,
        container: line.markup.elements[run.element].parent)
      : .inside(place)
  }

  private func spot(behind sign: Int) -> Spot {
    if let control = line.closedControl(around: sign) {
      let element = line.markup.elements[control]
      return .byte(element.end, container: element.parent)
    }
    let place = line.placeBehindField(of: sign)
    return line.edge(behind: place) { _ in true }.map { .byte($0.byte, container: $0.container) }
      ?? .inside(place)
  }

  private func requireFreeEnd() throws(Refusal) {
    if let obstacle = line.obstacle { throw obstacle }
    let last = line.markup.elements[line.element].next
    if line.fields.contains(where: { $0.begin < last && $0.end >= last }) { throw .longField }
  }
}
