import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText

/// The gap report as JSON, after `Questionnaires/gap-report.schema.json`: codes and plain values for
/// machines, and with every value the answers that it came from.
struct ReportJSON {
  let session: MatterSession
  let evaluation: Evaluation
  let findings: FindingsResult
  /// What the report says, as it is printed.
  let data: ReportData
  private var pack: Pack { evaluation.pack }

  init(
    _ session: MatterSession, _ evaluation: Evaluation, _ findings: FindingsResult,
    _ data: ReportData
  ) {
    self.session = session
    self.evaluation = evaluation
    self.findings = findings
    self.data = data
  }

  /// The whole report.
  var json: JSON {
    .object([
      ("format", .number(1)), ("matter", .string(session.title)),
      ("paper", .string(data.facts[.paper])), ("side", .optional(evaluation.lens)),
      ("journey", .optional(evaluation.journey.map { pack.journeys[$0].id })),
      ("asOf", .string(findings.asOf.iso)), ("pack", .string(pack.id)),
      ("packVersion", .string(pack.version)), ("packHash", .string(pack.hash)),
      ("entries", .number(evaluation.sheet.head)),
      ("verdict", .string(data.facts[.verdict])), ("decision", decision), ("counts", counts),
      ("matrix", .array(findings.matrix.rows.map(row))),
      ("findings", .array(data.findings.map(finding))),
      ("notAssessed", .array(findings.unmade.map(unmade))),
      (
        "notApplicable",
        .strings(
          findings.checks.filter { $0.outcome == .notApplicable }.map { $0.id(pack) })
      ),
      ("coverage", .array(findings.coverage.map(coverage))), ("chain", chain),
      ("transfers", .array(data.review.transfers.map(transfer))), ("open", open),
      ("exposure", .array((pack.review?.exposure ?? []).map(exposure))),
      ("calculated", MatterJSON.calculated(evaluation)),
      ("evidence", .array(data.review.evidence.map(evidence))),
      ("facts", .array(data.review.facts.map(fact))),
      ("authorities", .array(data.authorities.map(authority))),
      ("actions", .array(data.actions.map(action))),
      ("notLegalAdvice", .string("This is not legal advice.")),
    ])
  }

  // MARK: Pieces

  private func key(_ key: AnswerKey) -> JSON { .string(key.path) }

  private func keys(_ keys: [AnswerKey]) -> JSON { .array(keys.map(key)) }

  private func said(_ said: SourcedValue?) -> JSON {
    guard let said else { return .null }
    return .object([
      ("value", MatterJSON.value(said.value)), ("shown", .string(evaluation.shown(said))),
      ("answers", keys(said.sources)),
    ])
  }

  private func amount(_ amount: Amount) -> JSON {
    .object([
      ("value", .optional(amount.value.map { Evaluation.written(.quantity($0)) })),
      ("answers", keys(amount.sources)), ("waitsFor", keys(amount.waits)),
    ])
  }

  /// What is recommended, and the rule that it follows from; null where no other's paper is reviewed.
  private var decision: JSON {
    guard let chosen = data.recommendation.chosen else { return .null }
    return .object([
      ("id", .string(chosen.id)), ("says", .string(chosen.says)),
      (
        "reasons",
        .array(
          data.recommendation.reasons.map { reason in
            .object([
              ("id", .string(reason.id)), ("rule", .string(reason.rule)),
              ("holds", .bool(reason.holds)),
            ])
          })
      ),
    ])
  }

