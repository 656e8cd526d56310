import Yams

/// YAML as its author wrote it: words, lists and maps with their places, and nothing resolved.
indirect enum Node {
  case words(String, quoted: Bool, SourcePosition)
  case list([Node], SourcePosition)
  case map([Pair], SourcePosition)

  struct Pair {
    let key: String
    let place: SourcePosition
    let value: Node
  }

  var place: SourcePosition {
    switch self {
    case .words(_, _, let place), .list(_, let place), .map(_, let place): place
    }
  }

  var words: String? {
    guard case .words(let text, _, _) = self else { return nil }
    return text
  }

  /// The value of a key, where this is a map that has it.
  subscript(key: String) -> Node? {
    guard case .map(let pairs, _) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// Where the text itself begins: behind a quote.
  var textPlace: SourcePosition {
    guard case .words(_, let quoted, let place) = self else { return place }
    return quoted ? place.moved(by: 1) : place
  }
}

extension Node {
  /// Reads one file. Faults go to `report`; nil where nothing can be read.
  static func read(_ text: String, file: String, _ report: Report) -> Node? {
    // The mark that some editors put before the first letter is no part of the text.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    var lines = Lines(text, file: file)
    if let place = lines.alias {
      refuse(place, report)
      return nil
    }
    do {
      // Without a resolver every scalar stays the text that it is, and nothing is matched.
      // The encoding is named: left out, an environment variable would be asked for it.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return .list([], SourcePosition(file: file, line: 1, column: 1))
      }
      return convert(node, &lines, depth: 0, report)
    } catch let error as YamlError {
      let (problem, mark) = described(error)
      let place = SourcePosition(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
      if problem.contains("mapping values are not allowed") {
        report.add(
          .brokenYAML, place, "A colon inside a text ends it here.",
          "Put the whole text in double quotes.")
      } else {
        report.add(
          .brokenYAML, place, "This is not YAML: \(problem).",
          "Look at the quotes, the indentation and the brackets just before this place.")
      }
    } catch {
      report.add(
        .brokenYAML, SourcePosition(file: file, line: 0, column: 0), "This is not YAML.",
        "See FORMAT.md, Files.")
    }
    return nil
  }

  private static func described(_ error: YamlError) -> (String, Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      ("the key \(duplicates.joined(separator: ", ")) stands twice", context.mark)
    case .reader(let problem, _, _, _): (problem, nil)
    default: ("it cannot be read", nil)
    }
  }

  private static func convert(
    _ node: Yams.Node, _ lines: inout Lines, depth: Int, _ report: Report
  ) -> Node? {
    let place = SourcePosition(
      file: lines.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth < 24 else {
      report.add(.tooLarge, place, "This nests too deeply.", "Nest at most 24 levels.")
      return nil
    }
    let sign = lines.scalar(at: place)
    if let sign, ["&", "*", "!"].contains(sign) {
      refuse(place, report)
      return nil
    }
    switch node {
    case .alias:
      refuse(place, report)
      return nil
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return .words(scalar.string, quoted: quoted, place)
    case .sequence(let sequence):
      return .list(
        sequence.compactMap {
          convert($0, &lines, depth: depth + 1, report)
        }, place)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        let keyPlace = SourcePosition(
          file: lines.file, line: key.mark?.line ?? place.line,
          column: key.mark?.column ?? place.column)
        guard case .scalar(let name) = key else {
          report.add(.wrongShape, keyPlace, "A key is one word.", "Write `key: value`.")
          continue
        }
        if name.string == "<<" {
          refuse(keyPlace, report)
          continue
        }
        if case .scalar(let scalar) = value, scalar.style == .plain, scalar.string.isEmpty,
          sign == "{"
        {
          report.add(
            .proseInBraces, keyPlace, "“\(name.string)” has no value: a comma in a text ends it.",
            "Put the text in double quotes, or give each key a line of its own.")
          continue
        }
        if let value = convert(value, &lines, depth: depth + 1, report) {
          pairs.append(Pair(key: name.string, place: keyPlace, value: value))
        }
      }
      return .map(pairs, place)
    }
  }

  private static func refuse(_ place: SourcePosition, _ report: Report) {
    report.add(
      .yamlFeature, place, "Anchors, aliases, tags and merge keys are not used in packs.",
      "Write the value out; a text that begins with & * or ! goes in quotes.")
  }
}

/// The lines of a YAML file, for what stands at a place.
private struct Lines {
  let file: String
  private let lines: [Substring]
  /// The scalars of the line looked at last: a long line is looked at many times.
  private var current: (line: Int, scalars: [Unicode.Scalar]) = (0, [])

  init(_ text: String, file: String) {
    self.file = file
    lines = PackCompiler.lines(of: text)
  }

  mutating func scalar(at place: SourcePosition) -> Unicode.Scalar? {
    if current.line != place.line {
      guard lines.indices.contains(place.line - 1) else { return nil }
      current = (place.line, Array(lines[place.line - 1].unicodeScalars))
    }
    let at = place.column - 1
    return current.scalars.indices.contains(at) ? current.scalars[at] : nil
  }

  /// Where an anchor stands that an alias names. Aliases of aliases can mean more nodes than any
  /// machine holds, so such a file is not read at all.
  var alias: SourcePosition? {
    var anchors: [String: SourcePosition] = [:]
    for (number, line) in lines.enumerated() where line.utf8.contains(UInt8(ascii: "&")) {
      for (name, column) in marked("&", line) where anchors[name] == nil {
        anchors[name] = SourcePosition(file: file, line: number + 1, column: column)
      }
    }
    guard !anchors.isEmpty else { return nil }
    for line in lines where line.utf8.contains(UInt8(ascii: "*")) {
      for (name, _) in marked("*", line) { if let place = anchors[name] { return place } }
    }
    return nil
  }

  /// The names behind a sign that begins a word, with their columns.
  private func marked(_ sign: Unicode.Scalar, _ line: Substring) -> [(String, Int)] {
    var found: [(String, Int)] = []
    var before: Unicode.Scalar = " "
    let scalars = line.unicodeScalars
    var column = 0
    for at in scalars.indices {
      column += 1
      let scalar = scalars[at]
      if scalar == sign, " \t[{,:-?".unicodeScalars.contains(before) {
        let name = scalars[scalars.index(after: at)...].prefix {
          !" \t\r,[]{}:".unicodeScalars.contains($0)
        }
        if !name.isEmpty { found.append((String(name), column)) }
      }
      before = scalar
    }
    return found
  }
}
