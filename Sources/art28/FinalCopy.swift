import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Publishing

/// Publishes the documents of a matter for signature: without a blank, or with each left open by
/// name and reason, and with a manifest by which they can be proved later.
struct FinalCopy {
  let session: MatterSession
  let asOf: CalendarDate
  let forms: [DocumentForm: String]
  let style: HouseStyle?
  let folder: String

  /// A document with its files, made and not yet written.
  private struct Made {
    var manifest: Manifest
    var signature: ManifestSignature?
    var files: [(name: String, bytes: [UInt8])] = []
  }

  /// Writes everything or nothing, and puts it down in the journal.
  /// - Parameter leaving: what is left open, `LINKID=reason` each.
  /// - Returns: the paths of what was written.
  func publish(
    as formats: [Format], leaving: [String], signing key: SigningKey?
  ) async throws -> [String] {
    if case .reading(let reason) = session.file.access {
      throw Outcome.file(
        reason?.message ?? "The matter is open for reading only.",
        "A final copy is put down in the journal, so the matter must be open for writing.")
    }
    let before = session.evaluation
    let leaves = try LeftOpen.read(leaving, before, drafts(of: before))
    var sheet = before.sheet
    let changes = leaves.flatMap { sheet.changing(.leftOpen($0.key), to: $0.reason) }
    sheet.apply(
      Entry(number: sheet.head + 1, when: "", by: "", why: nil, changes: changes))
    let bars = Bars.list(
      drafts(of: evaluate(session.pack, sheet)), evaluate(session.pack, sheet), asOf)
    guard bars.isEmpty else {
      throw Outcome(
        code: .found,
        lines: [
          bars.count == 1
            ? "1 thing stands in the way of a final copy; nothing was written."
            : "\(bars.count) things stand in the way of a final copy; nothing was written."
        ] + bars.map { "- \($0)" })
    }
    do throws(MatterError) {
      if !changes.isEmpty { try session.append(changes, why: "Left open in the final copy.") }
    } catch {
      throw Outcome(error)
    }
    var made: [Made] = []
    let moment = try Moment(of: session.file)
    for document in drafts(of: session.evaluation) {
      made.append(try await make(document, formats, moment, key))
    }
    return try write(made)
  }

  private var settings: DraftSettings {
    DraftSettings(
      of: session.file.sheet, override: forms, standing: .final, matter: session.title)
  }

  /// What the matter wants for signature; reports are no part of it.
  private func drafts(of evaluation: Evaluation) -> [Document] {
    let findings = examine(evaluation, asOf: asOf)
    return DocumentFormats.signed(evaluation).compactMap {
      draft($0, evaluation, findings, settings)
    }
  }

  // MARK: Making

  private func make(
    _ document: Document, _ formats: [Format], _ moment: Moment, _ key: SigningKey?
  ) async throws -> Made {
    let content = Fingerprint(of: Array(DocumentJSON.write(document).utf8))
    let pack = session.pack
    var manifest = Manifest(
      document: document.id, matter: session.title, program: Build.version,
      pack: Manifest.Pack(id: pack.id, version: pack.version, hash: pack.hash),
      head: moment.head, asOf: asOf.iso, content: content,
      form: DocumentForm.allCases.map {
        Manifest.Pair(name: $0.rawValue, value: settings.value(of: $0))
      })
    let sheet = session.file.sheet
    for blank in document.blanks {
      for source in blank.waitsFor {
        let reason = sheet.leftOpen(AnswerKey(source.linkId, row: source.row)) ?? ""
        manifest.leftOpen.append(
          Manifest.LeftOpen(
            name: blank.name, linkId: source.linkId, row: source.row, reason: reason))
      }
    }
    let evaluation = session.evaluation
    manifest.findings = examine(evaluation, asOf: asOf).failed(pack).map {
      let words = FindingWords($0, evaluation, asOf)
      return Manifest.Finding(
        id: words.id, severity: words.severity.rawValue, says: words.finding)
    }
    var made = Made(manifest: manifest)
    let publisher = Published.publisher(for: manifest, day: moment.day, style: style)
    for format in formats {
      let name = "\(document.id).\(format.rawValue)"
      do throws(PublishError) {
        let bytes = try await publisher.publish(document, as: format).bytes
        let makings = try await publisher.makings(of: document, as: format)
        made.files.append((name, bytes))
        made.manifest.files.append(
          Manifest.File(
            name: name, format: format.rawValue, content: Fingerprint(of: bytes),
            converter: makings?.converter?.description,
            style: makings.map { Fingerprint(of: $0.style) },
            fonts: makings.flatMap { $0.usesSystemFonts ? Fonts.fingerprint : nil }))
      } catch {
        throw Outcome.found("\(error)", "Nothing was written: a final copy is whole or not at all.")
      }
    }
    made.signature = key?.signature(over: made.manifest.bytes)
    return made
  }

  // MARK: Writing

  private func write(_ made: [Made]) throws -> [String] {
    var files: [(name: String, bytes: [UInt8])] = []
    var papers: [Enclosure] = []
    for one in made {
      files += one.files
      var records = [("\(one.manifest.document).\(Manifest.ending)", one.manifest.bytes)]
      if let signature = one.signature {
        records.append(("\(one.manifest.document).\(Manifest.signatureEnding)", signature.file))
      }
      for (name, bytes) in records {
        files.append((name, bytes))
        papers.append(.paper(Paper(name: name, bytes: bytes)))
      }
    }
    let published = Set(try Published.all(in: session.file).flatMap(\.hashes))
    for file in files {
      let path = "\(folder)/\(file.name)"
      guard let old = try? Files.read(path, as: .published), old != file.bytes else { continue }
      if published.contains(Fingerprint(of: old).hexadecimal) {
        throw Outcome.file(
          "“\(path)” is a final copy that was published before; it is not overwritten.",
          "Name another folder with --out.")
      }
    }
    try Files.outcome { () throws(FileError) in
      try Files.makeFolder(folder)
      for file in files { try Files.write(file.bytes, to: "\(folder)/\(file.name)") }
    }
    let sheet = session.file.sheet
    let changes = files.map { file in
      Change.setting(
        .published(file.name), from: sheet.setting(.published(file.name)),
        to: Fingerprint(of: file.bytes).hexadecimal)
    }
    do throws(MatterError) {
      try session.append(changes, why: "A final copy was published.", enclosing: papers)
    } catch {
      throw Outcome.file(
        error.message,
        "The files in “\(folder)” are written, but the journal does not know them: publish again.")
    }
    session.keepSummary()
    return files.map { "\(folder)/\($0.name)" }
  }
}
