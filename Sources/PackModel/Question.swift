/// What kind of answer a question takes; the words of FHIR Questionnaire's `type` where it has
/// them. `group` and `display` take none.
package enum QuestionKind: String, Hashable, Sendable, CaseIterable {
  case group, display, boolean, choice, checks, string, text, date, quantity, money, table

  /// The kind whose values it has. What several kinds have is the first one's.
  package var values: QuestionKind { self == .text ? .string : self }
}

/// One option of a choice or of checks.
package struct Option: Hashable, Sendable {
  /// What an answer keeps, unique in its question.
  package var code: String
  /// What is shown to who answers.
  package var display: String
  /// What else it is called by those who answer. Never shown.
  package var aliases: [String]
  /// The contract's words; nil where the display serves.
  package var says: [Inline]?
  /// What it means, where that helps.
  package var help: String?
  /// Ticking it unticks all others.
  package var exclusive: Bool
  /// It says that the point is not settled; in a paper that is signed a blank stands for it.
  package var unsettled: Bool
  /// While this is *no* the option is not offered.
  package var enableWhen: Expression?
  /// Attributes of the author's own; a single word is a list of one.
  package var attributes: [String: [String]]

  package init(
    code: String, display: String, aliases: [String] = [], says: [Inline]? = nil,
    help: String? = nil, exclusive: Bool = false, unsettled: Bool = false,
    enableWhen: Expression? = nil,
    attributes: [String: [String]] = [:]
  ) {
    self.code = code
    self.display = display
    self.aliases = aliases
    self.says = says
    self.help = help
    self.exclusive = exclusive
    self.unsettled = unsettled
    self.enableWhen = enableWhen
    self.attributes = attributes
  }

  /// All that it is called.
  package var names: [String] { [display, code] + aliases }
}

/// A row that the pack gives a table.
package struct PackRow: Hashable, Sendable {
  /// What names the row in a path, unique in its table.
  package var code: String
  /// What the row is about, as shown and printed.
  package var text: String
  /// What a number of this row counts where it stands alone: the unit that the text names.
  package var unit: Unit?
  /// The contract's words; nil where the text serves.
  package var says: [Inline]?
  /// What it means, where that helps.
  package var help: String?
  /// What it rests on, by id.
  package var authority: [String]
  /// While this is *no* the row is not asked.
  package var enableWhen: Expression?
  /// Attributes of the author's own; a single word is a list of one.
  package var attributes: [String: [String]]

  package init(
    code: String, text: String, unit: Unit? = nil, says: [Inline]? = nil, help: String? = nil,
    authority: [String] = [], enableWhen: Expression? = nil, attributes: [String: [String]] = [:]
  ) {
    self.code = code
    self.text = text
    self.unit = unit
    self.says = says
    self.help = help
    self.authority = authority
    self.enableWhen = enableWhen
    self.attributes = attributes
  }
}

/// Where a table's rows come from.
package enum RowSource: Hashable, Sendable {
  /// The user adds them; the word is what one row is called.
  case user(String)
  case pack([PackRow])
}

/// A rule that an answer must meet to be accepted.
package struct Constraint: Hashable, Sendable {
  /// What must not be *no*.
  package var require: Expression
  /// What is told to who breaks it.
  package var human: String

  package init(require: Expression, human: String) {
    self.require = require
    self.human = human
  }
}

/// A value offered beside an empty field. Never an answer until the user accepts it.
package struct Suggestion: Hashable, Sendable {
  /// A value that the question could be answered with.
  package var value: Value
  /// The norm that it is, by id; nil where none does.
  package var norm: String?
  /// Whether law, an authority or habit says so.
  package var kind: NormKind
  /// Why, in the author's words; empty where the norm says it.
  package var because: String
  /// Other values for a party: `controller`, `processor`.
  package var lens: [String: Value]

  package init(
    value: Value, norm: String?, kind: NormKind, because: String, lens: [String: Value] = [:]
  ) {
    self.value = value
    self.norm = norm
    self.kind = kind
    self.because = because
    self.lens = lens
  }
}

