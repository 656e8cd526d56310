import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Each rule by itself: what is kept, what is at odds, and what nobody can know yet.
struct PromiseRuleTests {
  private func expect(
    _ promises: String, _ answers: KeyValuePairs<String, String>, _ failed: [String],
    unsure: [String] = [], _ place: SourceLocation = #_sourceLocation
  ) {
    let found = PromisePack.found(promises, answers)
    #expect(found.failed == failed, sourceLocation: place)
    #expect(found.unsure == unsure, sourceLocation: place)
  }

  // MARK: Places

  private let places = """
    - clause: one
      promises:
        - {id: only, only: store, what: content, place: home, says: it is stored in one place}
    - clause: three
      promises:
        - {id: may, may: store, what: prompts, place: region, says: it is stored in another}

    """
  private let atOdds = ["promises.place.only+may"]

  @Test func aPlaceIsWhatItsNameSays() {
    expect(places, ["home": "de", "region": "Germany"], [])
    expect(places, ["home": "de", "region": "Frankfurt am Main"], [])
    expect(places, ["home": "us", "region": "somewhere in the USA"], [])
    expect(places, ["home": "de", "region": "Ireland"], atOdds)
    // The whole Union is wider than a country of it; two countries are more than one.
    expect(places, ["home": "de", "region": "EU data zone"], atOdds)
    expect(places, ["home": "de", "region": "Germany and Ireland"], atOdds)
    expect(places, ["home": "de", "region": "Frankfurt (EU)"], [])
  }

  @Test func aPlaceThatNobodyKnowsIsNotKept() {
    expect(places, ["home": "de", "region": "Zone 4"], [], unsure: ["promises.place"])
    expect(places, ["home": "de"], [], unsure: ["promises.place"])
    expect(places, ["region": "Germany"], [], unsure: ["promises.place"])
  }

  @Test func anAreaHoldsItsCountries() {
    let area = places.replacing("place: home", with: "place: europe")
    expect(area, ["region": "Germany"], [])
    expect(area, ["region": "EU"], [])
    expect(area, ["region": "USA"], atOdds)
  }

  @Test func otherDataAndOtherActsDoNotMeet() {
    let log = places.replacing("what: prompts", with: "what: log")
    expect(log, ["home": "de", "region": "Ireland"], [])
    let read = places.replacing("may: store", with: "may: read")
    expect(read, ["home": "de", "region": "Ireland"], [])
    // Whoever processes nowhere else stores nowhere else.
    let whole = places.replacing("only: store", with: "only: process")
    expect(whole, ["home": "de", "region": "Ireland"], atOdds)
    let all = places.replacing("what: content, ", with: "")
    expect(all, ["home": "de", "region": "Ireland"], atOdds)
  }

  @Test func whatIsNotPromisedBreaksNothing() {
    let bound = places.replacing("place: home, says", with: "place: home, when: bound is yes, says")
    expect(bound, ["home": "de", "region": "Ireland", "bound": "no"], [])
    expect(bound, ["home": "de", "region": "Ireland", "bound": "yes"], atOdds)
    expect(bound, ["home": "de", "region": "Ireland"], [], unsure: ["promises.place"])
    expect(bound, ["home": "de", "region": "Germany"], [])
  }

  @Test func aClauseThatIsOutPromisesNothing() {
    let second = places.replacing("clause: three", with: "clause: two")
    expect(second, ["home": "de", "region": "Ireland", "bound": "no"], [])
    expect(second, ["home": "de", "region": "Ireland", "bound": "yes"], atOdds)
    // A blank stands for it: it may come to stand there.
    expect(second, ["home": "de", "region": "Ireland"], [], unsure: ["promises.place"])
  }

  @Test func everyRowIsHeldAgainstTheList() {
    let rows = places.replacing(
      "may: store, what: prompts, place: region", with: "may: store, each: firms, place: country")
    expect(
      rows,
      [
        "home": "de", "firms[a].name": "A", "firms[a].country": "us", "firms[b].name": "B",
        "firms[b].country": "de", "firms[c].name": "C",
      ], ["promises.place.only+may[a]"], unsure: ["promises.place"])
  }

  // MARK: Access and use

  private let access = """
    - clause: one
      promises:
        - {id: list, only: read, what: content, people: paths, says: some may read}
        - {id: more, only: read, what: content, people: police, when: bound is yes, says: some may read}
    - clause: three
      promises:
        - {id: audit, may: read, what: answers, people: audit, says: auditors read}
        - {id: police, may: read, what: answers, people: police, says: the police reads}

    """

