/// What sort of rule a number or a warning is.
package enum NormKind: String, Hashable, Sendable, CaseIterable {
  /// Binding law.
  case law = "LAW"
  /// An authority's advice.
  case guidance = "GUIDANCE"
  /// Usual in contracts.
  case market = "MARKET"
}

/// A number or default that stands once in the pack.
package struct Norm: Hashable, Sendable {
  /// What the pack's texts call it.
  package var id: String
  /// The number; nil where the norm is in words alone.
  package var value: Value?
  /// What sort of rule it is.
  package var kind: NormKind
  /// Who says so, by id.
  package var authority: [String]
  /// The rule in a sentence.
  package var says: String
  /// The day on which it was last looked at.
  package var asOf: CalendarDate

  package init(
    id: String, value: Value?, kind: NormKind, authority: [String], says: String,
    asOf: CalendarDate
  ) {
    self.id = id
    self.value = value
    self.kind = kind
    self.authority = authority
    self.says = says
    self.asOf = asOf
  }
}

/// A statute, guideline or decision that the pack cites.
package struct Authority: Hashable, Sendable {
  /// What the pack's texts call it.
  package var id: String
  /// As lawyers cite it: "GDPR, Art. 28(3)".
  package var citation: String
  /// What it is about, in a few words.
  package var title: String
  /// What it says, in our own words.
  package var says: String
  /// LAW, GUIDANCE, MARKET or STANDARD.
  package var kind: String
  /// Whether it is in force, a draft, annulled, in words.
  package var status: String
  /// From when, a day or words; nil where it is not said.
  package var from: String?
  /// What changed it last; nil where nothing is known to have.
  package var amendedBy: String?
  /// The date of the text that was read: a day, or words; nil where nobody noted it.
  package var dated: String?
  /// The day on which text and status were last looked at.
  package var asOf: CalendarDate
  /// Where its text was read.
  package var source: String
  /// How sure the pack's authors are of it.
  package var confidence: Confidence
  /// What a reader should know of the doubt; nil without one.
  package var note: String?

  /// What was read of it.
  package enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// The text itself, where it is published or in a copy.
    case primary
    /// What its author, or another official body, says of it: a summary, a notice, a press release.
    case official
    /// Somebody else's account, a quotation, or an earlier version of the text.
    case secondHand = "second-hand"
    /// Nothing: written from knowledge.
    case unread
    /// Sources differ, or the point is contested.
    case disputed
    /// The words of packs that were written before it was said what was read.
    case high, medium, low
  }

  /// Whether its text was not read, or its point is contested: a citation prints a "verify" mark.
  package var mustBeVerified: Bool {
    switch confidence {
    case .secondHand, .unread, .disputed, .low: true
    case .primary, .official, .high, .medium: false
    }
  }

  /// The citation with that mark.
  package var marked: String { citation + (mustBeVerified ? " (verify)" : "") }

  package init(
    id: String, citation: String, title: String, says: String, kind: String, status: String,
    from: String?, amendedBy: String? = nil, dated: String? = nil, asOf: CalendarDate,
    source: String, confidence: Confidence, note: String?
  ) {
    self.id = id
    self.citation = citation
    self.title = title
    self.says = says
    self.kind = kind
    self.status = status
    self.from = from
    self.amendedBy = amendedBy
    self.dated = dated
    self.asOf = asOf
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}

/// A word that is explained, and where `definition` is there, defined in the agreement.
package struct Term: Hashable, Sendable {
  /// What the pack's texts call it.
  package var id: String
  /// The word as it is written.
  package var term: String
  /// What it means, for who answers.
  package var says: String
  /// What it means in the agreement; nil where that does not define it.
  package var definition: [Inline]?
  /// The forms by which the term is found in a text.
  package var words: [String]
  /// What it rests on, by id.
  package var authority: [String]

  package init(
    id: String, term: String, says: String, definition: [Inline]?, words: [String],
    authority: [String]
  ) {
    self.id = id
    self.term = term
    self.says = says
    self.definition = definition
    self.words = words
    self.authority = authority
  }
}

/// The ten rows of Art. 28(3).
package enum ArticleRow: String, Hashable, Sendable, CaseIterable {
  case chapeau, a, b, c, d, e, f, g, h, closing
}

/// A duty that an agreement should contain.
package struct Obligation: Hashable, Sendable {
  /// What clauses `satisfy`.
  package var id: String
  /// The row of Art. 28(3) it belongs to; nil for a duty from elsewhere.
  package var row: ArticleRow?
  /// The duty in a sentence.
  package var says: String
  /// Where it stands, by id.
  package var authority: [String]
  /// How bad it is that a contract lacks it.
  package var severity: Severity
  /// Whether the contract must hold it.
  package var contract: Bool
  /// Why it need not, or why no clause meets it.
  package var reason: String?

  package init(
    id: String, row: ArticleRow?, says: String, authority: [String], severity: Severity,
    contract: Bool, reason: String?
  ) {
    self.id = id
    self.row = row
    self.says = says
    self.authority = authority
    self.severity = severity
    self.contract = contract
    self.reason = reason
  }
}

/// A dated fact about a provider. It raises questions; it never satisfies a check.
package struct ProviderFact: Hashable, Sendable {
  /// What the pack's texts call it.
  package var id: String
  /// The company.
  package var provider: String
  /// The product; empty where the fact is about all of them.
  package var product: String
  /// By what way the product is used, as its contract party decides it.
  package var route: String
  /// What is known about, in a few words.
  package var fact: String
  /// What is known.
  package var value: String
  /// When that was so: a day, or a month in words.
  package var asOf: String
  /// Where it was read.
  package var source: String
  /// How sure it is, in the author's words.
  package var confidence: String
  /// What it says of a row that names the company: proposed, and no answer until it is accepted.
  package var answers: [Said]

  /// A column, and what stands there.
  package struct Said: Hashable, Sendable {
    package let question: Int
    package let value: Value

    package init(question: Int, value: Value) {
      self.question = question
      self.value = value
    }
  }

  package init(
    id: String, provider: String, product: String, route: String, fact: String, value: String,
    asOf: String, source: String, confidence: String, answers: [Said] = []
  ) {
    self.answers = answers
    self.id = id
    self.provider = provider
    self.product = product
    self.route = route
    self.fact = fact
    self.value = value
    self.asOf = asOf
    self.source = source
    self.confidence = confidence
  }
}

/// A page of help that belongs to no question.
package struct HelpPage: Hashable, Sendable {
  /// What the screen opens it by.
  package var id: String
  /// Its heading.
  package var title: String
  /// Its text, paragraphs divided by a blank line.
  package var body: String
  /// What it rests on, by id.
  package var authority: [String]

  package init(id: String, title: String, body: String, authority: [String]) {
    self.id = id
    self.title = title
    self.body = body
    self.authority = authority
  }
}
