import Casework
import Findings
import Interview
import Matters
import PlainText
import TestSupport
import Testing

/// What is said of a matter and of its questionnaire.
struct ReadingTests {
  private let office: Office
  private let session: MatterSession

  init() throws {
    office = try Office()
    session = try office.matter()
    try session.answer([
      "auftraggeber": "Klinik", "auftragnehmer": "Haus", "frist": "5 day", "pruefung": "no",
    ])
  }

  @Test func aSentenceIsExplained() throws {
    for words in ["1.1", "nur auf weisung"] {
      let text = try session.explain(words, of: "fall.art28").joined(separator: "\n")
      for part in [
        "1.1  Haus verarbeitet nur auf Weisung von Klinik.", "clause weisung.gebunden",
        "“Haus” from auftragnehmer, entry 2 (2026-11-30, Änne)",
        "rests on Art. 28 Abs. 3 DS-GVO: Der Vertrag bindet den Auftragsverarbeiter.",
      ] {
        #expect(text.contains(part), "\(part): \(text)")
      }
    }
  }

  @Test func aQuestionAndAFindingAreExplained() throws {
    let question = try session.explain("frist", of: "fall.art28")
    #expect(question.first == "frist" && question.last == "  Prints in 2.1.", "\(question)")
    let finding = try session.explain("frist.kurz", of: "fall.art28")
    #expect(finding.first == "frist.kurz  major")
    #expect(finding.contains("  Consequence: Ein Widerspruch kommt zu spät."), "\(finding)")
    #expect(finding.contains("  What to do: 30 Tage verlangen."))
    for part in ["Rule:", "Authority: Art. 28", "Evidence:", "Where: section 2.1", "Rests on"] {
      #expect(finding.contains { $0.hasPrefix("  \(part)") }, "\(part): \(finding)")
    }
  }

  @Test func whatNamesNothingIsSaid() throws {
    let refused = try #require(try outcome { try session.explain("xyz", of: "fall.art28") })
    #expect(refused.kind == .found && refused.lines[0].contains("“xyz” is no number"))
    #expect(refused.lines[1].hasSuffix("art28 follow fall.art28."))
  }

  @Test func answersWarningsAndWhatIsOpenAreListed() throws {
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: office.place.today)
    let lines = session.lines(evaluation, findings)
    #expect(lines.first == "fall: 2 entries" && lines.last == "4 of 4 answered; nothing open.")
    #expect(lines.contains("  Frist der Anzeige: 5 days"), "\(lines)")
    #expect(lines.contains("  critical: Niemand darf prüfen."), "\(lines)")
  }

  @Test func theQuestionnaireIsListed() throws {
    let pack = session.pack
    #expect(QuestionList.lines(pack).count == 5)
    #expect(QuestionList.json(pack).text.contains("\"linkId\": \"frist\""))
    let all = AuthorityList(pack, asOf: office.place.today)
    #expect(all.lines.last == "1 of 1 authorities; 0 to verify; ages as of 30 November 2026.")
    let fresh = AuthorityList(pack, staleAfter: 400, asOf: office.place.today)
    #expect(fresh.lines.last?.hasPrefix("0 of 1") == true)
    #expect(CoverageList(pack).holes.isEmpty)
    #expect(
      try office.packs().prove(nil, asOf: office.place.today)
        == "auftrag 1.0.0: 4 questions, 4 clauses, 2 checks proved by 6 examples. No fault.")
  }

  @Test func twoMomentsAreCompared() throws {
    try session.answer(["frist": "30 day"])
    let path = session.file.path
    let before = try Moment.named("\(path)@2", at: office.place)
    let comparison = try Comparison(from: before, to: .named(path, at: office.place))
    #expect(
      comparison.text.contains("wird [-5-]{+30+} days vorher angezeigt"), "\(comparison.text)")
    #expect(comparison.source == "\(path) \(path)")
    for words in ["\(path)@9", "\(path)@x"] {
      #expect(try outcome { try Moment.named(words, at: office.place) }?.kind == .usage)
    }
  }

  @Test func twoMattersAreCompared() throws {
    let other = try office.matter("other")
    defer { other.file.close() }
    try other.answer([
      "auftraggeber": "Klinik", "auftragnehmer": "Haus am See", "frist": "5 day",
      "pruefung": "yes",
    ])
    func comparison(_ old: MatterSession, _ new: MatterSession) throws -> String {
      try Comparison(
        from: .at(old.file.path, after: nil, at: office.place),
        to: .at(new.file.path, after: nil, at: office.place)
      ).text
    }
    let there = try comparison(session, other)
    #expect(there.contains("Haus {+am See +}verarbeitet"), "\(there)")
    #expect(there.contains("{+Klinik darf vor Ort prüfen.+}"), "\(there)")
    // What is the same is not listed.
    #expect(!there.contains("vorher angezeigt"), "\(there)")
    #expect(try comparison(other, session).contains("Haus [-am See -]verarbeitet"))
    #expect(try comparison(session, session) == "The text is the same.\n")
  }

  @Test func anExportIsTheSameMatterElsewhere() throws {
    let export = try MatterExport(of: session.file.path, at: session.place)
    #expect(export.damage == nil)
    let entries = try MatterExport.restore(
      export.bytes, to: office.file("copy.art28"), by: "Änne", at: office.place)
    #expect(entries == 2)
    let copy = try office.open("copy")
    defer { copy.file.close() }
    #expect(copy.file.sheet == session.file.sheet)
    #expect(try MatterExport(of: copy.file.path, at: copy.place).bytes == export.bytes)
    let there = try outcome {
      try MatterExport.restore(
        export.bytes, to: office.file("copy.art28"), by: "Änne", at: office.place)
    }
    #expect(there?.kind == .file)
  }
}
