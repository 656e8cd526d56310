import Documents
import Interview
import Matters
import PackModel
import Publishing

/// Answers what can be asked of a final copy, a sentence each. No question is left out.
package struct Verifier {
  let file: MatterFile
  let all: Publications
  /// What the reader has from elsewhere.
  let trust: Trust
  let heads: [MatterHead]
  let stamps: StampReadings
  let style: HouseStyle?
  let workplace: Workplace

  /// The answers on one document or file.
  package struct Proof: Sendable {
    /// The document or file, and under it the answers.
    package var lines: [String]
    /// Whether nothing was answered with no, and what decides with yes.
    package var holds: Bool
  }

  struct Answer {
    var sentence: String
    var holds: Bool

    static func yes(_ sentence: String) -> Answer { Answer(sentence: sentence, holds: true) }
    static func no(_ sentence: String) -> Answer { Answer(sentence: sentence, holds: false) }
  }

  /// The questions, in the order in which they are asked.
  private struct Answers {
    var published: Answer
    var follows: Answer
    var again: Answer
    var signed: Answer
    var stamped: Answer

    func proof(_ head: String, _ stood: [String] = []) -> Proof {
      Proof(
        lines: [
          head, "  Is this the published file? \(published.sentence)",
          "  Does the text follow from the answers and the questionnaire? \(follows.sentence)",
          "  Can the file be made again here? \(again.sentence)",
          "  Is it signed? \(signed.sentence)",
          "  Has it a time stamp? \(stamped.sentence)",
        ] + stood.map { "  \($0)" },
        holds: [published, follows, again, signed, stamped].allSatisfy(\.holds))
    }
  }

  /// Proves the journal of a matter, and that it carries the questionnaires that it names.
  ///
  /// - Returns: what can be said of the journal, a sentence; and whether it was read: of a locked matter
  ///   whose key nobody gives, only what anybody can see is proved.
  /// - Throws: an `Outcome` where it is not whole, or cannot be read.
  package static func journal(
    of matter: String, at place: Workplace
  ) throws -> (sentence: String, isRead: Bool) {
    do throws(MatterError) {
      let verification = try verification(of: matter, at: place)
      guard verification.isWhole else {
        throw MatterError(
          .damaged(Damage(whole: verification.entries, faults: verification.faults)), path: matter,
          kept: .untouched)
      }
      return (verification.message, !verification.isUnread)
    } catch {
      // A journal that is not whole is what is looked for.
      if case .damaged = error.kind { throw Outcome.found(error.message) }
      throw Outcome(error)
    }
  }

  private static func verification(
    of matter: String, at place: Workplace
  ) throws(MatterError) -> Verification {
    do throws(MatterError) {
      return try MatterFile.verify(at: matter, keys: place.keys.key)
    } catch {
      guard error.kind == .locked else { throw error }
      return try MatterFile.verify(at: matter)
    }
  }

  /// Of a matter whose journal is proved.
  ///
  /// - Parameter trust: what the reader has from elsewhere.
  /// - Throws: an `Outcome` where a questionnaire is not the one that the journal names.
  package init(
    of matter: String, trust: Trust = Trust(), style: HouseStyle?, at place: Workplace
  ) async throws {
    let file: MatterFile
    do throws(MatterError) {
      file = try MatterFile.open(
        at: matter, by: Holder(who: "", since: ""), readOnly: true, keys: place.keys.key)
    } catch {
      throw Outcome(error)
    }
    if file.isClosed { place.remark(MatterSession.readAsOpened) }
    // The chain proves which questionnaires there were; that the matter holds these is proved here.
    do {
      for hash in try file.packs() { _ = try PackStore.sources(hash, of: file) }
    } catch let outcome as Outcome {
      throw Outcome(.found, lines: outcome.lines)
    } catch let error as MatterError {
      throw Outcome(error)
    }
    self.file = file
    self.trust = trust
    self.style = style
    // What was compiled before is no proof of what the sources say.
    workplace = place.doubting
    let all = try Publications(of: file)
    self.all = all
    do throws(MatterError) { heads = try file.heads() } catch { throw Outcome(error) }
    stamps = await StampReadings(of: all, heads: heads, trust: trust)
  }

  /// Closes the matter.
  package func close() { file.close() }

  // MARK: Without a file

  /// Every document's last publication, and whatever the journal says that no manifest proves.
  package func everything() throws -> [Proof] {
    let asked = all.documents.filter { !$0.contradictions.isEmpty || all.isLatest($0) }
    return try asked.map { try text(of: $0) }
      + all.unproved.map { one in
        Answers(
          published: .no("No: “\(one.name)” of \(place(one.entry)) \(one.says)."),
          follows: .no(Self.notAsked), again: .no("Not tried: it is not the published file."),
          signed: .no(Self.notAsked), stamped: .no(Self.notAsked)
        ).proof(one.name)
      }
  }

  private func text(of published: Published) throws -> Proof {
    let names = published.manifest.files.map(\.name).joined(separator: ", ")
    return Answers(
      published: contradiction(published)
        ?? .yes("No file was named; the journal and the manifest have the same SHA-256 of each."),
      follows: try follows(published), again: .yes("Not tried: no file was named."),
      signed: signed(published), stamped: stamped(published)
    ).proof(
      "\(published.manifest.document): \(names), published in \(place(published.entry))",
      Accepted.lines(of: published.manifest))
  }

  // MARK: Of a file

  /// Of a file, by its bytes: whatever it is called, it is what it is.
  package func file(named name: String, _ bytes: [UInt8]) async throws -> Proof {
    let hash = Fingerprint(of: bytes).hexadecimal
    if let fault = fault(of: hash) { return notPublished(name, fault) }
    if let stamp = all.stamps.last(where: { $0.hash == hash }) { return proof(of: stamp, name) }
    guard let published = all.documents.last(where: { $0.part(with: hash) != nil }),
      let part = published.part(with: hash)
    else { return notPublished(name, unknown(hash, named: name)) }
    let follows = try follows(published)
    let again: Answer =
      switch part {
      case .document(let record): try await self.again(record, published, bytes, follows)
      case .manifest: .yes("Not asked of a manifest: it is the record of the others.")
      case .signature, .counterSignature:
        .yes("Not asked of a signature: nobody but its key can make it.")
      }
    return Answers(
      published: .yes(yes(published, part, named: name)), follows: follows, again: again,
      signed: signed(published), stamped: stamped(published, hash)
    ).proof(name, Accepted.lines(of: published.manifest))
  }

  /// What the journal says of a file and no manifest does.
  private func fault(of hash: String) -> String? {
    for published in all.documents.reversed()
    where published.files.values.contains(hash) || published.part(with: hash) != nil {
      if let contradiction = contradiction(published) { return contradiction.sentence }
    }
    return all.unproved.last { $0.hash == hash }.map {
      "No: “\($0.name)” of \(place($0.entry)) \($0.says)."
    }
  }

  private func contradiction(_ published: Published) -> Answer? {
    guard !published.contradictions.isEmpty else { return nil }
    return .no(
      "No: in \(place(published.entry)) "
        + published.contradictions.joined(separator: "; ") + ".")
  }

  private func unknown(_ hash: String, named name: String) -> String {
    if let entry = all.takenBack[hash] {
      return "No: it was published in entry \(entry) of the journal, and that was taken back."
    }
    let why =
      all.documents.last { $0.files[name] != nil }.map {
        "the file of that name that was published in \(place($0.entry)) has other bytes"
      } ?? "no file of that name was published from this matter"
    return "No: its SHA-256 stands nowhere in the journal; \(why)."
  }

  private func notPublished(_ name: String, _ fault: String) -> Proof {
    Answers(
      published: .no(fault), follows: .no(Self.notAsked),
      again: .no("Not tried: it is not the published file."), signed: .no(Self.notAsked),
      stamped: .no(Self.notAsked)
    ).proof(name)
  }

  /// Of a time stamp that the matter keeps.
  private func proof(of stamp: Attestation, _ name: String) -> Proof {
    let none = "Not asked of a time stamp."
    return Answers(
      published: .yes("Yes: it is the time stamp of \(place(stamp.entry))."), follows: .yes(none),
      again: .yes(none), signed: .yes(none), stamped: stamps.answer(of: stamp)
    ).proof(name)
  }

  private static let notAsked = "Not asked of a file that is not the published one."

  private func yes(_ published: Published, _ part: Published.Part, named name: String) -> String {
    let document = published.manifest.document
    let (own, says) =
      switch part {
      case .document(let file):
        (file.name, "its SHA-256 stands in the manifest and in \(place(published.entry))")
      case .manifest:
        ("\(document).\(Manifest.ending)", "it is the manifest of \(place(published.entry))")
      case .signature:
        (
          "\(document).\(Manifest.signatureEnding)",
          "it is the signature of \(place(published.entry))"
        )
      case .counterSignature(let came):
        (came.name, "it is a signature of the other side, of \(place(came.entry))")
      }
    let later = all.documents.last { $0.files[own] != nil }
    return "Yes: \(says)" + (own == name ? "" : ", as “\(own)”")
      + (later.flatMap { $0.entry.number > published.entry.number ? $0 : nil }.map {
        "; another one was published later, in \(place($0.entry))"
      } ?? "") + "."
  }

  func place(_ entry: Entry) -> String {
    "entry \(entry.number) of the journal (\(entry.when.prefix(10)), \(entry.by))"
  }
}
