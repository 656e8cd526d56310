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
    let inside = Set(try rows("duties").compactMap { $0.attributes["of"]?.first })
    for row in try rows(table) {
      let id = row.code.lowercased()
      let missing = try severity("\(id)-missing")
      let weight = try #require(row.attributes["weight"]?.first, "\(id)")
      #expect(missing.rawValue == weight, "\(id)")
      // The weak words of such a row are told duty by duty.
      if table == "clauses", inside.contains(row.code) { continue }
      let blanket = try severity("\(table)-blanket" + (weight == "critical" ? "-gravest" : ""))
      let vague = try severity("\(id)-vague")
      #expect(missing >= blanket, "\(id): silence is the graver")
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

  /// Whoever grades has the criterion of each grade beside the question, and an example of each on a
  /// page of help.
  @Test func everyGradeHasItsCriterionAndAnExample() throws {
    let duties = try rows("duties")
    let inside = Set(duties.compactMap { $0.attributes["of"]?.first })
    let graded = duties + (try rows("clauses").filter { !inside.contains($0.code) })
    #expect(graded.count == 30)
    let pages = pack.helpPages.map { "\n\n\($0.body)" }
    for row in graded {
      let help = try #require(row.help, "\(row.code)")
      for grade in ["Present: ", "Vague: ", "Missing: "] {
        #expect(help.contains(grade), "\(row.code)")
      }
      // At 80 columns the criterion is read without leafing.
      #expect(help.split(separator: " In operation: ")[0].count <= 360, "\(row.code)")
      let name = row.code.first?.isUppercase == true ? "\n\n\(row.code), " : "\n\n\(row.text)."
      let found = pages.compactMap { page in
        page.firstRange(of: name).map { page[$0.upperBound...] }
      }
      let text = try #require(found.first, "\(row.code)")
      for grade in ["Present: ", "Vague: ", "Missing: ", "Elsewhere: "] {
        let example = text.split(separator: "\n\n").first { $0.hasPrefix(grade) }
        #expect(example?.contains("“") == true, "\(row.code) \(grade)")
      }
    }
  }
}