  @Test func aClosedListIsOneList() {
    expect(
      access, ["paths": "support", "bound": "yes"], ["promises.access.list+audit"])
    expect(
      access, ["paths": "support, audit", "bound": "no"], ["promises.access.list+police"])
    expect(access, ["paths": "support, audit", "bound": "yes"], [])
    expect(access, ["paths": "audit"], [], unsure: ["promises.access"])
  }

  @Test func whatGivesWayOnPurposeIsNoConflict() {
    let yields = access.replacing(
      "people: police, says: the", with: "people: police, yields: [list], says: the")
    expect(yields, ["paths": "audit", "bound": "no"], [])
  }

  // MARK: Times

  private let times = """
    - clause: one
      promises:
        - {id: gone, must: delete, what: log, within: gone, from: record, says: it is deleted}
    - clause: three
      promises:
        - {id: kept, must: keep, what: log, lasting: kept, from: record, says: it is kept}

    """

  @Test func nothingIsDeletedBeforeItMayGo() {
    let conflict = ["promises.time.gone+kept"]
    expect(times, ["gone": "7 day", "kept": "12 month"], conflict)
    expect(times, ["gone": "30 day", "kept": "30 day"], [])
    expect(times, ["gone": "31 day", "kept": "30 day"], [])
    expect(times, ["gone": "1 month", "kept": "27 day"], [])
    // Some months have 30 days, some have not.
    expect(times, ["gone": "1 month", "kept": "30 day"], [], unsure: ["promises.time"])
    expect(times, ["gone": "7 day"], [], unsure: ["promises.time"])
    // Another clock, another time.
    let end = times.replacing("lasting: kept, from: record", with: "lasting: kept, from: end")
    expect(end, ["gone": "7 day", "kept": "12 month"], [])
  }

  @Test func aClockThatBeginsLaterCountsFromTheEarlierOne() {
    let choice = """
      - clause: one
        promises:
          - {id: gone, must: delete, within: gone, from: end, says: it is deleted}
      - clause: three
        promises:
          - {id: choose, may: choose, within: choosing, from: end, says: the choice is open}
          - {id: return, must: return, within: kept, from: choice, says: it is returned}

      """
    expect(
      choice, ["gone": "60 day", "choosing": "30 day", "kept": "30 day"], [])
    expect(
      choice, ["gone": "59 day", "choosing": "30 day", "kept": "30 day"],
      ["promises.time.gone+return"])
    expect(
      choice, ["gone": "29 day", "choosing": "30 day", "kept": "30 day"],
      ["promises.time.gone+choose", "promises.time.gone+return"])
    let afterwards = choice.replacing("within: gone, from: end", with: "within: gone, from: choice")
    expect(afterwards, ["gone": "31 day", "choosing": "30 day", "kept": "30 day"], [])
  }

  // MARK: Companies, transfers, roles

  @Test func whoMustNotBeEngagedIsNotAuthorised() {
    let company = """
      - clause: one
        promises:
          - {id: barred, may-not: engage, each: firms where signed is no, says: without contract no work}
      - clause: three
        promises:
          - {id: listed, may: engage, each: firms, says: "{{name}} is authorised"}

      """
    expect(
      company, ["firms[a].signed": "no", "firms[b].signed": "yes"],
      ["promises.company.barred+listed[a]"])
    expect(
      company, ["firms[a].signed": "yes", "firms[b].name": "B"], [], unsure: ["promises.company"])
  }

  @Test func aTransferIsAmongThoseAllowed() {
    let transfer = """
      - clause: one
        promises:
          - {id: listed, only: transfer, each: firms where signed is yes, says: some are listed}
      - clause: three
        promises:
          - {id: is, is: transfer, each: firms where country.place is us, says: "{{name}} is abroad"}

      """
    expect(
      transfer,
      [
        "firms[a].country": "us", "firms[a].signed": "no", "firms[b].country": "us",
        "firms[b].signed": "yes", "firms[c].country": "de", "firms[c].signed": "no",
      ], ["promises.transfer.listed+is[a]"])
  }

  @Test func aRoleIsOneOfThoseAgreed() {
    let role = """
      - clause: one
        promises:
          - {id: only, only: act, role: processor, says: it is a processor}
      - clause: three
        promises:
          - {id: is, is: act, role: controller, when: bound is yes, says: it is a controller}

      """
    expect(role, ["bound": "yes"], ["promises.role.only+is"])
    expect(role, ["bound": "no"], [])
    expect(role, [:], [], unsure: ["promises.role"])
  }
}
