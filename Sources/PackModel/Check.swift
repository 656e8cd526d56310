/// How bad a finding is. The order is from worst to least.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case critical, major, minor, note

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  /// 0 for the worst, 3 for a note.
  package var rank: Int {
    switch self {
    case .critical: 0
    case .major: 1
    case .minor: 2
    case .note: 3
    }
  }
}

/// A rule that warns, with its own proof.
package struct Check: Hashable, Sendable {
  /// What findings, actions and coverage call it.
  package var id: String
  /// The table for whose rows it runs.
  package var table: Int?
  /// While this is *no* the check does not apply; nil: it always does.
  package var when: Expression?
  /// What must hold; *unknown* makes it not assessed.
  package var pass: Expression
  /// How bad a failure is, where no lens says otherwise.
  package var severity: Severity
  /// How bad it is seen from one side, by the code of the review's `side`.
  package var lens: [String: Severity]
  /// What sort of rule it holds answers to.
  package var kind: NormKind
  /// The norm that it compares with, by id.
  package var norm: String?
  /// What it rests on, by id.
  package var authority: [String]
  private var text: Part<CheckText>
  /// The clause that would close the gap, by id.
  package var closes: String?
  /// The attribute of the table's rows that names the clause which closes it there.
  package var closesBy: String?
  /// The checks that fail with it, by id.
  package var implies: [String]
  /// The checks, by id, that tell the same fact: whichever weighs most is told, the others follow
  /// from it; of equals, this one.
  package var same: [String]
  /// The questions beside which it is shown.
  package var at: [Int]
  /// How it holds promises against each other, where it does; `pass` then names what they read.
  package var promises: PromiseCheck?

  package init(
    id: String, table: Int?, when: Expression?, pass: Expression, severity: Severity,
    lens: [String: Severity] = [:], kind: NormKind, norm: String?, authority: [String],
    finding: [Inline], consequence: [Inline], remedy: [Inline], look: [Inline] = [],
    closes: String?, closesBy: String? = nil,
    implies: [String], same: [String] = [], at: [Int], promises: PromiseCheck? = nil
  ) {
    self.id = id
    self.table = table
    self.when = when
    self.pass = pass
    self.severity = severity
    self.lens = lens
    self.kind = kind
    self.norm = norm
    self.authority = authority
    text = Part(
      CheckText(finding: finding, consequence: consequence, remedy: remedy, look: look))
    self.closes = closes
    self.closesBy = closesBy
    self.implies = implies
    self.same = same
    self.at = at
    self.promises = promises
  }
}

extension Check {
  /// What is wrong.
  package var finding: [Inline] { text.value.finding }
  /// What may come of it.
  package var consequence: [Inline] { text.value.consequence }
  /// What to do.
  package var remedy: [Inline] { text.value.remedy }
  /// What to look for first in the words concerned; empty where nothing is said of it.
  package var look: [Inline] { text.value.look }

  /// Leaves the texts where they lie until they are read.
  package mutating func read(text: @escaping @Sendable () -> CheckText) { self.text = Part(text) }
}

/// What a check says where it fails.
package struct CheckText: Hashable, Sendable {
  /// What is wrong.
  package var finding: [Inline]
  /// What may come of it.
  package var consequence: [Inline]
  /// What to do.
  package var remedy: [Inline]
  /// What to look for first in the words concerned.
  package var look: [Inline]

  package init(
    finding: [Inline] = [], consequence: [Inline] = [], remedy: [Inline] = [], look: [Inline] = []
  ) {
    self.finding = finding
    self.consequence = consequence
    self.remedy = remedy
    self.look = look
  }
}

/// A change to the clean case, and what the check must say of it.
package struct CheckExample: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable, CaseIterable { case pass, fail, notAssessed }

  /// What the check must say.
  package var outcome: Outcome
  /// The whole case that is changed; nil: the pack's clean one.
  package var clean: String?
  /// What is changed in that case.
  package var changes: [Assignment]
  /// The rows that a failing example hits; empty where the check has no table.
  package var rows: [String]

  package init(
    outcome: Outcome, clean: String? = nil, changes: [Assignment], rows: [String]
  ) {
    self.outcome = outcome
    self.clean = clean
    self.changes = changes
    self.rows = rows
  }
}

/// One line of an answers file: where, and what is said there.
package struct Assignment: Hashable, Sendable {
  /// As written: `controller.name`, `subprocessors[0].name`, `subprocessors[+].name`.
  package var path: String
  /// What is said there.
  package var said: Said
  /// Why a value is chosen; a state has its own.
  package var note: String?
  /// Whether a row that is not there is added; else the line is refused.
  package var addsRow = true

  package enum Said: Hashable, Sendable {
    /// The value in words; the question's type says how it is read.
    case words(String)
    /// A list of words, for checks.
    case list([String])
    case unknown(note: String?)
    case parked(note: String?)
    case notApplicable(reason: String)
    /// "There are none", for a table.
    case none
    /// Takes the answer away.
    case open
    /// Takes a row of a table away.
    case removeRow
  }

  package init(path: String, said: Said, note: String? = nil) {
    self.path = path
    self.said = said
    self.note = note
  }
}
