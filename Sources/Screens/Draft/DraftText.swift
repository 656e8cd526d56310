import Canvas
import Documents
import Interview
import PackModel
import PlainText

/// A draft as it is read on a screen: sentence by sentence, each with the questions that wrote it.
struct DraftText: Sendable {
  /// A sentence, a heading or a cell's row: the smallest piece that has a place to go to.
  struct Sentence: Hashable, Sendable {
    /// The number or marker before the first sentence of a paragraph.
    var head = ""
    var indent = 0
    var pieces: [StyledLine.Piece] = []
    /// The answers that wrote its words or are still missing in it, in their order.
    var sources: [AnswerKey] = []
    /// The clause it belongs to, by id.
    var clause: String?
    var isHeading = false
    /// Whether it stands in a section that sums up others.
    var sumsUp = false
    /// Whether the next one belongs to another paragraph.
    var endsParagraph = false

    var text: String { pieces.map(\.text).joined() }
  }

  private(set) var sentences: [Sentence] = []

  init(_ document: Document) {
    for section in document.blocks.sections {
      let start = sentences.count
      for block in section { add(block, indent: 0) }
      guard section.sumsUp else { continue }
      for number in sentences.indices[start...] { sentences[number].sumsUp = true }
    }
  }

  private mutating func add(_ block: Block, indent: Int) {
    switch block {
    case .heading(let heading):
      add(heading.runs, head: heading.number ?? "", indent: indent, style: .heading)
    case .paragraph(let paragraph):
      add(paragraph.runs, head: paragraph.number ?? "", indent: indent)
    case .list(let list):
      for item in list.items {
        for (number, inner) in item.blocks.enumerated() {
          if number == 0, case .paragraph(let paragraph) = inner {
            add(paragraph.runs, head: item.marker, indent: indent + 2)
          } else {
            add(inner, indent: indent + 4)
          }
        }
      }
    case .table(let table):
      for cells in [table.header] + table.rows {
        let runs = cells.enumerated().flatMap {
          $0.offset == 0 ? $0.element : [Run(" | ")] + $0.element
        }
        add(runs, head: "", indent: indent, parts: false)
      }
    case .signatures(let signatures):
      for signature in signatures {
        add(signature.party, head: "", indent: indent, parts: false)
        for line in signature.lines {
          add([Run(line.label + ": ")] + line.runs, head: "", indent: indent, parts: false)
        }
      }
    case .contents: break
    case .picture(let picture): add([Run(picture.title)], head: "", indent: indent)
    case .landscape(let blocks): for inner in blocks { add(inner, indent: indent) }
    }
  }

  /// - Parameter parts: whether full stops part sentences.
  private mutating func add(
    _ runs: [Run], head: String, indent: Int, style: Style = .normal, parts: Bool = true
  ) {
    var sentence = Sentence(head: head, indent: indent)
    sentence.isHeading = style == .heading
    func isEnd(_ text: Substring, _ rest: Substring) -> Bool {
      guard parts, text.last == ".", rest.first == " ", rest.dropFirst().first?.isUppercase == true
      else { return false }
      // "Art. 28" and "No. 3" are no ends; a short word is an abbreviation.
      let word = (sentence.text + text).dropLast().split(separator: " ").last ?? ""
      return word.count > 3
    }
    for run in runs {
      var own = style
      if case .blank(let blank) = run.kind {
        own = .blank
        for source in blank.waitsFor {
          sentence.note(AnswerKey(source.linkId, row: source.row))
        }
      }
      if let question = run.provenance.question {
        sentence.note(AnswerKey(question, row: run.provenance.row))
      }
      sentence.clause = sentence.clause ?? run.provenance.clause
      var rest = run.text[...]
      var at = rest.startIndex
      while at < rest.endIndex {
        let next = rest.index(after: at)
        if isEnd(rest[..<next], rest[next...]) {
          sentence.put(String(rest[..<next]), own)
          sentences.append(sentence)
          let clause = sentence.clause
          sentence = Sentence(indent: indent + (head.isEmpty ? 0 : 2))
          sentence.clause = clause
          rest = rest[next...].drop { $0 == " " }
          at = rest.startIndex
        } else {
          at = next
        }
      }
      if !rest.isEmpty { sentence.put(String(rest), own) }
    }
    guard !sentence.pieces.isEmpty || !sentence.head.isEmpty else { return }
    sentence.endsParagraph = true
    sentences.append(sentence)
  }
}

extension DraftText.Sentence {
  fileprivate mutating func note(_ key: AnswerKey) {
    if !sources.contains(key) { sources.append(key) }
  }

  fileprivate mutating func put(_ text: String, _ style: Style) {
    pieces.append(StyledLine.Piece(text: text, style: style))
  }

  /// The sentence in rows of a width; its head hangs before the first.
  func strips(width: Int) -> [StyledLine] {
    let lead = head.isEmpty ? 0 : CellWidth.of(head) + 1
    let room = max(8, width - indent - lead)
    return StyledLine.wrapped(pieces, width: room).enumerated().map { number, strip in
      let front = String(repeating: " ", count: indent)
      let own = number == 0 && lead > 0 ? head + " " : String(repeating: " ", count: lead)
      return StyledLine(
        pieces: [StyledLine.Piece(text: front, style: .normal)]
          + [StyledLine.Piece(text: own, style: isHeading ? .heading : .dim)] + strip.pieces)
    }
  }
}

extension DraftText.Sentence {
  /// Where it leads: the questions whose answers it prints or waits for, else those that decide
  /// whether its clause is there.
  func origins(in file: OpenMatter) -> [ScreenLocation] {
    var found: [ScreenLocation] = []
    func add(_ key: AnswerKey) {
      if let place = file.place(key), !found.contains(place) { found.append(place) }
    }
    func add(_ question: Int) { add(AnswerKey(file.pack.questions[question].linkId)) }
    for key in sources { add(key) }
    guard found.isEmpty, let number = clause.flatMap(file.pack.clause) else { return found }
    let clause = file.pack.clauses[number]
    if let condition = clause.when {
      for case .question(let question) in condition.members { add(question) }
    }
    if case .question(let question)? = clause.alternative?.subject { add(question) }
    return found
  }
}