  private var counts: JSON {
    func findings(_ severity: Severity) -> JSON {
      let ids = data.findings.filter { $0.words.severity == severity }.map(\.id)
      return .object([("value", .number(ids.count)), ("findings", .strings(ids))])
    }
    func answers(_ state: AnswerState) -> JSON {
      let items = evaluation.allAnswers().filter { $0.state == state }.map(\.key)
      return .object([("value", .number(items.count)), ("answers", keys(items))])
    }
    func checks(_ wanted: (CheckResult.Outcome) -> Bool) -> JSON {
      let ids = self.findings.checks.filter { wanted($0.outcome) }.map { $0.id(pack) }
      return .object([("value", .number(ids.count)), ("checks", .strings(ids))])
    }
    return .object(
      Severity.allCases.map { ($0.rawValue, findings($0)) }
        + [AnswerState.answered, .open, .unknown, .parked, .notApplicable, .conflict].map {
          ("answers-\($0.rawValue)", answers($0))
        } + [
          ("passed", checks { $0 == .passed }), ("notApplicable", checks { $0 == .notApplicable }),
          (
            "notAssessed",
            checks {
              if case .notAssessed = $0 { return true }
              return false
            }
          ),
        ])
  }

  private func row(_ row: Matrix.Row) -> JSON {
    .object([
      ("row", .string(row.article.rawValue)), ("title", .string(GradeWords.title(row))),
      (
        "contract",
        .object([
          ("grade", .string(row.contract.level.rawValue)), ("answers", keys(row.contract.sources)),
          ("clauses", .strings(row.clauses)),
        ])
      ),
      (
        "mechanism",
        .object([
          ("grade", .string(row.mechanism.level.rawValue)),
          ("answers", keys(row.mechanism.sources)),
        ])
      ),
      ("place", said(row.place)), ("quotation", said(row.quotation)),
      ("otherPaper", said(row.otherPaper)), ("evidence", said(row.evidence)),
      ("evidenceDate", said(row.evidenceDate)),
      (
        "duties",
        .array(
          row.duties.map { duty in
            .object([
              ("obligation", .string(pack.obligations[duty.obligation].id)),
              ("grade", .string(duty.contract.level.rawValue)),
              ("answers", keys(duty.contract.sources)), ("clauses", .strings(duty.clauses)),
              ("place", said(duty.place)), ("quotation", said(duty.quotation)),
              ("mechanism", .string(duty.mechanism.rawValue)),
            ])
          })
      ),
    ])
  }

  private func finding(_ entry: FindingEntry) -> JSON {
    let check = pack.checks[entry.finding.result.check]
    return .object([
      ("id", .string(entry.id)), ("check", .string(check.id)),
      ("row", .optional(entry.finding.result.rowId)),
      ("severity", .string(entry.words.severity.rawValue)),
      ("kind", .string(check.kind.rawValue)), ("finding", .string(entry.words.finding)),
      ("authorities", .strings(check.authority)), ("norm", .optional(check.norm)),
      ("evidence", .string(entry.evidence)), ("answers", keys(entry.sources)),
      ("where", .string(entry.place)), ("consequence", .string(entry.words.consequence)),
      ("remedy", .string(entry.words.remedy)), ("lookFor", .string(entry.words.look)),
      ("impliedBy", .optional(entry.finding.impliedBy)),
      (
        "closes",
        entry.clause.map { clause in
          .object([
            ("clause", .string(clause)), ("title", .string(entry.closing)),
            ("text", .strings(entry.lines)),
          ])
        } ?? .null
      ),
      ("at", .strings(check.at.map { pack.questions[$0].linkId })),
    ])
  }

  private func unmade(_ result: CheckResult) -> JSON {
    var waits: [AnswerKey] = []
    if case .notAssessed(let keys) = result.outcome { waits = keys }
    return .object([
      ("id", .string(result.id(pack))), ("severity", .string(result.severity.rawValue)),
      ("waitsFor", keys(waits)),
    ])
  }

  private func coverage(_ item: FindingsResult.Coverage) -> JSON {
    let obligation = pack.obligations[item.obligation]
    return .object([
      ("obligation", .string(obligation.id)), ("row", .optional(obligation.row?.rawValue)),
      ("status", .string(item.status.rawValue)), ("clauses", .strings(item.clauses)),
    ])
  }

