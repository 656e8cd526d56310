/// A paper on the shelf of a matter, as the journal says.
package struct KeptPaper: Hashable, Sendable {
  /// Of its bytes, in hexadecimal.
  package let sha256: String
  /// The name of its file.
  package let name: String
  package let rank: PaperRank
  /// SHA-256 of its passages as they were read.
  package let reading: String
  /// SHA-256 of the version that it took the place of.
  package let replaces: String?

  package init(
    sha256: String, name: String, rank: PaperRank, reading: String, replaces: String? = nil
  ) {
    self.sha256 = sha256
    self.name = name
    self.rank = rank
    self.reading = reading
    self.replaces = replaces
  }
}

/// From where the words of a quotation were taken.
package struct QuotationSource: Hashable, Sendable {
  /// The paper's SHA-256.
  package let paper: String
  /// The passage's anchor.
  package let anchor: String

  package init(paper: String, anchor: String) {
    self.paper = paper
    self.anchor = anchor
  }

  /// As the journal keeps it.
  package init?(_ words: String) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(paper: String(parts[0]), anchor: String(parts[1]))
  }

  package var words: String { "\(paper) \(anchor)" }
}

extension Entry {
  /// Whether other papers are on the shelf since, or others in front.
  package var changesPapers: Bool {
    changes.contains { change in
      if case .setting(.paper, _, _) = change { true } else { false }
    }
  }
}

extension AnswerSheet {
  /// The papers of the matter: by rank, then by name. A version whose place another has taken is none of
  /// them; `allPapers` has it.
  package var papers: [KeptPaper] {
    let all = allPapers
    let old = Set(all.compactMap(\.replaces))
    return all.filter { !old.contains($0.sha256) }
  }

  /// Every version of every paper of the matter.
  package var allPapers: [KeptPaper] {
    settings.keys.compactMap { setting -> KeptPaper? in
      guard case .paper(let sha256, .name) = setting, let name = self.setting(setting) else {
        return nil
      }
      func fact(_ fact: PaperFact) -> String? { self.setting(.paper(sha256, fact)) }
      return KeptPaper(
        sha256: sha256, name: name, rank: fact(.rank).flatMap(PaperRank.init) ?? .agreement,
        reading: fact(.reading) ?? "", replaces: fact(.replaces))
    }
    .sorted { ($0.rank, $0.name, $0.sha256) < ($1.rank, $1.name, $1.sha256) }
  }

  /// The changes that put a paper on the shelf.
  package func adding(_ paper: KeptPaper) -> [Change] {
    changing(.paper(paper.sha256, .name), to: paper.name)
      + changing(.paper(paper.sha256, .rank), to: paper.rank.rawValue)
      + changing(.paper(paper.sha256, .reading), to: paper.reading)
      + changing(.paper(paper.sha256, .replaces), to: paper.replaces)
  }

  /// The changes that take a paper off the shelf. Its bytes stay in the matter, as the journal does.
  package func removing(_ paper: KeptPaper) -> [Change] {
    PaperFact.allCases.flatMap { changing(.paper(paper.sha256, $0), to: nil) }
  }

  /// What somebody said that a paper calls terms of ours, by ours.
  package func terms(of paper: String) -> [String: String] {
    var found: [String: String] = [:]
    for case .term(paper, let ours) in settings.keys {
      found[ours] = setting(.term(paper, ours: ours))
    }
    return found
  }

  /// Where the words of a quotation come from; nil where nobody took them from a paper.
  package func source(of quotation: AnswerKey) -> QuotationSource? {
    setting(.quotation(quotation)).flatMap(QuotationSource.init)
  }
}
