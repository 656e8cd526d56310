import PackModel
import PlainText

/// What a questionnaire must hold, and where it stands.
package struct CoverageList {
  private let pack: Pack
  private let items: [CoverageItem]
  private let isWhole: Bool

  /// - Parameter from: only what comes from there, such as law; nil: all.
  package init(_ pack: Pack, from: String? = nil) {
    self.pack = pack
    isWhole = from == nil
    items = pack.coverage.filter { item in
      from.map { item.from == $0 || item.from.hasPrefix($0 + " ") } ?? true
    }
  }

  /// For machines.
  package var json: JSON { .array(items.map(CoverageList.json)) }
  /// As tables of the project's documentation.
  package var markdown: String { CoverageTable.markdown(items, pack) }
  /// Grouped by where they come from.
  package var lines: [String] {
    CoverageList.lines(items) + (isWhole ? PromiseCount(pack).lines : [])
  }
  /// What nothing covers, a sentence each.
  package var holes: [String] {
    items.filter(\.isHole).map { "Nothing covers \($0.id): \($0.says)" }
  }

  private static func lines(_ items: [CoverageItem]) -> [String] {
    var found: [String] = []
    var from = ""
    for item in items {
      if item.from != from {
        from = item.from
        found += ["", from]
      }
      let places = CoverageTable.places(item).map { "\($0.0): \($0.1.joined(separator: ", "))" }
      let reason = item.reason.map { [places.isEmpty ? "left out: \($0)" : $0] } ?? []
      found.append("  \(item.says)")
      found.append("      \((places + reason).joined(separator: " · "))")
    }
    return found
  }

  private static func json(_ item: CoverageItem) -> JSON {
    .object([
      ("id", .string(item.id)), ("from", .string(item.from)), ("says", .string(item.says)),
      ("obligation", .optional(item.obligation)), ("questions", .strings(item.questions)),
      ("clauses", .strings(item.clauses)), ("checks", .strings(item.checks)),
      ("authorities", .strings(item.authorities)), ("reason", .optional(item.reason)),
      ("hole", .bool(item.isHole)),
    ])
  }
}
