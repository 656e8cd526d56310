import Interview
import Matters
import PackModel

/// What is told of a rescue.
package struct RescueWords {
  private let rescue: Rescue

  package init(_ rescue: Rescue) { self.rescue = rescue }

  private var salvage: Salvage { rescue.salvage }

  /// What was brought out, a line each.
  package var found: [String] {
    var lines: [String] = []
    if let last = salvage.entries.last {
      lines.append(
        "Whole and in their order: \(Self.list(salvage.entries.map(\.number))), the last of "
          + "\(last.when.prefix(10)) by \(last.by).")
    } else {
      lines.append("No entry is proven from the first on.")
    }
    if !salvage.loose.isEmpty {
      let numbers = Self.list(salvage.loose.map(\.number))
      lines.append(
        salvage.holdsOthers
          ? "Whole, but some of them of another matter, and so in none: \(numbers)."
          : "Whole, but without what came before: \(numbers).")
    }
    if rescue.statedCount > 0 {
      lines.append(
        "Known from the table of current answers alone: \(Self.count(rescue.statedCount, "answer"))."
      )
    }
    let typed = salvage.desks.reduce(0) { $0 + $1.fields.count }
    if typed > 0 { lines.append("Half-typed text: \(Self.count(typed, "field")).") }
    let papers = rescue.papers.values.sorted().map { "“\($0)”" }
    if !papers.isEmpty { lines.append("Papers and files: \(papers.joined(separator: ", ")).") }
    return lines
  }

  /// What is lost, a line each; nothing where all is there.
  package var losses: [String] {
    var lines: [String] = []
    if !salvage.missing.isEmpty {
      lines.append(
        "Missing: \(Self.list(of: salvage.missing)).")
    }
    if !salvage.unreadable.isEmpty {
      lines.append(
        "Whole, but not understood by this version: \(Self.list(salvage.unreadable)).")
    }
    if rescue.entries.count > rescue.provenCount {
      let proven = Self.list(Array(1..<rescue.provenCount + 1))
      lines.append(
        "Not proven: what stands in the new matter"
          + (rescue.provenCount == 0 ? "" : " after \(proven)")
          + ". Its reason says where it comes from; look it over, or undo it.")
    }
    if !rescue.makesAMatter {
      lines.append("No matter was made: without its questionnaire it would not open.")
    }
    lines += lostPapers.map { "Missing: \($0)." }
    lines += rescue.packsMissing.map {
      "Missing: the questionnaire with the SHA-256 \($0.prefix(12)). Where its folder lies "
        + "elsewhere, name it with --packs and rescue again."
    }
    if salvage.entries.isEmpty, salvage.missing.isEmpty, salvage.loose.isEmpty {
      lines.append("Missing: the journal.")
    }
    if salvage.mayEndEarly, salvage.missing.isEmpty {
      lines.append(
        "Nothing tells whether the journal went on: entries at its end may be missing, or a way to "
          + "open it.")
    }
    if salvage.missingBytes > 0 {
      lines.append(
        "The file was cut off: \(salvage.missingBytes) bytes are missing at its end, and nobody can "
          + "say what else they held.")
    }
    return lines
  }

  /// Papers and files that the journal or the file's index names, and that are not whole.
  private var lostPapers: [String] {
    let sheet = AnswerSheet(entries: salvage.entries + salvage.loose).adding(salvage.stated)
    var names: [String: String] = [:]
    for kinds in salvage.missingEnclosures where kinds[0] == "paper" {
      names[kinds[1]] = "a file with the SHA-256 \(kinds[1].prefix(12))"
    }
    for (setting, value) in sheet.settings {
      switch setting {
      case .published(let name): names[value] = "the final copy “\(name)”"
      case .paper(let sha256, .name): names[sha256] = "the paper “\(value)”"
      case .paper(let sha256, .reading):
        let name = sheet.setting(.paper(sha256, .name)) ?? "a paper"
        names[value] = "the text of “\(name)” as it was read"
      default: break
      }
    }
    let here = rescue.papers
    return names.filter { here[$0.key] == nil }.values.sorted()
  }

  static func count(_ number: Int, _ thing: String) -> String {
    number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
  }

  /// “entry 3”, “entries 1 to 4, 7 and 9 to 12”.
  static func list(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return list(of: ranges)
  }

  private static func list(of ranges: [ClosedRange<Int>]) -> String {
    let words =
      ranges.prefix(50).map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
      } + (ranges.count > 50 ? ["others"] : [])
    let isOne = ranges.count == 1 && ranges[0].count == 1
    let all =
      words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    return ranges.isEmpty ? "no entry" : (isOne ? "entry " : "entries ") + all
  }
}
