/// What a document of findings can walk and print.
enum ReportWords {
  /// The tables, each with its columns.
  static let tables: [String: Set<String>] = [
    "findings": [
      "severity", "title", "authority", "consequence", "remedy", "norm", "where", "kind", "id",
      "owner", "due", "status", "re-review", "implied-by", "evidence", "closing", "text",
      "reference", "first", "like",
    ],
    "not-assessed": ["severity", "title", "authority", "waits", "id"],
    "headlines": ["severity", "title", "owner", "due", "status", "re-review"],
    "awaited": ["severity", "waits", "checks"],
    "open": ["question", "step", "state", "note", "required", "linkId"],
    "matrix": [
      "row", "title", "contract", "contract-mark", "place", "quotation", "mechanism",
      "mechanism-mark", "evidence", "evidence-date", "duties",
    ],
    "duties": ["row", "obligation", "duty", "contract", "contract-mark", "place", "quotation"],
    "chain": [
      "tier", "name", "role", "engaged-by", "seat", "country", "hours", "latest", "notice",
      "earliest", "route", "level",
    ],
    "transfers": [
      "name", "importer", "seat", "country", "mechanism", "module", "reason", "assessment",
    ],
    "evidence": ["what", "where", "as-of"],
    "facts": [
      "provider", "product", "fact", "value", "as-of", "source", "confidence", "stale",
    ],
    "actions": ["id", "finding", "severity", "action", "owner", "due", "status", "re-review"],
    "insertions": ["number", "title", "placed", "findings", "text"],
    "not-applicable": ["title"],
    "coverage": ["row", "duty", "obligation", "status", "where", "authority"],
    "authorities": ["citation", "says", "status", "as-of", "source", "confidence", "verify"],
    "deviations": ["title", "answer", "law", "authority", "reason", "by", "on", "where"],
    "playbook": [
      "title", "answer", "position", "preferred", "acceptable", "walk-away", "fallback", "because",
      "authority",
    ],
  ]
  /// Single facts.
  static let facts: Set = [
    "as-of", "matter", "verdict", "counts.open", "counts.unknown", "counts.parked",
    "counts.not-applicable", "counts.answered", "counts.findings", "counts.critical",
    "counts.major", "counts.minor", "counts.note", "counts.not-assessed", "counts.conflict",
    "counts.not-applied", "counts.passed", "paper", "chain.latest", "chain.notice",
  ]
}
