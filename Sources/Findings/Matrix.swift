import Interview
import PackModel

/// The ten rows of Art. 28(3): what the text says, and what stands behind it.
package struct Matrix: Hashable, Sendable {
  /// The ten rows of Art. 28(3), in its order.
  package var rows: [Row]

  /// One row of Art. 28(3).
  package struct Row: Hashable, Sendable {
    /// Which it is.
    package let article: ArticleRow
    /// The pack's own words for the row; empty where it has none.
    package let title: String
    /// How well the text holds it.
    package var contract: Grade
    /// What stands behind it in operation.
    package let mechanism: Mechanism
    /// Where the text holds it.
    package let place: SourcedValue?
    /// The words.
    package let quotation: SourcedValue?
    /// The other paper in which it stands.
    package let otherPaper: SourcedValue?
    /// What shows the mechanism.
    package let evidence: SourcedValue?
    /// Where the evidence is kept.
    package let evidencePlace: SourcedValue?
    /// When it was shown.
    package let evidenceDate: SourcedValue?
    /// Clauses of our own draft that stand for it, by id.
    package let clauses: [String]
    /// The separate duties inside the row.
    package var duties: [Duty]
  }

  /// One duty inside a row.
  package struct Duty: Hashable, Sendable {
    /// The obligation's number in the pack.
    package let obligation: Int
    /// How well the text holds it.
    package let contract: Grade
    /// Where.
    package let place: SourcedValue?
    /// The words.
    package let quotation: SourcedValue?
    /// The clauses of our own draft that hold it, by id.
    package let clauses: [String]
    /// What dated evidence shows of it in operation.
    package var mechanism = Mechanism.Level.notAssessed
  }

  /// A grade of the text. Not assessed is never a pass.
  package struct Grade: Hashable, Sendable {
    /// How well a text holds a duty.
    package enum Level: String, Hashable, Sendable, CaseIterable {
      case present, vague
      /// Not in the paper's own words; standard clauses that it takes in hold it, where they apply.
      case carried
      case missing, elsewhere
      case notAssessed = "not-assessed"
      case notApplicable = "not-applicable"
    }

    /// The grade.
    package var level: Level
    /// The answers that it rests on.
    package var sources: [AnswerKey]
  }

  /// What stands behind a duty in operation, with what says so.
  package struct Mechanism: Hashable, Sendable {
    /// How far something is there; never better than what was graded.
    package enum Level: String, Hashable, Sendable, CaseIterable {
      case operation
      /// Only some of the row's duties are proved.
      case part
      /// What shows it bears no date.
      case undated
      case planned, none
      case notAssessed = "not-assessed"
      case notApplicable = "not-applicable"
    }

    /// The grade.
    package let level: Level
    /// The answers that it rests on.
    package let sources: [AnswerKey]
  }

  /// How many rows have this grade.
  package func count(_ level: Grade.Level) -> Int { rows.count { $0.contract.level == level } }
  package func count(_ level: Mechanism.Level) -> Int {
    rows.count { $0.mechanism.level == level }
  }
}

/// The matrix of a matter: from the draft where our own draft counts, else from what was read in
/// the paper. Mechanisms are always asked.
func matrix(_ evaluation: Evaluation, _ coverage: [FindingsResult.Coverage]?) -> Matrix {
  MatrixMaking(evaluation, coverage).matrix
}

private struct MatrixMaking {
  let evaluation: Evaluation
  let coverage: [FindingsResult.Coverage]?
  let evaluator: ExpressionEvaluator
  var pack: Pack { evaluation.pack }

  init(_ evaluation: Evaluation, _ coverage: [FindingsResult.Coverage]?) {
    self.evaluation = evaluation
    self.coverage = coverage
    evaluator = evaluation.evaluator()
  }

  var matrix: Matrix { Matrix(rows: ArticleRow.allCases.map(row)) }

  private func row(_ article: ArticleRow) -> Matrix.Row {
    let columns = pack.review?.matrix.flatMap { evaluation.isOfJourney($0.table) ? $0 : nil }
    let number = columns.flatMap {
      evaluation.effective.table($0.table)?.number(of: article.rawValue)
    }
    func said(_ part: Review.Part) -> SourcedValue? {
      columns.flatMap { evaluation.said($0[part], row: number, evaluator) }
    }
    let mechanism = mechanism(columns, number)
    let duties = backed(
      coverage == nil ? read(article) : drafted(article), mechanism.level, said(.proves)?.value)
    // A row that is not graded itself is shown by its weakest duty.
    let weakest = MatrixMaking.weakest(duties)
    var row = Matrix.Row(
      article: article, title: title(article),
      contract: Matrix.Grade(level: .notAssessed, sources: []), mechanism: mechanism,
      place: said(.place) ?? weakest?.place, quotation: said(.quotation) ?? weakest?.quotation,
      otherPaper: said(.otherPaper),
      evidence: said(.evidence), evidencePlace: said(.evidencePlace),
      evidenceDate: said(.evidenceDate),
      clauses: unique(duties.flatMap(\.clauses)), duties: duties)
    row.contract =
      coverage == nil ? folded(own(columns, number), duties) : folded(nil, duties)
    return row
  }

  /// The duty that a row's grade hangs on; nil where one is missing, which no words show.
  private static func weakest(_ duties: [Matrix.Duty]) -> Matrix.Duty? {
    let order: [Matrix.Grade.Level] = [.missing, .vague, .carried, .elsewhere, .present]
    let level = order.first { level in duties.contains { $0.contract.level == level } }
    return level == .missing ? nil : duties.first { $0.contract.level == level }
  }