/// Names to pick from while typing.
package struct Offer: Hashable, Sendable {
  /// What may be picked.
  package var options: [Option]
  /// The column whose answer must be among an option's attribute of the column's own name.
  package var by: Int?
  /// The attribute that is compared with that column; nil without one.
  package var attribute: String?

  package init(options: [Option], by: Int? = nil, attribute: String? = nil) {
    self.options = options
    self.by = by
    self.attribute = attribute
  }
}

/// A question, group, table, column or display of the pack.
package struct Question: Hashable, Sendable {
  /// The whole id, with its owner's: `controller.name`.
  package var linkId: String
  /// What kind of answer it takes.
  package var kind: QuestionKind
  /// The step it stands in, by its number in the pack.
  package var step: Int
  /// The question, as asked.
  package var text: String
  /// The name of the blank, with its owner's: "controller: legal name".
  package var shortText: String
  /// The name without its owner's, as a column heading or a field label.
  package var label: String
  /// What else it is headed in lists from elsewhere, the likeliest first; of a column only.
  package var aliases: [String] = []
  /// What it means; empty where nothing is said. So are the next three.
  package var help = ""
  /// Why it is asked.
  package var why = ""
  /// What is usual. Never law.
  package var market = ""
  /// A good answer.
  package var example = ""
  /// What it rests on, by id.
  package var authority: [String] = []
  /// What the glossary explains beside it, by id.
  package var terms: [String] = []
  /// Whether the final copy waits for it.
  package var required = false
  /// Whether the short way asks it.
  package var short = false
  /// While this is *no* it is not asked, while *unknown* not yet.
  package var enableWhen: Expression?
  /// What an answer must meet.
  package var constraints: [Constraint] = []
  /// When its answer goes below what the law asks.
  package var deviations: [Deviation] = []
  /// A value to accept.
  package var suggestion: Suggestion?
  /// What other answers come to; the first that comes to something is put forward.
  package var proposals: [Proposal] = []
  /// What the answers so far come to, said beside the field; not said while part of it waits.
  package var follows: [Inline]?
  /// Of a choice and of checks, in the order shown.
  package var options: [Option] = []
  /// Whether the user may add an option in words.
  package var open = false
  /// Tables and groups whose rows are the options.
  package var rowsOf: [Int] = []
  /// Names to pick from while typing; of a string only.
  package var offer: Offer?
  /// Of a quantity: what it may count in.
  package var units: [Unit] = []
  /// Of money: the currency put first, by its code of ISO 4217.
  package var currency: String?
  /// The group or table that holds it.
  package var parent: Int?
  /// The questions of a group and the columns of a table, by number, in their order.
  package var children: [Int] = []
  /// For a table.
  package var rows: RowSource?
  /// For a table: its calculated values.
  package var calculated: [Int] = []

  package init(linkId: String, kind: QuestionKind, step: Int, text: String, shortText: String) {
    self.linkId = linkId
    self.kind = kind
    self.step = step
    self.text = text
    self.shortText = shortText
    self.label = shortText
  }

  /// The option of a code; nil where there is none.
  package func option(_ code: String) -> Option? { options.first { $0.code == code } }

  /// Whether a value says that the point is not settled.
  package func isUnsettled(_ value: Value) -> Bool {
    let ticks: [Tick] =
      switch value {
      case .choice(let tick): [tick]
      case .checks(let ticks): ticks
      default: []
      }
    return options.contains { $0.unsettled && ticks.contains(.code($0.code)) }
  }

  /// Whether it only puts questions on one page, and gives them no name.
  package var isPage: Bool { kind == .group && shortText.isEmpty }

  /// The last part of the linkId.
  package var name: String {
    linkId.split(separator: ".").last.map(String.init) ?? linkId
  }
}
