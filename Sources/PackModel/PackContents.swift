/// A journey through steps of the pack.
package struct Journey: Hashable, Sendable {
  package var id: String
  package var title: String
  /// For whom it is, said where a person chooses; may be empty.
  package var intro: String
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

package struct Step: Hashable, Sendable {
  package var id: String
  package var prefix: String
  package var title: String
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
  package var id: String
  package var from: String
  package var says: String
  package var questions: [String]
  package var clauses: [String]
  package var checks: [String]
  package var authorities: [String]
  /// The obligation it stands for; its clauses, questions and checks are found, not typed.
  package var obligation: String?
  /// Words that would be wrong; `a + b` is both in one text.
  package var deny: [String]
  /// Where they stand rightly: ids of authorities, questions, clauses, checks, norms and terms.
  package var mentioned: [String]
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

  package var isHole: Bool {
    questions.isEmpty && clauses.isEmpty && checks.isEmpty && authorities.isEmpty
      && (reason ?? "").isEmpty
  }
}

/// A whole case that the pack carries.
package struct Example: Hashable, Sendable {
  package var id: String
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

  package init() {}
}
