/// A journey through steps of the pack.
package struct Journey: Hashable, Sendable {
  /// What a matter keeps of it.
  package var id: String
  /// What it is called on the screen.
  package var title: String
  /// For whom it is, said where a person chooses; may be empty.
  package var intro: String
  /// Its steps by number, in order.
  package var steps: [Int]
  /// Only the questions marked `short`.
  package var onlyShort: Bool
  /// The documents, by id, that are written at its end; nil where all are.
  package var writes: [String]?

  package init(
    id: String, title: String, intro: String, steps: [Int], onlyShort: Bool,
    writes: [String]? = nil
  ) {
    self.id = id
    self.title = title
    self.intro = intro
    self.steps = steps
    self.onlyShort = onlyShort
    self.writes = writes
  }
}

/// A page of the interview's contents: questions that belong together.
package struct Step: Hashable, Sendable {
  /// What journeys call it.
  package var id: String
  /// What is shown before its title, such as a number.
  package var prefix: String
  /// What it is called.
  package var title: String
  /// What it is about, in a sentence or two.
  package var intro: String
  /// While it is no, the step is not of the journey.
  package var when: Expression?
  /// Questions at the step's top level, those of other steps that are asked again included.
  package var items: [Int]

  package init(
    id: String, prefix: String, title: String, intro: String, when: Expression? = nil,
    items: [Int]
  ) {
    self.id = id
    self.prefix = prefix
    self.title = title
    self.intro = intro
    self.when = when
    self.items = items
  }
}

/// One item that the pack must hold, and where it stands.
package struct CoverageItem: Hashable, Sendable {
  /// What a coverage line is called.
  package var id: String
  /// The text that asks for it, and where.
  package var from: String
  /// What it asks for.
  package var says: String
  /// The questions that ask it, by linkId.
  package var questions: [String]
  /// The clauses that say it, by id.
  package var clauses: [String]
  /// The checks that hold it, by id.
  package var checks: [String]
  /// The authorities that state it, by id.
  package var authorities: [String]
  /// The obligation it stands for; its clauses, questions and checks are found, not typed.
  package var obligation: String?
  /// Words that would be wrong; `a + b` is both in one text.
  package var deny: [String]
  /// Where they stand rightly: ids of authorities, questions, clauses, checks, norms and terms.
  package var mentioned: [String]
  /// Why it is nowhere, or what else is to be said of it.
  package var reason: String?

  package init(
    id: String, from: String, says: String, questions: [String] = [], clauses: [String] = [],
    checks: [String] = [], authorities: [String] = [], obligation: String? = nil,
    deny: [String] = [], mentioned: [String] = [], reason: String? = nil
  ) {
    self.id = id
    self.from = from
    self.says = says
    self.questions = questions
    self.clauses = clauses
    self.checks = checks
    self.authorities = authorities
    self.obligation = obligation
    self.deny = deny
    self.mentioned = mentioned
    self.reason = reason
  }

  /// Whether it stands nowhere and no reason is given.
  package var isHole: Bool {
    questions.isEmpty && clauses.isEmpty && checks.isEmpty && authorities.isEmpty
      && (reason ?? "").isEmpty
  }
}

/// A whole case that the pack carries.
package struct Example: Hashable, Sendable {
  /// The name of its folder.
  package var id: String
  /// Its lines, in order.
  package var assignments: [Assignment]

  package init(id: String, assignments: [Assignment]) {
    self.id = id
    self.assignments = assignments
  }
}

/// What can be asked, said and found, while it is put together.
package struct PackContents: Hashable, Sendable {
  package var id = ""
  package var version = ""
  package var language = "en-GB"
  package var title = ""
  package var journeys: [Journey] = []
  package var steps: [Step] = []
  package var questions: [Question] = []
  package var calculated: [Calculated] = []
  /// The order in which `evaluate` computes questions and calculated values: what a member reads
  /// stands before it.
  package var order: [Member] = []
  package var decisions: [DecisionTable] = []
  package var documents: [DocumentTemplate] = []
  package var clauses: [Clause] = []
  package var phrases: [Phrase] = []
  package var checks: [Check] = []
  package var norms: [Norm] = []
  package var authorities: [Authority] = []
  package var terms: [Term] = []
  package var obligations: [Obligation] = []
  package var playbook: [PlaybookTerm] = []
  package var review: Review?
  package var promises = PromiseBook()
  package var background = PackBackground()
  /// The example that the checks' own examples change.
  package var clean: String?
  /// Questions that a firm mostly answers alike, by the party whose they are; "both" of either.
  package var house: [String: [Int]] = [:]

  package init() {}
}
