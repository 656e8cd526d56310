/// Writes what is planned for a paragraph as edits of the part's bytes. A run is split where it has to be, with
/// its own tag and properties at every piece.
struct LineWriter {
  /// Bytes that take the place of others.
  struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  let plan: LinePlan
  private var line: WordLine { plan.line }
  var markup: WordMarkup { plan.line.markup }

  init(_ plan: LinePlan) { self.plan = plan }

  /// In no order; where several stand at one byte, they follow as they are here.
  func edits(_ marks: inout RevisionMarks) -> [Edit] {
    var edits: [Edit] = []
    for (spot, mark) in plan.marks {
      guard case .byte(let byte, let container) = spot else { continue }
      edits.append(
        Edit(range: byte..<byte, bytes: written(mark, in: container, &marks)))
    }
    for run in line.runs where isTouched(run) {
      let element = markup.elements[run.element]
      edits.append(Edit(range: element.start..<element.end, bytes: rewritten(run, &marks)))
    }
    for field in plan.simpleFields { edits += unfolded(field, &marks) }
    return edits + paragraphEdits(&marks)
  }

  // MARK: Runs

  private func isTouched(_ run: WordLine.Run) -> Bool {
    plan.marks.contains {
      if case .inside(let place) = $0.spot { run.items.contains(place.item) } else { false }
    }
      || plan.deletions.contains {
        $0.from.item < run.items.upperBound && $0.to.item >= run.items.lowerBound
      }
  }

  private func rewritten(_ run: WordLine.Run, _ marks: inout RevisionMarks) -> [UInt8] {
    var out: [UInt8] = []
    var content: [UInt8] = []
    var isGone = false
    var isFirst = true
    func end(_ marks: inout RevisionMarks) {
      guard !content.isEmpty else { return }
      let piece =
        markup.startTag(run.element) + properties(of: run, isFirst: isFirst, &marks) + content
        + markup.endTag(run.element)
      out += isGone ? marks.wrapped("del", piece) : piece
      content = []
      isFirst = false
    }
    for index in run.items {
      let cuts = self.cuts(index)
      for (number, cut) in cuts.enumerated() {
        for (spot, mark) in plan.marks {
          guard case .inside(let place) = spot, place.item == index, place.offset == cut else {
            continue
          }
          end(&marks)
          out += written(mark, in: markup.elements[run.element].parent, &marks)
        }
        guard number + 1 < cuts.count else { continue }
        let piece = cut..<cuts[number + 1]
        if isDeleted(index, piece) != isGone {
          end(&marks)
          isGone.toggle()
        }
        content += written(index, piece, isGone: isGone)
      }
    }
    end(&marks)
    return out
  }

  /// Where an item falls apart, its beginning and end among them.
  private func cuts(_ item: Int) -> [Int] {
    var cuts: Set = [0, line.items[item].length]
    for deletion in plan.deletions {
      for place in [deletion.from, deletion.to] where place.item == item {
        cuts.insert(place.offset)
      }
    }
    for (spot, _) in plan.marks {
      if case .inside(let place) = spot, place.item == item { cuts.insert(place.offset) }
    }
    return cuts.sorted()
  }

  private func isDeleted(_ index: Int, _ piece: Range<Int>) -> Bool {
    let item = line.items[index]
    let from = WordLine.Place(item: index, offset: piece.lowerBound)
    let to = WordLine.Place(item: index, offset: piece.upperBound)
    return plan.deletions.contains { deletion in
      guard deletion.from <= from, to <= deletion.to else { return false }
      return switch item.kind {
      case .text, .unseen: true
      case .field:
        deletion.fields.contains { $0.begin <= item.element && item.element <= $0.end }
      case .kept: false
      }
    }
  }

  /// A piece of an item.
  private func written(_ index: Int, _ piece: Range<Int>, isGone: Bool) -> [UInt8] {
    let item = line.items[index]
    let element = markup.elements[item.element]
    let name: String
    switch (element.tag, isGone) {
    case (.t, true): name = "delText"
    case (.t, false): name = "t"
    case (.instrText, true): name = "delInstrText"
    default: return markup.raw(item.element)
    }
    let isWhole = piece.count == item.length
    if isWhole, !isGone { return markup.raw(item.element) }
    let text =
      isWhole || item.text.isEmpty
      ? String(decoding: markup.inner(item.element, without: []), as: UTF8.self)
      : WordText.escaped(String(item.text[piece]))
    return Array(WordText.element(name, text, prefix: marksPrefix).utf8)
  }

  private var marksPrefix: String { markup.space.prefix + ":" }

  /// A run's properties, as they are; a change of form that somebody has proposed gets a number of its own
  /// from the second piece on.
  private func properties(
    of run: WordLine.Run, isFirst: Bool, _ marks: inout RevisionMarks
  ) -> [UInt8] {
    guard let properties = run.properties else { return [] }
    guard !isFirst, let change = markup.child(.rPrChange, of: properties) else {
      return markup.raw(properties)
    }
    let (whole, part) = (markup.elements[properties], markup.elements[change])
    return Array(markup.bytes[whole.start..<part.start])
      + marks.renumbered(markup.startTag(change)) + Array(markup.bytes[part.inside..<whole.end])
  }

  // MARK: What is put in

  private func written(
    _ mark: LinePlan.Mark, in container: Int, _ marks: inout RevisionMarks
  ) -> [UInt8] {
    switch mark {
    case .commentStart(let number): return marks.commentStart(number)
    case .commentEnd(let number): return marks.commentEnd(number)
    case .text(let text, let like, let isPlain):
      let insertion = marks.wrapped("ins", newRun(text, like: line.runs[like], isPlain: isPlain))
      guard [.ins, .moveTo].contains(markup.elements[container].tag) else { return insertion }
      // Another's insertion is not around ours: it ends before and begins again.
      return markup.endTag(container) + insertion + marks.renumbered(markup.startTag(container))
    }
  }

  /// A run with new text, in the letters of another.
  func newRun(_ text: String, like run: WordLine.Run?, isPlain: Bool) -> [UInt8] {
    let prefix = marksPrefix
    var letters: [UInt8] = []
    if let properties = run?.properties {
      letters = markup.inner(
        properties, without: isPlain ? ["rPrChange", "rStyle"] : ["rPrChange"])
    }
    if !letters.isEmpty {
      letters = Array("<\(prefix)rPr>".utf8) + letters + Array("</\(prefix)rPr>".utf8)
    }
    return Array("<\(prefix)r>".utf8) + letters
      + Array((WordText.content(text, prefix: prefix) + "</\(prefix)r>").utf8)
  }

  /// A field of one element that goes, as one of several runs: only such a one can be proposed to go.
  private func unfolded(_ field: Int, _ marks: inout RevisionMarks) -> [Edit] {
    let element = markup.elements[field]
    let prefix = marksPrefix
    func mark(_ type: String) -> String {
      "<\(prefix)r><\(prefix)fldChar \(prefix)fldCharType=\"\(type)\"/></\(prefix)r>"
    }
    let code = WordText.element("delInstrText", WordText.escaped(element.value), prefix: prefix)
    let begin = mark("begin") + "<\(prefix)r>\(code)</\(prefix)r>" + mark("separate")
    return [
      Edit(
        range: element.start..<element.inside, bytes: marks.wrapped("del", Array(begin.utf8))),
      Edit(
        range: element.insideEnd..<element.end,
        bytes: marks.wrapped("del", Array(mark("end").utf8))),
    ]
  }
}
