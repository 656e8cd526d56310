import PackModel

/// The keys that a kind of map may have, and what it is called where it is spoken of.
struct Shape {
  let what: String
  let keys: Set<String>

  init(_ what: String, _ keys: Set<String>) {
    self.what = what
    self.keys = keys
  }
}

// MARK: pack.yaml

extension Shape {
  static let pack = Shape(
    "pack",
    ["id", "version", "format", "language", "title", "journeys", "documents", "clean", "house"])
  /// By party.
  static let house = Shape("house", ["both", "controller", "processor"])
  static let journey = Shape("journey", ["id", "title", "intro", "steps", "only", "writes"])
  static let document = Shape("document", ["id", "role", "title", "when", "with"])
}

// MARK: Steps

extension Shape {
  static let step = Shape(
    "step file",
    [
      "step", "prefix", "title", "intro", "when", "fragments", "pages", "item", "calculated",
      "decisions",
    ])
  static let page = Shape("page", ["linkId", "text", "of"])
  static let question = Shape(
    "question",
    [
      "linkId", "type", "text", "shortText", "alias", "prefix", "help", "why", "market", "example",
      "authority", "terms", "required", "short", "enableWhen", "constraint", "deviation",
      "suggestion", "proposal", "follows", "answerOption", "list", "open", "offer", "offerBy",
      "unit",
      "currency", "use", "ask", "rowsOf", "repeats", "rows", "rowText", "item", "calculated",
    ])
  static let constraint = Shape("constraint", ["require", "human"])
  static let suggestion = Shape("suggestion", ["value", "norm", "kind", "because", "lens"])
  static let proposal = Shape("proposal", ["value", "from", "rows", "when", "because"])
  static let deviation = Shape("deviation", ["when", "norm", "authority", "says"])
  /// By party.
  static let lens = Shape("lens", ["controller", "processor"])
  static let calculated = Shape(
    "calculated value",
    ["id", "type", "shortText", "value", "decide", "by", "authority", "linkId"])
  static let decision = Shape("decision", ["id", "authority", "rows", "says", "by"])
  static let decisionRow = Shape("row", ["when", "is"])
}

// MARK: Knowledge

extension Shape {
  static let authority = Shape(
    "authority",
    [
      "id", "citation", "title", "says", "kind", "status", "from", "amendedBy", "dated", "asOf",
      "source", "confidence", "note",
    ])
  static let norm = Shape("norm", ["id", "value", "kind", "authority", "says", "asOf", "note"])
  static let obligation = Shape(
    "obligation", ["id", "row", "says", "authority", "severity", "contract", "reason"])
  static let term = Shape(
    "term", ["id", "term", "says", "defined", "definition", "words", "authority"])
  static let helpPage = Shape("help page", ["id", "title", "body", "authority"])
  static let fact = Shape(
    "fact",
    [
      "id", "provider", "product", "route", "fact", "value", "asOf", "source", "confidence", "note",
      "answers",
    ])
  static let phrase = Shape("phrase", ["id", "on", "say", "count", "where", "one", "other"])
}

// MARK: Checks and coverage

extension Shape {
  static let checks = Shape("file of checks", ["clean", "checks"])
  static let check = Shape(
    "check",
    [
      "id", "for", "when", "pass", "severity", "norm", "kind", "authority", "finding",
      "consequence", "remedy", "look", "closes", "closesBy", "implies", "same", "at", "examples",
      "lens",
    ])
  static let examples = Shape("set of examples", Set(CheckExample.Outcome.allCases.map(\.rawValue)))
  static let example = Shape(
    "example",
    ["set", "unknown", "open", "none", "parked", "notApplicable", "rows", "note"])
  static let coverage = Shape(
    "item",
    [
      "id", "from", "says", "questions", "clauses", "checks", "authorities", "obligation", "deny",
      "mentioned", "reason",
    ])
}

// MARK: Negotiation and review

extension Shape {
  static let playbookTerm = Shape(
    "term of the playbook", ["term", "kind", "authority", "controller", "processor"])
  static let playbookSide = Shape(
    "party", ["preferred", "acceptable", "walk-away", "fallback", "because"])
  static let playbookBound = Shape("position", ["when", "says"])
  static let review = Shape(
    "review",
    [
      "paper", "side", "title", "controller", "matrix", "duties", "chain", "transfers", "evidence",
      "facts", "reading", "terms", "stale", "hours", "notice", "limit", "objection", "exposure",
      "insert", "vendor", "service", "decision", "owners", "due",
    ])
  static let paperTerm = Shape("term of a paper", ["ours", "also", "asked"])
  static let rung = Shape("reason for a decision", ["id", "when", "says", "rule"])
  static let owner = Shape("proposed owner", ["when", "says"])
  static let due = Shape("list of times", Set(Severity.allCases.map(\.rawValue)))
  static let assumption = Shape("value for an insertion", ["question", "value", "from"])

  /// A table of a review with a column for each part.
  static func reviewTable(_ parts: [Review.Part]) -> Shape {
    Shape("table of a review", Set(parts.map(\.rawValue)).union(["table"]))
  }
}

// MARK: Finding

extension Shape {
  static let search = Shape("language", ["against", "rows", "watch"])
  static let passageQuery = Shape(
    "row", ["row", "terms", "must", "adds", "against", "headings", "values"])
  static let termGroup = Shape("group of words", ["weight", "words"])
  static let changes = Shape("language", ["names", "rules", "figures"])
  static let changeRule = Shape(
    "rule",
    Set(ChangeRule.Act.allCases.map(\.rawValue)).union([
      "id", "rows", "flaws", "puts", "unless", "in", "closes", "examples",
    ]))
  static let changeExample = Shape("example of a rule", ["text", "quoted", "becomes"])
  static let changeFigure = Shape("number", ["row", "most", "least", "beside"])
  static let watchList = Shape("list of words", ["id", "name", "why", "words", "links", "titles"])
}

// MARK: Answers

extension Shape {
  static let answer = Shape("answer", ["value", "note"])
  static let state = Shape("state", ["state", "note", "reason"])
}
