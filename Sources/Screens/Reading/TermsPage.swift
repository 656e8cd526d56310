import Canvas
import PlainText

/// What the paper under review calls a term of ours.
package struct ShelfTerm: Hashable, Sendable {
  package var ours: String
  package var theirs: String
  /// Whether somebody said so already.
  package var isChosen: Bool
  /// What the paper may mean by it, and where.
  package var proposals: [String]

  package init(ours: String, theirs: String, isChosen: Bool, proposals: [String] = []) {
    self.ours = ours
    self.theirs = theirs
    self.isChosen = isChosen
    self.proposals = proposals
  }
}

/// The page that shows what a paper calls our terms, before anything is written into it.
struct TermsPage: Sendable {
  private(set) var terms: [ShelfTerm]
  /// The term that is corrected, and its word as it is typed.
  private(set) var typed: (number: Int, line: LineField)?

  init(_ terms: [ShelfTerm]) { self.terms = terms }

  mutating func correct(_ number: Int, width: Int) {
    guard terms.indices.contains(number) else { return }
    typed = (number, LineField(terms[number].theirs, width: width))
  }

  /// What there is to say of what was typed.
  mutating func type(_ text: TextMessage) -> String? { typed?.line.update(text) }

  /// Takes what was typed; an empty word leaves ours.
  mutating func take() {
    guard let (number, line) = typed else { return }
    let word = String(line.text.trimmed)
    terms[number].theirs = word.isEmpty ? terms[number].ours : word
    // What was seen in the paper was seen of another word.
    terms[number].isChosen = true
    typed = nil
  }

  mutating func leave() { typed = nil }

  var words: [String: String] {
    Dictionary(terms.map { ($0.ours, $0.theirs) }) { first, _ in first }
  }

  var lines: [String] {
    terms.enumerated().map { number, term in
      let seen = term.proposals.first.map { ": \($0)" } ?? ": not in the paper"
      return "  \(number + 1) \(term.ours) = \(term.theirs)\(term.isChosen ? ", confirmed" : seen)"
    }
  }

  static let asks =
    "What goes in speaks the paper's own words. A number corrects one; Enter confirms them and writes."
}
