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

  init(_ document: Int, _ drafter: Drafter) {
    var numbered = 0
    var annexes = 0
    let pack = drafter.pack
    for (index, section) in pack.documents[document].sections.enumerated() {
      let asked = drafter.evaluation.sections[document][index]
      var inside: [Int] = []
      var prints = false
      if asked != .no {
        for part in section.parts {
          switch part {
          case .blocks(let blocks):
            if asked == .yes, !drafter.isEmpty(blocks) { prints = true }
          case .clause(let number):
            switch drafter.evaluation.decisions[number] {
            case .excluded: continue
            case .open: inside.append(number)
            case .included:
              if !drafter.isEmpty(pack.clauses[number].blocks) { inside.append(number) }
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

  /// A, B … Z, AA …
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let own = String(letters[index % 26])
    return index < 26 ? own : letter(index / 26 - 1) + own
  }

  /// (a), (b) … (z), (aa) …
  static func marker(_ index: Int) -> String { "(\(letter(index).lowercased()))" }
}
