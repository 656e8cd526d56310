import PackModel
import PlainText

/// What a questionnaire cites, and where.
package struct AuthorityList {
  private let pack: Pack
  private let listed: [Authority]
  private let day: CalendarDate
  private let uses: [String: [AuthorityUse]]
  private let others: [DatedEntry]

  /// - Parameters:
  ///   - stale: only those that were looked at longer ago than so many days; nil: all.
  ///   - day: the day on which ages are counted.
  package init(_ pack: Pack, staleAfter stale: Int? = nil, asOf day: CalendarDate) {
    self.pack = pack
    self.day = day
    uses = pack.authorityUses
    listed = pack.authorities.filter { authority in
      stale.map { day.ordinal - authority.asOf.ordinal > $0 } ?? true
    }
    others =
      stale.map { days in
        DatedEntry.all(pack).filter { day.ordinal - $0.asOf.ordinal > days }
      } ?? []
  }

  /// The same for machines.
  package var json: JSON {
    .array(
      listed.map { AuthorityList.json($0, uses[$0.id] ?? [], day) } + others.map { $0.json(day) })
  }

  /// Each with its status, source and places, and how many must be verified.
  package var lines: [String] {
    let marked = listed.filter(\.mustBeVerified).count
    return listed.flatMap { AuthorityList.lines($0, uses[$0.id] ?? []) }
      + others.map { "\($0.words) Looked at \(Language.british.date($0.asOf))." } + [
        "\(listed.count) of \(pack.authorities.count) authorities; \(marked) to verify; ages as of "
          + "\(Language.british.date(day))."
      ]
  }

  /// Whether something is due to be looked at again.
  package var isDue: Bool { !listed.isEmpty || !others.isEmpty }

  private static func lines(_ authority: Authority, _ uses: [AuthorityUse]) -> [String] {
    let language = Language.british
    var status = authority.status
    if let from = authority.from { status += ", from \(language.day(from))" }
    if let amended = authority.amendedBy { status += ", amended by \(amended)" }
    var found = [
      "\(authority.marked)  [\(authority.id)]", "    \(authority.says)",
      "    \(authority.kind); \(status)",
      "    text of \(authority.dated.map(language.day) ?? "a date not noted"); looked at "
        + "\(language.date(authority.asOf)); confidence: \(authority.confidence.rawValue); "
        + "source: \(authority.source)",
    ]
    if let note = authority.note { found.append("    note: \(note)") }
    let places = AuthorityUse.Kind.allCases.compactMap { kind -> String? in
      let ids = uses.filter { $0.kind == kind }.map(\.id)
      return ids.isEmpty ? nil : "\(kind.rawValue): \(ids.joined(separator: ", "))"
    }
    found.append("    " + (places.isEmpty ? "not used" : places.joined(separator: "; ")))
    return found
  }

  private static func json(
    _ authority: Authority, _ uses: [AuthorityUse], _ day: CalendarDate
  ) -> JSON {
    .object([
      ("id", .string(authority.id)), ("citation", .string(authority.citation)),
      ("title", .string(authority.title)), ("says", .string(authority.says)),
      ("kind", .string(authority.kind)), ("status", .string(authority.status)),
      ("from", .optional(authority.from)), ("amendedBy", .optional(authority.amendedBy)),
      ("dated", .optional(authority.dated)), ("asOf", .string(authority.asOf.iso)),
      ("age", .number(day.ordinal - authority.asOf.ordinal)),
      ("source", .string(authority.source)),
      ("confidence", .string(authority.confidence.rawValue)),
      ("verify", .bool(authority.mustBeVerified)), ("note", .optional(authority.note)),
      (
        "uses",
        .array(
          uses.map { .object([("kind", .string($0.kind.rawValue)), ("id", .string($0.id))]) })
      ),
    ])
  }
}
