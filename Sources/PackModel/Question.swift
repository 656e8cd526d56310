package enum QuestionKind: String, Hashable, Sendable, CaseIterable {
  case group, display, boolean, choice, checks, string, text, date, quantity, money, table

  /// The kind whose values it has. What several kinds have is the first one's.
  package var values: QuestionKind { self == .text ? .string : self }
}

/// One option of a choice or of checks.
package struct Option: Hashable, Sendable {
  package var code: String
  package var display: String
  /// What else it is called by those who answer. Never shown.
  package var aliases: [String]
  /// The contract's words; nil where the display serves.
  package var says: [Inline]?
  package var help: String?
  /// Ticking it unticks all others.
  package var exclusive: Bool
  /// It says that the point is not settled; in a paper that is signed a blank stands for it.
  package var unsettled: Bool
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
  package var code: String
  package var text: String
  /// What a number of this row counts where it stands alone: the unit that the text names.
  package var unit: Unit?
  package var says: [Inline]?
  package var help: String?
  package var authority: [String]
  package var enableWhen: Expression?
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
  package var require: Expression
  package var human: String

  package init(require: Expression, human: String) {
    self.require = require
    self.human = human
  }
}

/// A value offered beside an empty field. Never an answer until the user accepts it.
package struct Suggestion: Hashable, Sendable {
  package var value: Value
  package var norm: String?
  package var kind: NormKind
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
  package var options: [Option]
  /// The column whose answer must be among an option's attribute of the column's own name.
  package var by: Int?
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
  package var kind: QuestionKind
  package var step: Int
  package var text: String
  /// The name of the blank, with its owner's: "controller: legal name".
  package var shortText: String
  /// The name without its owner's, as a column heading or a field label.
  package var label: String
  package var help = ""
  package var why = ""
  package var market = ""
  package var example = ""
  package var authority: [String] = []
  package var terms: [String] = []
  package var required = false
  package var short = false
  package var enableWhen: Expression?
  package var constraints: [Constraint] = []
  /// When its answer goes below what the law asks.
  package var deviations: [Deviation] = []
  package var suggestion: Suggestion?
  /// What the answers so far come to, said beside the field; not said while part of it waits.
  package var follows: [Inline]?
  package var options: [Option] = []
  package var open = false
  /// Tables and groups whose rows are the options.
  package var rowsOf: [Int] = []
  package var offer: Offer?
  package var units: [Unit] = []
  package var currency: String?
  /// The group or table that holds it.
  package var parent: Int?
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

  /// The last part of the linkId.
  package var name: String {
    linkId.split(separator: ".").last.map(String.init) ?? linkId
  }
}
