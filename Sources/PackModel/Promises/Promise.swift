/// What a clause says about one act, in the closed words of the pack. It never prints: it is held
/// against what other clauses say about the same act and the same data.
package struct Promise: Hashable, Sendable {
  package var id: String
  package var clause: Int
  package var modality: Modality
  package var act: Act
  /// The kinds of data that it is about, with all that is in them, in order; empty for all data.
  package var data: [String]
  /// The table of which it makes one promise for every row.
  package var table: Int?
  /// While it is no, nothing is promised; of a row's promise, read in the row.
  package var when: Expression?
  package var bound: Bound
  /// Promises, by id, to which it gives way on purpose.
  package var yields: [String]

  package enum Modality: String, Hashable, Sendable, CaseIterable {
    case must, may
    case mayNot = "may-not"
    /// Permits this and forbids the rest.
    case only
    /// What a definition, or an answer that is printed, makes so.
    case `is`

    /// Whether it shuts something out, rather than wants or allows it.
    package var closes: Bool { self == .only || self == .mayNot }
  }

  package enum Act: String, Hashable, Sendable, CaseIterable {
    case process, store, run, read, use, train, disclose, transfer, delete, `return`, keep, choose,
      engage, notify, pay, act

    /// Whether what is said of `other` is said of this one too.
    package func isPart(of other: Act) -> Bool {
      if self == other { return true }
      switch other {
      case .process: return [.store, .run, .read, .use, .train, .disclose].contains(self)
      case .use: return self == .train
      default: return false
      }
    }
  }

  /// The one thing that a promise is about besides the act and the data.
  package enum Bound: Hashable, Sendable {
    /// These, whatever they are measured by.
    case these(Measure, [Term])
    /// Nothing more: the act itself, or the row that it is made for.
    case itself
    /// No later than, or no shorter than, an amount after a clock's start.
    case time(Expression, from: String)
  }

  package enum Measure: String, Hashable, Sendable, CaseIterable {
    case place, people, purpose, company, mechanism, role
  }

  package enum Term: Hashable, Sendable {
    case word(String)
    /// An answer; `question` has its options, where it has any.
    case answer(Expression, question: Int?)
  }

  package init(
    id: String, clause: Int, modality: Modality, act: Act, data: [String], table: Int? = nil,
    when: Expression? = nil, bound: Bound, yields: [String] = []
  ) {
    self.id = id
    self.clause = clause
    self.modality = modality
    self.act = act
    self.data = data
    self.table = table
    self.when = when
    self.bound = bound
    self.yields = yields
  }
}

/// What two promises can be at odds about.
package enum PromiseRule: String, Hashable, Sendable, CaseIterable {
  case place, access, time, company, transfer, role
}

/// All that the clauses of a pack promise, and the words that it takes to compare them.
package struct PromiseBook: Hashable, Sendable {
  package var promises: [Promise] = []
  package var clocks: [Clock] = []
  package var places: [Place] = []
  /// Of the questions whose answers are places, the one whose options name the countries.
  package var countries: Int?

  /// What a time runs from.
  package struct Clock: Hashable, Sendable {
    package var id: String
    /// The clock within whose time this one starts.
    package var after: String?
    package var within: Expression?

    package init(id: String, after: String? = nil, within: Expression? = nil) {
      self.id = id
      self.after = after
      self.within = within
    }
  }

  /// A place that is no country, or further names of one.
  package struct Place: Hashable, Sendable {
    /// A word of the pack, or the code of a country.
    package var word: String
    /// The countries in it: those whose attribute is one of these.
    package var attribute: String?
    package var among: [String]
    /// What it is called in free text: regions of providers, cities.
    package var names: [String]

    package init(word: String, attribute: String? = nil, among: [String] = [], names: [String] = [])
    {
      self.word = word
      self.attribute = attribute
      self.among = among
      self.names = names
    }
  }

  package init() {}
}

/// How a check holds promises against each other.
package enum PromiseCheck: Hashable, Sendable {
  /// All pairs of a rule: it says whether they could be looked at, and that nothing was found.
  case rule(PromiseRule)
  /// One that wants or allows something, and those of one clause that shut things out.
  case pair(Pair)

  package struct Pair: Hashable, Sendable {
    package var rule: PromiseRule
    /// By their numbers in the book.
    package var open: Int
    package var closed: [Int]

    package init(rule: PromiseRule, open: Int, closed: [Int]) {
      self.rule = rule
      self.open = open
      self.closed = closed
    }
  }

  package var rule: PromiseRule {
    switch self {
    case .rule(let rule): rule
    case .pair(let pair): pair.rule
    }
  }

  package var pair: Pair? {
    if case .pair(let pair) = self { return pair }
    return nil
  }
}
