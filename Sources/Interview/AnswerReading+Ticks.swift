import PackModel
import PlainText

extension AnswerReading {
  /// Several options in one text: one a line, or with semicolons, commas or "and" between them. A
  /// label is known also where it has a comma or an "and" of its own.
  static func ticks(_ text: String, _ names: OptionNames) throws(AnswerError) -> [Tick] {
    let question = names.question
    if text == "-" { return [] }
    if names.named(text).isEmpty,
      ["none", "none of these", "keine"].contains(FoldedName(text).key)
    {
      return []
    }
    var found: [Tick] = []
    // Where some boxes are ticked, the others are answers that were not given.
    let all = parts(of: text, at: \.isNewline)
    let isTicked = all.contains(where: Doubts.isTicked)
    let lines = all.filter { !isTicked || !Doubts.isEmptyBox($0) }.map(Doubts.withoutTick)
    for line in lines {
      for piece in [line] + parts(of: line, at: { ",;".contains($0) }) {
        try Doubts.refuse(piece, names)
      }
      if let option = names.option(line) {
        found.append(.code(option.code))
        continue
      }
      let pieces = parts(of: line) { $0 == ";" }
      // Where something else parts them, own words keep what they have between their own.
      if lines.count > 1, question.open, pieces.allSatisfy({ names.named($0).isEmpty }) {
        found += try ticks(ofOne: line, names, keepsCommas: true)
        continue
      }
      let isApart = lines.count > 1 || line.contains(";")
      for piece in pieces {
        found += try ticks(ofOne: piece, names, keepsCommas: isApart)
      }
    }
    guard !found.isEmpty else { throw .empty }
    var seen: Set<Tick> = []
    return ordered(found.filter { seen.insert($0).inserted }, question)
  }

  private static func parts(of text: String, at isEnd: (Character) -> Bool) -> [String] {
    text.split(whereSeparator: isEnd).map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// In the order of the options, own words last.
  package static func ordered(_ ticks: [Tick], _ question: Question) -> [Tick] {
    let known = question.options.map { Tick.code($0.code) }.filter(ticks.contains)
    return known + ticks.filter { !known.contains($0) }
  }

  private static func ticks(
    ofOne text: String, _ names: OptionNames, keepsCommas: Bool
  ) throws(AnswerError) -> [Tick] {
    let runs = runs(in: text, names)
    if keepsCommas, names.question.open, runs.allSatisfy({ $0.code == nil }) {
      return [try tick(text, names)]
    }
    var found: [Tick] = []
    for run in runs {
      if let code = run.code {
        found.append(.code(code))
      } else {
        found.append(try tick(run.text, names))
      }
    }
    return found
  }

  /// A stretch of a text that names an option, or what stands between such stretches.
  private struct NamedRun {
    var text: String
    var code: String?
  }

  /// Parts a text into as few runs as are needed to leave the fewest pieces unnamed.
  private static func runs(in text: String, _ names: OptionNames) -> [NamedRun] {
    let cuts = cuts(of: text)
    // A text that long is no list of labels with commas.
    guard cuts.count <= 80 else {
      return parts(of: text) { $0 == "," }
        .map { NamedRun(text: $0, code: names.option($0)?.code) }
    }
    // From the back: the best way to read all that stands behind a cut.
    typealias Best = (unnamed: Int, runs: [NamedRun])
    var best: [Best] = Array(repeating: (0, []), count: cuts.count + 1)
    for start in cuts.indices.reversed() {
      var chosen: Best?
      for end in start..<cuts.count {
        let words = String(text[cuts[start].begin..<cuts[end].end].trimmed)
        let rest = best[end + 1]
        let way: Best
        if words.isEmpty {
          way = rest
        } else if let option = names.option(words) {
          way = (rest.unnamed, [NamedRun(text: words, code: option.code)] + rest.runs)
        } else if cuts[start..<end].allSatisfy({ !$0.isComma }) {
          // What is named nowhere is not parted at its "and".
          way = (rest.unnamed + 1 + end - start, [NamedRun(text: words)] + rest.runs)
        } else {
          continue
        }
        if chosen.map({ (way.unnamed, way.runs.count) < ($0.unnamed, $0.runs.count) }) ?? true {
          chosen = way
        }
      }
      best[start] = chosen ?? best[start + 1]
    }
    return best[0].runs
  }

  /// The pieces of a text between its commas and "and"s, and whether a comma ends a piece.
  private static func cuts(
    of text: String
  ) -> [(begin: String.Index, end: String.Index, isComma: Bool)] {
    var found: [(begin: String.Index, end: String.Index, isComma: Bool)] = []
    var begin = text.startIndex
    var at = text.startIndex
    while at < text.endIndex {
      let rest = text[at...]
      if rest.first == "," {
        found.append((begin, at, true))
        at = text.index(after: at)
        begin = at
      } else if let joint = [" and ", " or ", " und ", " & "].first(where: rest.hasPrefix) {
        found.append((begin, at, false))
        at = text.index(at, offsetBy: joint.count - 1)
        begin = at
      } else {
        at = text.index(after: at)
      }
    }
    return found + [(begin, text.endIndex, false)]
  }
}
