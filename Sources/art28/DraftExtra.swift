/// What a draft can bring along beside its documents.
enum DraftExtra: String, CaseIterable {
  /// What every sentence rests on, as JSON.
  case why

  static func read(_ names: String) throws -> Set<DraftExtra> {
    Set(
      try names.split(separator: ",").map { name in
        guard let extra = DraftExtra(rawValue: String(name)) else {
          throw Outcome.usage(
            "“\(name)” is nothing that a draft can bring along. There is: "
              + allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return extra
      })
  }
}
