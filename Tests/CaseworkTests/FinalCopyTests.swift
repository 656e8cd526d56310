import Casework
import Interview
import Matters
import PackModel
import Publishing
import TestSupport
import Testing

/// A final copy: what stands in its way, what is proved of it later, and what a forger cannot prove.
struct FinalCopyTests {
  private let office: Office

  init() throws { office = try Office() }

  private func publish(
    _ session: MatterSession, leaving: [String] = [], despite: [String] = [],
    signing key: SigningKey? = nil
  ) async throws -> (paths: [String], remarks: [String], entries: [Entry]) {
    try await FinalCopy(
      of: session, asOf: office.place.today, to: office.file("out"), output: Output(of: session)
    ).publish(as: [.md, .html], leaving: leaving, despite: despite, signing: key)
  }

  private func refusal(
    _ session: MatterSession, leaving: [String] = [], despite: [String] = []
  ) async throws -> Outcome? {
    do {
      _ = try await publish(session, leaving: leaving, despite: despite)
      return nil
    } catch let outcome as Outcome {
      return outcome
    }
  }

  /// A matter whose final copy was published, closed.
  private func published(signing key: SigningKey? = nil) async throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(Office.whole)
    _ = try await publish(session, signing: key)
  }

  private func proof(
    of name: String, in matter: String = "fall", key: VerifyingKey? = nil
  ) async throws -> Verifier.Proof {
    let path = office.file("\(matter).art28")
    #expect(try Verifier.journal(of: path, at: office.place).sentence.contains("journal is whole"))
    var trust = Trust()
    trust.keys = [key].compactMap(\.self).map(\.fingerprint)
    let verifier = try await Verifier(of: path, trust: trust, style: nil, at: office.place)
    defer { verifier.close() }
    return try await verifier.file(named: name, try office.bytes(of: "out/\(name)"))
  }

  // MARK: Obstacles

  @Test func itsObstaclesAreListedAndNothingIsWritten() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(["auftraggeber": "Klinik", "auftragnehmer": "Haus", "pruefung": "no"])
    let refused = try #require(try await refusal(session))
    #expect(refused.kind == .found)
    #expect(
      refused.lines[0] == "2 things stand in the way of a final copy; nothing was written.")
    #expect(refused.lines[1].hasPrefix("- [Frist der Anzeige] is blank. Answer frist, or leave"))
    #expect(refused.lines[2].hasPrefix("- Critical finding pruefung.fehlt: Niemand darf prüfen."))
    #expect(office.names(in: "out").isEmpty && session.file.sheet.head == 2)
  }

  @Test func whatIsLeftOpenOrAcceptedNeedsItsNameAndAReason() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(["auftraggeber": "Klinik", "auftragnehmer": "Haus", "pruefung": "no"])
    for words in ["frist", "frist= ", "auftraggeber=egal", "x=y"] {
      #expect(try await refusal(session, leaving: [words])?.kind == .usage, "\(words)")
    }
    for words in ["pruefung.fehlt", "frist.kurz=egal"] {
      #expect(try await refusal(session, despite: [words])?.kind == .usage, "\(words)")
    }
    #expect(session.file.sheet.head == 2)
    let (paths, remarks, _) = try await publish(
      session, leaving: ["frist=folgt bis zur Unterschrift"],
      despite: ["pruefung.fehlt=kein Rechenzentrum"])
    #expect(
      paths == ["avv.md", "avv.html", "avv.manifest.json"].map { office.file("out/\($0)") })
    #expect(
      remarks == [
        "Published over 1 critical finding: pruefung.fehlt, reason: kein Rechenzentrum (Änne)."
      ])
    let manifest = try office.text(of: "out/avv.manifest.json")
    #expect(manifest.contains("folgt bis zur Unterschrift"))
    #expect(manifest.contains("kein Rechenzentrum"))
    // Two reasons and the publication.
    #expect(session.file.sheet.head == 5)
  }

  @Test func ofAMatterThatIsOnlyReadThereIsNone() async throws {
    try office.matter().file.close()
    let session = try MatterSession.read(office.file("fall.art28"), at: office.place)
    defer { session.file.close() }
    #expect(try await refusal(session)?.kind == .file)
  }

  @Test func itsCoverSheetStaysBehind() async throws {
    try await published()
    let text = try office.text(of: "out/avv.md")
    #expect(text.contains("Rechenhaus AG verarbeitet nur auf Weisung von Klinik Süd GmbH."))
    #expect(!text.contains("Dieses Blatt wird nicht unterschrieben"))
  }

  /// Where one file cannot be put down there is none, and the journal names none.
  @Test func aFileOfAnotherHandIsNotReplaced() async throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(Office.whole)
    try office.write("mine", to: "out/avv.html")
    let refused = try #require(try await refusal(session))
    #expect(refused.kind == .file && refused.lines.last?.hasPrefix("Nothing was written") == true)
    #expect(office.names(in: "out") == ["avv.html"])
    #expect(try office.text(of: "out/avv.html") == "mine" && session.file.sheet.head == 2)
  }

  // MARK: Proof

  @Test func everyQuestionIsAnsweredWithYes() async throws {
    let key = SigningKey()
    try await published(signing: key)
    let proof = try await proof(of: "avv.md", key: key.verifying)
    #expect(proof.holds && proof.lines.count == 6, "\(proof)")
    for (line, question) in zip(
      proof.lines.dropFirst(),
      [
        "Is this the published file? Yes: its SHA-256 stands in the manifest",
        "Does the text follow from the answers and the questionnaire? Yes: drafted again",
        "Can the file be made again here? Yes: made again, it is the same byte for byte.",
        "Is it signed? Yes: with key", "Has it a time stamp? None is kept",
      ])
    {
      #expect(line.contains(question), "\(line)")
    }
    let other = try await self.proof(of: "avv.md", key: SigningKey().verifying)
    #expect(!other.holds && other.lines[4].contains("No: with another key"))
  }

  @Test func withoutAFileEveryDocumentIsAskedFor() async throws {
    try await published()
    let verifier = try await Verifier(
      of: office.file("fall.art28"), style: nil, at: office.place)
    defer { verifier.close() }
    let proofs = try verifier.everything()
    #expect(proofs.count == 1 && proofs.allSatisfy(\.holds), "\(proofs)")
  }

  @Test func aChangedFileIsNoPublishedOne() async throws {
    try await published()
    try office.write(
      try office.text(of: "out/avv.md").replacing("30 days", with: "300 days"), to: "out/avv.md")
    let proof = try await proof(of: "avv.md")
    #expect(!proof.holds && proof.lines[1].contains("No: its SHA-256 stands nowhere"), "\(proof)")
  }

  /// The whole matter is made anew with another answer in it, every hash taken again: the chain is
  /// whole, and the text does not follow any more.
  @Test func aForgedAnswerIsNotProved() async throws {
    try await published()
    let file = try MatterFile.open(
      at: office.file("fall.art28"), by: Holder(who: "Mallory", since: ""), readOnly: true)
    defer { file.close() }
    let entries = try file.entries().map { entry in
      Entry(
        number: entry.number, when: entry.when, by: entry.by, why: entry.why,
        changes: entry.changes.map { change in
          guard case .set(AnswerKey("frist"), let from, _) = change else { return change }
          let week = Quantity(thousandths: 7000, unit: .day)
          return .set(AnswerKey("frist"), from: from, to: .value(.quantity(week)))
        })
    }
    let enclosed =
      try file.packs().compactMap { try file.pack($0).map { Enclosure.pack($0) } }
      + file.papers().compactMap { try file.paper($0).map { Enclosure.paper($0) } }
    let forged = try MatterFile.create(
      at: office.file("forged.art28"), by: Holder(who: "Mallory", since: ""), enclosing: enclosed,
      first: entries.first)
    for entry in entries.dropFirst() { try forged.append(entry) }
    forged.close()
    let proof = try await proof(of: "avv.md", in: "forged")
    #expect(!proof.holds)
    #expect(
      proof.lines[2].contains("No: this journal does not hold the answers"), "\(proof)")
  }

  @Test func aPublicationThatWasTakenBackIsNone() async throws {
    try await published()
    let session = try office.open()
    _ = try session.undo()
    session.file.close()
    let proof = try await proof(of: "avv.md")
    #expect(!proof.holds && proof.lines[1].contains("and that was taken back"), "\(proof)")
  }
}
