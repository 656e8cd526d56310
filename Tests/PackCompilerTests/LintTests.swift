import PackCompiler
import TestSupport
import Testing

/// What only an author must know is not looked for where a pack is only used.
struct LintTests {
  private func kinds(_ changes: [String: String?], lints: Bool) -> Set<Diagnostic.Kind> {
    switch compile(TestPacks.mini(with: changes), lints: lints) {
    case .success: []
    case .failure(let failure): Set(failure.diagnostics.map(\.kind))
    }
  }

  private static let items: [(String, Set<Diagnostic.Kind>)] = [
    ("- {id: no, from: me, says: s, reason: r, deny: [words that nobody says]}\n", []),
    ("- {id: no, from: me, says: s, reason: r, deny: [agreement]}\n", [.deniedWords]),
    ("- {id: no, from: me, says: s}\n", [.uncovered]),
  ]

  @Test(arguments: items)
  func lintsAreForAuthors(_ coverage: String, _ expected: Set<Diagnostic.Kind>) {
    let changes = ["coverage/more.yaml": coverage]
    #expect(kinds(changes, lints: true) == expected)
    #expect(kinds(changes, lints: false).isEmpty)
  }

  @Test func anAuthorHearsOfNamesAndWordsAtOnce() {
    let changes = [
      "coverage/more.yaml":
        "- {id: no, from: me, says: s, clauses: [sub.genral], deny: [agreement]}\n"
    ]
    #expect(kinds(changes, lints: true) == [.unknownClause, .deniedWords])
    #expect(kinds(changes, lints: false) == [.unknownClause])
  }
}
