/// What of a pack is what where a paper is reviewed: which question names the paper, which table
/// holds the ten rows, which one the chain. `review.yaml` says it, so that no id stands in code.
package struct Review: Hashable, Sendable {
  /// A choice whose options carry `paper: draft` or `paper: vendor`.
  package var paper: Int?
  /// A choice with the codes `controller` and `processor`: from whose side the paper is read.
  package var side: Int?
  /// What a report calls the paper.
  package var title: Int?
  /// The ten rows of Art. 28(3).
  package var matrix: Columns?
  /// Tables whose rows are obligations, the separate duties inside a row.
  package var duties: [Columns]
  /// The companies that work on the data.
  package var chain: Columns?
  /// The transfers to third countries.
  package var transfers: Columns?
  /// Tables whose rows are graded with the paper in hand, in the order in which it is read.
  package var reading: [Columns]
  /// Tables whose rows are evidence.
  package var evidence: [Columns]
  /// Tables whose rows name providers that facts are known about.
  package var facts: [Columns]
  /// The age from which a fact is stale, as a norm's id.
  package var stale: String?
  /// The group that is the controller: a company that it engages itself is no sub-processor.
  package var controller: Int?
  /// The first tier's own hours to report an incident to the controller.
  package var hours: Expression?
  /// The first tier's own notice of a new sub-processor.
  package var notice: Expression?
  /// The controller's own limit for hearing of an incident.
  package var limit: Expression?
  /// How long the controller may object to a new sub-processor.
  package var objection: Expression?
  /// The calculated limits of fines.
  package var exposure: [Int]
  /// Words of ours that another's paper may have words of its own for.
  package var terms: [Term]
  /// What a clause for another's paper is drafted with, where its own questions have no answer.
  package var insert: [Assumption]
  /// The question that names the vendor: what is known of it stands first among the facts.
  package var vendor: Int?
  /// The question that names the service.
  package var service: Int?
  /// The written rule of what is recommended, the gravest first: the first that holds is it, and the
  /// last always does.
  package var decision: [Rung]
  /// Who is proposed to close a finding where nobody was named, the first that fits.
  package var owners: [Owner]
  /// By grade, the time that is proposed where no day was named.
  package var due: [Severity: Quantity]

  package init() {
    duties = []
    reading = []
    terms = []
    evidence = []
    facts = []
    exposure = []
    insert = []
    decision = []
    owners = []
    due = [:]
  }

  /// A table, and which of its columns play which part.
  package struct Columns: Hashable, Sendable {
    /// The table, by number.
    package var table: Int
    /// Its columns and calculated values, by the part they play.
    package var columns: [Part: Member]

    package init(table: Int, columns: [Part: Member]) {
      self.table = table
      self.columns = columns
    }

    package subscript(part: Part) -> Member? { columns[part] }
  }

  /// A word of ours, and what other papers usually call the same.
  package struct Term: Hashable, Sendable {
    package let ours: String
    package let also: [String]
    /// Whether the paper's word is taken only where somebody confirmed it.
    package let isAsked: Bool

    package init(ours: String, also: [String], isAsked: Bool = false) {
      self.ours = ours
      self.also = also
      self.isAsked = isAsked
    }
  }

  /// What stands for an answer that nobody gave: a value, or the answer to another question.
  package struct Assumption: Hashable, Sendable {
    /// The question that has no answer.
    package let question: Int
    /// What stands for it.
    package let source: Source

    package enum Source: Hashable, Sendable {
      case value(Value)
      case question(Int)
    }

    package init(question: Int, source: Source) {
      self.question = question
      self.source = source
    }
  }

  /// The part that a column plays; FORMAT.md says what each is.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    /// The question by which a row is graded as the paper is read.
    case grade
    case contract, mechanism, place, quotation, evidence, evidencePlace, evidenceDate
    /// Which duties of the row the evidence proves.
    case proves
    /// Why the text is vague.
    case flaw
    case otherPaper
    case name, engagedBy, role, tier, seat, country, hours, notice
    case importer, route, module, reason, assessment
    case what, `where`, asOf
    case provider, product, fact, value, source, confidence
  }

  /// How well the text of a paper holds a duty.
  package enum ContractGrade: String, Hashable, Sendable, CaseIterable {
    case present, vague, carried, missing, elsewhere
  }

  /// What stands behind a duty in operation.
  package enum MechanismGrade: String, Hashable, Sendable, CaseIterable {
    case operation
    /// Only some of the row's duties are proved.
    case part
    /// What shows it bears no date.
    case undated
    case planned, none
  }

  /// What a company of the chain is to the data.
  package enum ChainRole: String, Hashable, Sendable, CaseIterable {
    case processor, controller
    case noData = "no-data"
  }

  /// Whose paper is under review: our own draft, or another's.
  package enum Paper: String, Hashable, Sendable, CaseIterable { case draft, vendor }
}
