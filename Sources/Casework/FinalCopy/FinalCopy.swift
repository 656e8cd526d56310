import Documents
import Drafting
import Findings
import Glibc
import Interview
import Matters
import PackModel
import Publishing

/// Publishes the documents of a matter for signature: without a blank, or with each left open by
/// name and reason, and with a manifest by which they can be proved later.
package struct FinalCopy {
  let session: MatterSession
  let asOf: CalendarDate
  let forms: [DocumentForm: String]
  let style: HouseStyle?
  let folder: String
  let output: Output

  /// - Parameters:
  ///   - session: a matter that is open for writing.
  ///   - forms: settings of this copy alone.
  ///   - folder: where the files go.
  package init(
    of session: MatterSession, asOf: CalendarDate, forms: [DocumentForm: String] = [:],
    style: HouseStyle? = nil, to folder: String, output: Output
  ) {
    self.session = session
    self.asOf = asOf
    self.forms = forms
    self.style = style
    self.folder = folder
    self.output = output
  }

  /// A document with its files, made and not yet written.
  private struct Made {
    var manifest: Manifest
    var signature: ManifestSignature?
    var files: [(name: String, bytes: [UInt8])] = []

    /// The manifest and its signature, which lie in the matter too.
    var records: [(name: String, bytes: [UInt8])] {
      [("\(manifest.document).\(Manifest.ending)", manifest.bytes)]
        + (signature.map { [("\(manifest.document).\(Manifest.signatureEnding)", $0.file)] } ?? [])
    }
  }

  /// Writes everything or nothing, and puts it down in the journal.
  /// - Parameters:
  ///   - leaving: what is left open, `LINKID=reason` each.
  ///   - despite: critical findings that it is published over, `FINDING=reason` each.
  /// - Returns: the paths of what was written, what the findings were that stood, and the entries that
  ///   the journal has now.
  package func publish(
    as formats: [Format], leaving: [String], despite: [String], signing key: SigningKey?
  ) async throws -> (paths: [String], remarks: [String], entries: [Entry]) {
    if case .reading(let reason) = session.file.access {
      throw Outcome.file(
        reason?.message ?? "The matter is open for reading only.",
        "A final copy is put down in the journal, so the matter must be open for writing.")
    }
    if formats.contains(where: \.holdsRows) {
      throw Outcome.usage(
        "csv and xlsx hold rows alone; what is signed is written whole: md, txt, html, docx or pdf."
      )
    }
    let before = session.evaluation
    let leaves = try LeftOpen.read(leaving, before, drafts(of: before))
    var sheet = before.sheet
    let left = leaves.flatMap { sheet.changing(.leftOpen($0.key), to: $0.reason) }
    let accepted = try Accepted.read(despite, before, examine(before, asOf: asOf))
    sheet.apply(
      Entry(number: sheet.head + 1, when: "", by: "", why: nil, changes: left + accepted))
    let after = evaluate(session.pack, sheet)
    let bars = after.finalBars(drafts(of: after), examine(after, asOf: asOf))
    guard bars.isEmpty else {
      throw Outcome(
        .found,
        lines: [
          bars.count == 1
            ? "1 thing stands in the way of a final copy; nothing was written."
            : "\(bars.count) things stand in the way of a final copy; nothing was written."
        ] + bars.map { "- \(Bars.line($0, after))" })
    }
    let ready = try await together {
      if !left.isEmpty { try session.append(left, why: "Left open in the final copy.") }
      if !accepted.isEmpty {
        try session.append(accepted, why: "Accepted for the final copy.")
      }
      var made: [Made] = []
      let moment = try Moment(of: session.file, at: session.place)
      for document in drafts(of: session.evaluation) {
        made.append(try await make(document, formats, moment, key))
      }
      return made
    }
    let (paths, entry) = try place(ready)
    return (
      paths, ready.made.first.map { Accepted.lines(of: $0.manifest, isNow: true) } ?? [],
      try journal().filter { $0.number > before.sheet.head && $0.number <= entry.number }
    )
  }

  private var settings: DraftSettings {
    DraftSettings(
      of: session.file.sheet, override: forms, standing: .final, matter: session.title)
  }

  /// What the matter wants for signature; reports are no part of it.
  private func drafts(of evaluation: Evaluation) -> [Document] {
    evaluation.draftsForTheOtherSide(examine(evaluation, asOf: asOf), settings)
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
    let entries = try journal()
    manifest.findings = examine(evaluation, asOf: asOf).failed(pack).map {
      let words = FindingWords($0, evaluation, asOf)
      let reason = sheet.acceptance(of: words.id)
      return Manifest.Finding(
        id: words.id, severity: words.severity.rawValue, says: words.finding, reason: reason,
        by: reason == nil ? nil : Accepted.by(words.id, entries))
    }
    var made = Made(manifest: manifest)
    let publisher = Published.publisher(
      for: manifest, day: moment.day, style: style, tools: session.place.tools)
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
            fonts: makings.flatMap {
              $0.usesSystemFonts ? Fonts.fingerprint(of: session.place.folders.fonts) : nil
            }))
      } catch {
        throw Outcome.found("\(error)", "Nothing was written: a final copy is whole or not at all.")
      }
    }
    made.signature = key?.signature(over: made.manifest.bytes)
    return made
  }

  // MARK: Writing

  /// Documents whose files are on disk beside their places, and which the journal knows.
  private struct Ready {
    var made: [Made]
    var names: [String] = []
    var parts: [FilePart] = []
    var entry: Entry
  }

  /// Has documents made and puts them down. Everything that the journal gets on the way is on disk
  /// together with the whole files, or nothing of it is.
  private func together(_ make: () async throws -> [Made]) async throws -> Ready {
    do throws(MatterError) { try session.file.begin() } catch { throw Outcome(error) }
    var parts: [FilePart] = []
    do {
      let made = try await make()
      let files = made.flatMap { $0.files + $0.records }
      parts = try self.parts(of: files)
      let entry = try putDown(made, files)
      try session.file.commit()
      return Ready(made: made, names: files.map(\.name), parts: parts, entry: entry)
    } catch {
      for part in parts { part.discard() }
      session.file.rollBack()
      guard let error = error as? MatterError else { throw error }
      throw Outcome.file(error.message, "No final copy was written.")
    }
  }

  private func putDown(
    _ made: [Made], _ files: [(name: String, bytes: [UInt8])]
  ) throws(MatterError) -> Entry {
    let sheet = session.file.sheet
    let changes = files.map { file in
      Change.setting(
        .published(file.name), from: sheet.setting(.published(file.name)),
        to: Fingerprint(of: file.bytes).hexadecimal)
    }
    let stood = made.first.map { Accepted.lines(of: $0.manifest) } ?? []
    return try session.append(
      changes, why: (["A final copy was published."] + stood).joined(separator: " "),
      enclosing: made.flatMap(\.records).map {
        .paper(AttachedFile(name: $0.name, bytes: $0.bytes))
      })
  }

  /// The journal comes first: no final copy lies about that it does not know.
  private func place(_ ready: Ready) throws -> (paths: [String], entry: Entry) {
    for (number, part) in ready.parts.enumerated() {
      do throws(FileError) { try part.place() } catch {
        for part in ready.parts[(number + 1)...] { part.discard() }
        for part in ready.parts[..<number] { unlink(part.target) }
        throw takenBack(ready.entry, because: error)
      }
    }
    session.keepSummary()
    return (ready.names.map { "\(folder)/\($0)" }, ready.entry)
  }

  /// All files, whole and not in their places; none where one cannot be written.
  private func parts(of files: [(name: String, bytes: [UInt8])]) throws -> [FilePart] {
    try Files.outcome { () throws(FileError) in try Files.makeFolder(folder) }
    var ready: [FilePart] = []
    do throws(Output.Fault) {
      for file in files {
        ready.append(try output.part(file.bytes, to: "\(folder)/\(file.name)").part)
      }
      return ready
    } catch {
      for part in ready { part.discard() }
      throw Outcome(
        .file,
        lines: error.lines + ["Nothing was written: a final copy is whole or not at all."])
    }
  }

  /// Takes the publication back, of which a file could not be put into its place.
  private func takenBack(_ entry: Entry, because error: FileError) -> Outcome {
    do throws(MatterError) {
      try session.append(
        session.file.sheet.inverse(of: entry), why: "A file could not be put into its place.",
        reverses: .undo(entry.number))
      return Outcome.file(error.message, "No final copy was written.")
    } catch let second {
      return Outcome.file(
        error.message, second.message,
        "No final copy was written, but entry \(entry.number) of the journal names one: art28 undo "
          + "takes it back.")
    }
  }

  private func journal() throws -> [Entry] {
    do throws(MatterError) { return try session.file.entries() } catch { throw Outcome(error) }
  }
}