  private var chain: JSON {
    guard let chain = data.review.chain else { return .null }
    return .object([
      ("latest", amount(chain.latest)), ("notice", amount(chain.notice)),
      ("limit", .optional(chain.limit.map { Evaluation.written(.quantity($0)) })),
      ("objection", .optional(chain.objection.map { Evaluation.written(.quantity($0)) })),
      (
        "nodes",
        .array(
          chain.nodes.map { node in
            .object([
              ("row", .string(node.rowId)), ("depth", .number(node.depth)),
              ("parent", .optional(node.parent.map { chain.nodes[$0].rowId })),
              ("engagedBy", said(node.engagedBy)), ("name", said(node.name)),
              ("tier", said(node.tier)), ("seat", said(node.seat)),
              ("country", said(node.country)),
              ("role", .optional(node.roleGrade?.rawValue)), ("route", said(node.route)),
              ("hours", said(node.hours)), ("notice", said(node.notice)),
              ("counts", .bool(node.counts)), ("latest", amount(node.latest)),
              ("earliest", amount(node.earliest)),
              (
                "leavesTimeToObject",
                node.leavesTimeToObject == .unknown ? .null : .bool(node.leavesTimeToObject == .yes)
              ),
            ])
          })
      ),
    ])
  }

  private func transfer(_ transfer: Transfer) -> JSON {
    .object([
      ("row", .string(transfer.rowId)), ("name", said(transfer.name)),
      ("importer", said(transfer.importer)), ("seat", said(transfer.seat)),
      ("country", said(transfer.country)),
      ("mechanism", said(transfer.route)), ("module", said(transfer.module)),
      ("reason", said(transfer.reason)), ("assessment", said(transfer.assessment)),
    ])
  }

  private var open: JSON {
    .array(
      evaluation.openAnswers().map { item in
        .object([
          ("answer", key(item.key)), ("name", .string(item.name)),
          ("state", .string(item.state.rawValue)),
          ("required", .bool(pack.questions[item.question].required)),
          ("note", .optional(item.note)),
        ])
      })
  }

  private func exposure(_ number: Int) -> JSON {
    let reader = evaluation.evaluator()
    let member = Member.calculated(number)
    var value = JSON.null
    if case .value(let found) = evaluation.effective.reading(member) {
      value = MatterJSON.value(found)
    }
    return .object([
      ("id", .string(pack.calculated[number].id)),
      ("name", .string(pack.calculated[number].shortText)), ("value", value),
      ("answers", keys(reader.sources(of: .member(member)))),
      ("waitsFor", keys(reader.waits(for: .member(member)))),
      ("authorities", .strings(pack.calculated[number].authority)),
    ])
  }

  private func evidence(_ item: EvidenceItem) -> JSON {
    .object([
      ("row", .optional(item.article?.rawValue)), ("what", said(item.what)),
      ("where", said(item.location)), ("asOf", said(item.asOf)),
    ])
  }

  private func fact(_ fact: DatedFact) -> JSON {
    .object([
      ("provider", .string(fact.provider)), ("product", .string(fact.product)),
      ("fact", .string(fact.fact)), ("value", .string(fact.value)),
      ("asOf", .string(fact.asOf)), ("source", .string(fact.source)),
      ("confidence", .string(fact.confidence)), ("stale", .bool(fact.isStale)),
      ("answers", keys(fact.sources)),
    ])
  }

  private func authority(_ authority: Authority) -> JSON {
    .object([
      ("id", .string(authority.id)), ("citation", .string(authority.citation)),
      ("says", .string(authority.says)), ("kind", .string(authority.kind)),
      ("status", .string(authority.status)), ("dated", .optional(authority.dated)),
      ("asOf", .string(authority.asOf.iso)),
      ("confidence", .string(authority.confidence.rawValue)),
      ("verify", .bool(authority.mustBeVerified)),
    ])
  }

  private func action(_ entry: FindingEntry) -> JSON {
    let follow = entry.followUp
    return .object([
      ("finding", .string(entry.id)), ("severity", .string(entry.words.severity.rawValue)),
      ("action", .string(entry.words.remedy)), ("owner", .optional(follow.owner)),
      ("due", .optional(follow.due?.iso)), ("status", .string(follow.status.rawValue)),
      ("reason", .optional(follow.reason)), ("reReview", .optional(follow.reReview?.iso)),
    ])
  }
}
