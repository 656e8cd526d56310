/// What a paper is among the papers of a matter; the order is that of precedence where a pack says nothing
/// else. The raw value is its name in the journal and on the command line.
package enum PaperRank: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The agreement on processing: the paper under review.
  case agreement
  /// The general terms that it belongs to.
  case mainTerms = "main-terms"
  /// Terms for services with artificial intelligence.
  case aiTerms = "ai-terms"
  /// The list of sub-processors.
  case subProcessors = "sub-processors"
  /// A page that binds nobody, as it was saved: a trust centre, a help page.
  case page

  package static func < (one: PaperRank, other: PaperRank) -> Bool {
    let order = allCases
    return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }

  /// As sentences say it.
  package var words: String {
    switch self {
    case .agreement: "the agreement"
    case .mainTerms: "the main terms"
    case .aiTerms: "the terms for AI"
    case .subProcessors: "the list of sub-processors"
    case .page: "a page as saved"
    }
  }
}
