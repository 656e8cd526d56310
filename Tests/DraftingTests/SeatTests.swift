import Interview
import PackModel
import TestSupport
import Testing

/// A transfer follows from the seat of a company as well as from the place where it works. Where
/// either lies outside the area of a law that applies no paper says that there is none, and where
/// one of them is not known none says so either.
struct SeatTests {
  private static let name = "Exemple Modèles SAS"
  private static let homes = [
    "gdpr": ["de", "fr", "ie", "nl", "se"], "uk-gdpr": ["gb"], "fadp": ["ch"],
  ]
  /// What may be said only where everybody sits and works inside.
  private static let denials = [
    "No Transfer is instructed", "no Transfer takes place", "no personal data leaves",
  ]

  private func isInside(_ country: String, _ laws: [String]) -> Bool {
    laws.allSatisfy { Self.homes[$0]?.contains(country) == true }
  }

  private func differ(_ seat: String, _ place: String, _ law: String) -> Bool {
    isInside(seat, [law]) != isInside(place, [law])
  }

  @Test(arguments: [
    ["gdpr"], ["uk-gdpr"], ["fadp"], ["gdpr", "uk-gdpr"], ["gdpr", "fadp"], ["uk-gdpr", "fadp"],
    ["gdpr", "uk-gdpr", "fadp"],
  ])
  func noPaperDeniesATransfer(_ laws: [String]) throws {
    let exporters =
      laws.count == 1
      ? ["processor inside", "processor outside", "company outside"] : ["processor inside"]
    for seat in ["de", "gb", "us", nil] {
      for place in ["de", "gb", "in"] {
        for exporter in exporters {
          let label = "\(laws), seat \(seat ?? "open"), place \(place), \(exporter)"
          var changes: [(String, Assignment.Said)] = [
            ("laws", .list(laws)), ("third-country", .words("no")),
            ("subprocessors[a].country", .words(place)),
            ("subprocessors[a].seat", seat.map { .words($0) } ?? .open),
            ("subprocessors[a].sub-mechanism", .open),
          ]
          if exporter == "processor outside" {
            changes += [("processor.country", .words("us")), ("processor-place", .words("us"))]
          } else if exporter == "company outside" {
            changes += [
              ("subprocessors[c].seat", .words("us")),
              ("subprocessors[a].engaged-by", .words("c")),
            ]
          }
          let changed = try ChangedCase("clean", changes)
          #expect(changed.refused.isEmpty, "\(label): \(changed.refused)")
          let agreement = try changed.text("agreement")
          let report = try changed.text("gap-report")

          let isAllInside =
            laws == ["gdpr"] && seat == "de" && place == "de" && exporter == "processor inside"
          for words in Self.denials {
            let isSaid = agreement.contains(words) || report.contains(words)
            #expect(isSaid == isAllInside, "\(label): \(words)")
          }
          let listed = try changed.rows("agreement", of: Self.name)
          let mechanism = try #require(listed.compactMap { $0["Transfer mechanism"] }.first)
          let isInsideForAll = seat.map { isInside($0, laws) } == true && isInside(place, laws)
          #expect((mechanism == "no Transfer") == isInsideForAll, "\(label): \(mechanism)")

          guard let seat else {
            #expect(listed.contains { $0["Seat"] == "[company 1: seat]" }, "\(label)")
            continue
          }
          let isEU = laws.contains("gdpr")
          let isTold =
            isEU
            ? changed.found.contains(
              isInside(place, ["gdpr"]) ? "chain.seat-outside[a]" : "chain.work-outside[a]")
            : changed.found.contains("chain.outside-local[a]")
          let isDue = isEU ? differ(seat, place, "gdpr") : laws.contains { differ(seat, place, $0) }
          #expect(isTold == isDue, "\(label): \(changed.found.sorted())")
          if isDue {
            let authority = isEU ? "EDPB Guidelines 05/2021" : "UK GDPR, Chapter V"
            #expect(report.contains(authority), "\(label)")
          }
        }
      }
    }
  }

