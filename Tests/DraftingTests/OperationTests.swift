import Interview
import PackModel
import TestSupport
import Testing

/// What companies do is among the operations, a place is missed only where one is promised, and
/// what a rider rests on is a law of the agreement.
struct OperationTests {
  @Test func supportWithAccessIsAmongTheOperations() throws {
    let bank = try ChangedCase("swiss-bank", []).found
    #expect(!bank.contains { $0.hasPrefix("chain.support-unnamed") })
    let silent = try ChangedCase(
      "swiss-bank", [("nature", .list(["ingest", "store", "infer", "erase"]))]
    ).found
    #expect(silent.contains { $0.hasPrefix("chain.support-unnamed") })
  }

  /// A desk abroad that the instructions name breaks no promise unless support is bound to a place.
  @Test func aDeskThatTheInstructionsNameBreaksNoPromise() throws {
    func broken(_ changes: [(String, Assignment.Said)]) throws -> Int {
      try ChangedCase("saas-processor", changes).found
        .count { $0.hasPrefix("chain.residency") }
    }
    #expect(try broken([]) == 1)
    #expect(try broken([("route-steps[support].bound", .words("yes"))]) == 2)
    #expect(try broken([("instruction-places", .words("eea"))]) == 2)
  }

  /// Entries of the list hold commas themselves, so the description of the transfer refers to it.
  @Test func theDescriptionOfTheTransferRefersToTheLists() throws {
    let vendor = try ChangedCase("us-vendor", [])
    let data = try vendor.rows("agreement", of: "Categories of personal data")
    #expect(data.map { $0["Content"] } == ["Those listed in section A.5"])
    let people = try vendor.rows("agreement", of: "Categories of data subjects")
    #expect(people.map { $0["Content"] } == ["Those listed in section A.4"])
  }

  /// A report under two laws does not tell the fines of one alone.
  @Test func theFinesOfTheUnitedKingdomAreTold() throws {
    let report = try ChangedCase("saas-processor", []).text("gap-report")
    #expect(report.contains("Under the UK GDPR the upper limit of a fine is GBP 8,700,000"))
    #expect(
      try ChangedCase("saas-processor", []).rows("gap-report", of: "UK GDPR, Art. 83(5)")
        .contains { $0["Upper limit"] == "GBP 17,500,000 or 4%" })
    #expect(try !ChangedCase("us-vendor", []).text("gap-report").contains("GBP"))
  }

  @Test func washingtonsActIsALawOfTheAgreement() throws {
    let words = "the My Health My Data Act of the State of Washington (chapter 19.373 RCW) applies"
    #expect(try ChangedCase("us-vendor", []).text("agreement").contains(words))
    let without = try ChangedCase("us-vendor", [("us-special", .list(["bulk-data"]))])
    #expect(try !without.text("agreement").contains(words))
  }
}