  /// The title that the table of the matrix, in the journey or not, gives the row.
  private func title(_ article: ArticleRow) -> String {
    guard let table = pack.review?.matrix?.table, case .pack(let rows)? = pack.questions[table].rows
    else { return "" }
    return rows.first { $0.code == article.rawValue }?.text ?? ""
  }

  private func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  // MARK: Grades

  private func own(_ columns: Review.Columns?, _ row: Int?) -> Matrix.Grade {
    grade(columns?[.contract], row)
  }

  private func grade(_ member: Member?, _ row: Int?) -> Matrix.Grade {
    guard let member, let row else { return Matrix.Grade(level: .notAssessed, sources: []) }
    let sources = evaluator.sources(of: .member(member), evaluation.scope(of: member, row))
    if evaluation.effective.reading(member, row: row) == .absent {
      return Matrix.Grade(level: .notApplicable, sources: sources)
    }
    let level = evaluation.attribute("grade", of: member, row: row)
      .flatMap { Matrix.Grade.Level(rawValue: $0) }
    return Matrix.Grade(level: level ?? .notAssessed, sources: sources)
  }

  private func mechanism(_ columns: Review.Columns?, _ row: Int?) -> Matrix.Mechanism {
    guard let member = columns?[.mechanism], let row else {
      return Matrix.Mechanism(level: .notAssessed, sources: [])
    }
    let sources = evaluator.sources(of: .member(member), evaluation.scope(of: member, row))
    if evaluation.effective.reading(member, row: row) == .absent {
      return Matrix.Mechanism(level: .notApplicable, sources: sources)
    }
    let level = evaluation.attribute("grade", of: member, row: row)
      .flatMap { Matrix.Mechanism.Level(rawValue: $0) }
    return Matrix.Mechanism(level: level ?? .notAssessed, sources: sources)
  }

  /// A row's grade with its duties: a row of which a duty is missing or vague is at best vague, and
  /// one of which a duty was not looked at is not assessed. What was found outweighs what was not
  /// looked at.
  private func folded(_ own: Matrix.Grade?, _ duties: [Matrix.Duty]) -> Matrix.Grade {
    let parts = duties.map(\.contract).filter { $0.level != .notApplicable }
    var seen: Set<AnswerKey> = []
    let sources = ((own?.sources ?? []) + parts.flatMap(\.sources)).filter {
      seen.insert($0).inserted
    }
    func grade(_ level: Matrix.Grade.Level) -> Matrix.Grade {
      Matrix.Grade(level: level, sources: sources)
    }
    let levels = parts.map(\.level)
    if let own, own.level == .missing || own.level == .notApplicable { return grade(own.level) }
    if own == nil {
      if levels.isEmpty { return grade(.notAssessed) }
      if levels.allSatisfy({ $0 == .missing }) { return grade(.missing) }
    }
    if own?.level == .vague || levels.contains(.missing) || levels.contains(.vague) {
      return grade(.vague)
    }
    if own?.level == .notAssessed || levels.contains(.notAssessed) { return grade(.notAssessed) }
    if own?.level == .carried || levels.contains(.carried) { return grade(.carried) }
    if own?.level == .elsewhere || levels.contains(.elsewhere) { return grade(.elsewhere) }
    return grade(.present)
  }

  // MARK: Duties

  /// The duties with what is shown of each: a mechanism for one of them is none for the rest.
  private func backed(
    _ duties: [Matrix.Duty], _ level: Matrix.Mechanism.Level, _ proves: Value?
  ) -> [Matrix.Duty] {
    let ticks: [Tick] = if case .checks(let ticks)? = proves { ticks } else { [] }
    let proved = ticks.compactMap { tick in
      if case .code(let code) = tick { code } else { nil }
    }
    return duties.map { duty in
      var duty = duty
      let isProved = proved.contains(pack.obligations[duty.obligation].id.lowercased())
      duty.mechanism =
        switch level {
        case .part: isProved ? .operation : .notAssessed
        case .undated: isProved || proved.isEmpty ? .undated : .notAssessed
        case .operation, .planned, .none, .notAssessed, .notApplicable: level
        }
      return duty
    }
  }

  /// The duties of a row as they were read in the paper.
  private func read(_ article: ArticleRow) -> [Matrix.Duty] {
    (pack.review?.duties ?? []).filter { evaluation.isOfJourney($0.table) }.flatMap { columns in
      guard let table = evaluation.effective.table(columns.table) else { return [Matrix.Duty]() }
      return table.rows.indices.compactMap { row -> Matrix.Duty? in
        guard let number = pack.obligations.firstIndex(where: { $0.id == table.rows[row] }),
          pack.obligations[number].row == article, table.live[row] != .no
        else { return nil }
        return Matrix.Duty(
          obligation: number,
          contract: table.live[row] == .yes
            ? grade(columns[.contract], row) : Matrix.Grade(level: .notAssessed, sources: []),
          place: evaluation.said(columns[.place], row: row, evaluator),
          quotation: evaluation.said(columns[.quotation], row: row, evaluator), clauses: [])
      }
    }
  }

  /// The duties of a row as the draft holds them.
  private func drafted(_ article: ArticleRow) -> [Matrix.Duty] {
    (coverage ?? []).filter { pack.obligations[$0.obligation].row == article }.map { item in
      let level: Matrix.Grade.Level =
        switch item.status {
        case .covered: .present
        case .open: .notAssessed
        case .missing: .missing
        case .notApplicable: .notApplicable
        }
      return Matrix.Duty(
        obligation: item.obligation, contract: Matrix.Grade(level: level, sources: []),
        place: nil, quotation: nil, clauses: item.clauses)
    }
  }
}
