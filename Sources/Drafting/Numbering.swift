import Interview
import PackModel

/// Which sections and clauses of a document print, and the numbers they have. Computed once; all
/// formats and references use it.
package struct Numbering: Sendable {
  /// By section: whether it prints, and its number ("7", "Annex B"; empty where it has none).
  package private(set) var sections: [(prints: Bool, number: String)] = []
  /// "7.1" by clause; only clauses that print and are numbered.
  package private(set) var clauses: [Int: String] = [:]
  /// Clauses that print.
  package private(set) var printed: Set<Int> = []

  /// - Parameter isLong: whether the sections of a report's long form are in.
  init(
    _ document: Int, _ evaluation: Evaluation, _ emptiness: Emptiness, isLong: Bool = false
  ) {
    var numbered = 0
    var annexes = 0
    let pack = evaluation.pack
    for (index, section) in pack.documents[document].sections.enumerated() {
      let asked = section.isLong && !isLong ? .no : evaluation.sections[document][index]
      var inside: [Int] = []
      var prints = false
      if asked != .no {
        for part in section.parts {
          switch part {
          case .blocks(let blocks):
            if asked == .yes, !emptiness.isEmpty(blocks) { prints = true }
          case .clause(let number):
            switch evaluation.decisions[number] {
            case .excluded: continue
            case .open: inside.append(number)
            case .included:
              if !emptiness.isEmpty(pack.clauses[number].blocks) { inside.append(number) }
            }
          }
        }
      }
      prints = prints || !inside.isEmpty || asked == .unknown
      var number = ""
      var stem = ""
      if prints {
        switch section.style {
        case .numbered:
          numbered += 1
          (number, stem) = ("\(numbered)", "\(numbered)")
        case .annex:
          stem = Numbering.letter(annexes)
          annexes += 1
          number = "Annex \(stem)"
        case .plain, .cover: break
        }
      }
      sections.append((prints, number))
      var count = 0
      for clause in inside {
        printed.insert(clause)
        guard pack.clauses[clause].numbered, !stem.isEmpty else { continue }
        count += 1
        clauses[clause] = "\(stem).\(count)"
      }
    }
  }

  /// What the clauses that print rest on.
  func authorities(_ pack: Pack) -> [Authority] {
    var ids: Set<String> = []
    for clause in printed { ids.formUnion(pack.clauses[clause].authority) }
    return pack.authorities.filter { ids.contains($0.id) }
  }

  /// Whether a place such as "7.2", "7.2(b)", "B.1" or "Annex B, row 3, column 2" lies in a section;
  /// case does not count.
  func holds(_ place: String, section: Int) -> Bool {
    let number = sections[section].number.lowercased()
    guard sections[section].prints, !number.isEmpty else { return false }
    let place = place.lowercased()
    let stem = number.split(separator: " ").last.map(String.init) ?? number
    return place == number || place.hasPrefix(stem + ".")
      || [".", ",", "("].contains { place.hasPrefix(number + $0) }
  }

  /// A, B … Z, AA …
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let own = String(letters[index % 26])
    return index < 26 ? own : letter(index / 26 - 1) + own
  }

  /// (a), (b) … (z), (aa) …
  static func marker(_ index: Int) -> String { "(\(letter(index).lowercased()))" }
}
