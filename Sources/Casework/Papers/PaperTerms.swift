import Interview
import Matters
import PackModel
import Papers

/// What a paper calls our terms: what somebody chose, what it defines, and what else it may be.
package struct PaperTerms {
  /// A term of ours.
  package struct Line: Hashable, Sendable {
    package let ours: String
    /// What will stand for it; ours, where the paper has no word that is taken.
    package let theirs: String
    /// Whether somebody said so.
    package let isChosen: Bool
    /// What the paper may mean by it, the likeliest first: its words, and where they can be seen.
    package let proposals: [String]
    /// The likeliest word alone; nil where the paper has none.
    package let likeliest: String?
  }

  package let lines: [Line]
  /// Of the paper.
  package let name: String
  private let sha256: String
  private let sheet: AnswerSheet

  /// - Parameter name: the paper; nil: the agreement.
  /// - Throws: an `Outcome` where there is no such paper.
  package init(of session: MatterSession, paper name: String?) throws {
    let item = try PaperShelf(of: session).item(named: name)
    let terms = session.pack.review?.terms ?? []
    sheet = session.file.sheet
    sha256 = item.kept.sha256
    self.name = item.kept.name
    let chosen = sheet.terms(of: sha256)
    let found = DefinedTerms.proposals(
      for: Dictionary(terms.map { ($0.ours, [$0.ours] + $0.also) }) { first, _ in first },
      in: item.paper)
    lines = terms.map { term in
      let proposals = found[term.ours] ?? []
      let defined = proposals.first { $0.evidence == .defined }?.words
      return Line(
        ours: term.ours,
        theirs: chosen[term.ours] ?? (term.isAsked ? nil : defined) ?? term.ours,
        isChosen: chosen[term.ours] != nil,
        proposals: proposals.map { proposal in
          let place = item.paper.place(of: item.paper.passages[proposal.passage])
          let seen = place.isEmpty ? "" : ", \(place)"
          return "“\(proposal.words)” \(PaperTerms.words(proposal.evidence))\(seen)"
        },
        likeliest: proposals.first { $0.evidence != .plain }?.words)
    }
  }

  private static func words(_ evidence: TermProposal.Evidence) -> String {
    switch evidence {
    case .defined: "is defined"
    case .capitalised: "is used as a term"
    case .plain: "is used as an ordinary word"
    }
  }

  /// The changes that keep what the paper calls our terms, in one entry.
  ///
  /// - Parameter chosen: by our term, the paper's word.
  /// - Throws: an `Outcome` for a term that is none of ours.
  package func changes(_ chosen: [(ours: String, theirs: String)]) throws -> [Change] {
    try chosen.flatMap { ours, theirs -> [Change] in
      guard lines.contains(where: { $0.ours == ours }) else {
        throw Outcome.usage(
          "“\(ours)” is none of the terms. There are: \(lines.map(\.ours).joined(separator: ", "))."
        )
      }
      return sheet.changing(.term(sha256, ours: ours), to: theirs.isEmpty ? nil : theirs)
    }
  }

  /// What is taken where everything that is shown is confirmed.
  package var confirmed: [(ours: String, theirs: String)] {
    lines.map { ($0.ours, $0.isChosen ? $0.theirs : $0.likeliest ?? $0.theirs) }
  }
}
