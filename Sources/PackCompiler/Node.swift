import Yams

/// Where something stands in a pack.
struct Place: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int

  func moved(by columns: Int) -> Place {
    Place(file: file, line: line, column: column + columns)
  }
}

/// YAML as its author wrote it: words, lists and maps with their places, and nothing resolved.
indirect enum Node {
  case words(String, quoted: Bool, Place)
  case list([Node], Place)
  case map([Pair], Place)

  struct Pair {
    let key: String
    let place: Place
    let value: Node
  }

  var place: Place {
    switch self {
    case .words(_, _, let place), .list(_, let place), .map(_, let place): place
    }
  }

  var words: String? {
    guard case .words(let text, _, _) = self else { return nil }
    return text
  }

  /// Where the text itself begins: behind a quote.
  var textPlace: Place {
    guard case .words(_, let quoted, let place) = self else { return place }
    return quoted ? place.moved(by: 1) : place
  }
}

extension Node {
  /// Reads one file. Faults go to `report`; nil where nothing can be read.
  static func read(_ text: String, file: String, _ report: Report) -> Node? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return .list([], Place(file: file, line: 1, column: 1))
      }
      return convert(node, file: file, lines: lines, depth: 0, report)
    } catch let error as YamlError {
      let (problem, mark) = described(error)
      let place = Place(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
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
        .brokenYAML, Place(file: file, line: 0, column: 0), "This is not YAML.",
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
    _ node: Yams.Node, file: String, lines: [Substring], depth: Int, _ report: Report
  ) -> Node? {
    let place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth < 24 else {
      report.add(.tooLarge, place, "This nests too deeply.", "Nest at most 24 levels.")
      return nil
    }
    if case .alias = node {
      refuse(place, report)
      return nil
    }
    if lines.indices.contains(place.line - 1) {
      let scalars = lines[place.line - 1].unicodeScalars
      let at = scalars.index(
        scalars.startIndex, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
      if let at, at < scalars.endIndex, ["&", "*", "!"].contains(scalars[at]) {
        refuse(place, report)
        return nil
      }
    }
    switch node {
    case .alias: return nil
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return .words(scalar.string, quoted: quoted, place)
    case .sequence(let sequence):
      return .list(
        sequence.compactMap {
          convert($0, file: file, lines: lines, depth: depth + 1, report)
        }, place)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        let keyPlace = Place(
          file: file, line: key.mark?.line ?? place.line, column: key.mark?.column ?? place.column)
        guard case .scalar(let name) = key else {
          report.add(.wrongShape, keyPlace, "A key is one word.", "Write `key: value`.")
          continue
        }
        if name.string == "<<" {
          refuse(keyPlace, report)
          continue
        }
        if case .scalar(let scalar) = value, scalar.style == .plain, scalar.string.isEmpty,
          mapping.style == .flow
        {
          report.add(
            .proseInBraces, keyPlace, "“\(name.string)” has no value: a comma in a text ends it.",
            "Put the text in double quotes, or give each key a line of its own.")
          continue
        }
        if let value = convert(value, file: file, lines: lines, depth: depth + 1, report) {
          pairs.append(Pair(key: name.string, place: keyPlace, value: value))
        }
      }
      return .map(pairs, place)
    }
  }

  private static func refuse(_ place: Place, _ report: Report) {
    report.add(
      .yamlFeature, place, "Anchors, aliases, tags and merge keys are not used in packs.",
      "Write the value out; a text that begins with & * or ! goes in quotes.")
  }
}
