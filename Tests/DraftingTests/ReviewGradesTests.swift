import PackModel
import TestSupport
import Testing

/// The rule by which the findings of a review are graded, as the help page “How a paper is graded”
/// has it.
struct ReviewGradesTests {
  private let pack = TestPacks.real

  private func severity(_ id: String) throws -> Severity {
    pack.checks[try #require(pack.check("review.\(id)"), "\(id)")].severity
  }

  private func rows(_ table: String) throws -> [PackRow] {
    guard case .pack(let rows)? = pack.questions[try #require(pack.question(table))].rows
    else { return [] }
    return rows
  }

  /// Silence is never graded worse than the worst clause, and never lighter than weak words.
  @Test(arguments: ["clauses", "duties"])
  func silenceIsNeverWorseThanTheWorstClause(_ table: String) throws {
    let blanket = [
      "critical": try severity("\(table)-blanket-gravest"),
      "major": try severity("\(table)-blanket"),
    ]
    for row in try rows(table) {
      let id = row.code.lowercased()
      let missing = try severity("\(id)-missing")
      let vague = try severity("\(id)-vague")
      let weight = try #require(row.attributes["weight"]?.first, "\(id)")
      #expect(missing.rawValue == weight, "\(id)")
      #expect(missing >= (try #require(blanket[weight])), "\(id): silence is the graver")
      #expect(missing <= vague, "\(id): weak words are graver than none")
      #expect(vague <= .minor, "\(id)")
    }
  }

  /// Where weak words let the vendor do what the duty bars, they are no small matter.
  @Test(arguments: ["a-1", "a-2", "a-3", "d-1", "d-5", "g-3", "h-2"])
  func wordsThatEmptyADutyAreMajor(_ id: String) throws {
    #expect(try severity("\(id)-vague") == .major)
  }

  @Test func theRuleCanBeRead() {
    #expect(pack.helpPages.contains { $0.id == "review-grades" })
  }
}