  @Test func theMoreDemandingOfSeatAndPlaceCallsForTheMechanism() throws {
    for (seat, place, route) in [
      ("us", "de", "us"), ("de", "us", "us"), ("us", "in", "module-3"), ("in", "us", "module-3"),
      ("gb", "fr", "adequacy"), ("br", "de", "adequacy"), ("de", "de", "no-transfer"),
    ] {
      let changed = try ChangedCase(
        "clean",
        [
          ("subprocessors[a].seat", .words(seat)), ("subprocessors[a].country", .words(place)),
        ])
      #expect(
        try changed.decided("subprocessors.sub-route", row: 0) == .value(.code(route)),
        "\(seat), \(place)")
    }
  }

  @Test func aCompanyWhoseNameOrAddressPointsElsewhereHasNoSeatYet() throws {
    let changed = try ChangedCase(
      "joint-proxy",
      [
        ("subprocessors[0].name", .words("Amazon Web Services, Inc.")),
        (
          "subprocessors[0].address",
          .words("410 Terry Avenue North, Seattle, Washington, USA")
        ),
      ])
    let agreement = try changed.text("agreement")
    let report = try changed.text("gap-report")
    for words in Self.denials {
      #expect(!agreement.contains(words) && !report.contains(words), "\(words)")
    }
    #expect(changed.found.contains("chain.seat-doubtful[host]"))
    let corrected = try ChangedCase(
      "joint-proxy",
      [
        ("subprocessors[0].seat", .words("us")),
        ("subprocessors[0].name", .words("Amazon Web Services, Inc.")),
      ])
    #expect(corrected.found.contains("transfers.none-in-chain[host]"))
    #expect(corrected.found.contains("chain.seat-outside[host]"))
    #expect(try !corrected.text("agreement").contains("no Transfer"))
    let denied = try ChangedCase(
      "joint-proxy", [("subprocessors[0].name", .words("Incubator Nord GmbH"))])
    #expect(!denied.found.contains("chain.seat-doubtful[host]"))
  }

  @Test(arguments: [("us", "ie"), ("ie", "us"), ("in", "in"), ("ie", "gb")])
  func betweenThePartiesSeatAndPlaceCountAsWell(_ seat: String, _ place: String) throws {
    for answer in ["no", "yes"] {
      let changed = try ChangedCase(
        "clean",
        [
          ("processor.country", .words(seat)), ("processor-place", .words(place)),
          ("third-country", .words(answer)), ("mechanism-confirmed", .words("yes")),
        ])
      #expect(try changed.decided("mechanism") != .value(.code("no-transfer")))
      let text = try changed.text("agreement") + changed.text("gap-report")
      for words in Self.denials + ["none needed, as"] {
        #expect(!text.contains(words), "\(seat), \(place), \(answer): \(words)")
      }
      #expect(changed.found.contains("transfers.none-between-parties") == (answer == "no"))
      let told = changed.found.intersection([
        "transfers.processor-seat-outside", "transfers.processor-works-outside",
      ])
      #expect(told.isEmpty == (seat == place), "\(seat), \(place): \(told)")
    }
    let open = try ChangedCase(
      "clean", [("processor.country", .words("ie")), ("processor-place", .unknown(note: nil))])
    let text = try open.text("agreement") + open.text("gap-report")
    for words in Self.denials { #expect(!text.contains(words), "\(words)") }
  }

  @Test func aTransferThatTheFactsShowIsNotChosenAway() throws {
    let changed = try ChangedCase(
      "clean",
      [
        ("third-country", .words("yes")), ("mechanism-confirmed", .words("no")),
        ("mechanism-override", .words("no-transfer")), ("processor.country", .words("us")),
      ])
    #expect(try changed.decided("mechanism") == .unknown)
    #expect(try !changed.text("agreement").contains("none needed, as"))
  }

  @Test func aListThatNobodyReadIsNoProofThatNothingLeaves() throws {
    let own: [(String, Assignment.Said)] = ["a", "b", "c", "d"].map {
      ("subprocessors[\($0)].engaged-by", .words("controller"))
    }
    let changed = try ChangedCase(
      "clean",
      own + [("processor-subs", .words("by-list")), ("processor-list", .words("List, version 7"))])
    let text = try changed.text("agreement") + changed.text("gap-report")
    for words in Self.denials { #expect(!text.contains(words), "\(words)") }
  }
}
