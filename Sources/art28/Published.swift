import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Publishing

/// A document that was published from a matter, as its journal has it.
struct Published {
  let entry: Entry
  let manifest: Manifest
  /// As they lie in the matter; a signature is over these.
  let manifestBytes: [UInt8]
  let signature: ManifestSignature?
  /// SHA-256 of every file of that publication, by name.
  let files: [String: String]

  var hashes: [String] { Array(files.values) }

  /// All that were not taken back, the newest last.
  static func all(in file: MatterFile) throws -> [Published] {
    do throws(MatterError) {
      let standing = Set(file.sheet.undoable)
      var found: [Published] = []
      for entry in try file.entries() where standing.contains(entry.number) {
        var files: [String: String] = [:]
        for case .setting(.published(let name), _, let hash?) in entry.changes {
          files[name] = hash
        }
        for name in files.keys.sorted() where name.hasSuffix(".\(Manifest.ending)") {
          guard let bytes = try paper(files[name], in: file), let manifest = Manifest(bytes)
          else { continue }
          let own = files.filter { file in
            manifest.files.contains { $0.name == file.key }
              || file.key.hasPrefix("\(manifest.document).manifest.")
          }
          let signature = try paper(
            files["\(manifest.document).\(Manifest.signatureEnding)"], in: file)
          found.append(
            Published(
              entry: entry, manifest: manifest, manifestBytes: bytes,
              signature: signature.flatMap { ManifestSignature(file: $0) }, files: own))
        }
      }
      return found
    } catch {
      throw Outcome(error)
    }
  }

  private static func paper(
    _ hash: String?, in file: MatterFile
  ) throws(MatterError) -> [UInt8]? {
    guard let hash, let fingerprint = Fingerprint(hexadecimal: hash) else { return nil }
    return try file.paper(fingerprint)?.bytes
  }

  // MARK: Drafting again

  /// The document as it follows from the answers and the pack of that time; nil where the matter
  /// cannot say so any more.
  func draftedAgain(from file: MatterFile) throws -> (document: Document, day: CalendarDate)? {
    let moment = try Moment(of: file, after: manifest.head.number)
    guard moment.head == manifest.head, let asOf = CalendarDate(iso: manifest.asOf[...]),
      moment.evaluation.pack.hash == manifest.pack.hash
    else { return nil }
    let settings = DraftSettings(
      of: moment.evaluation.sheet, override: forms, standing: .final, matter: manifest.matter)
    let findings = examine(moment.evaluation, asOf: asOf)
    return draft(manifest.document, moment.evaluation, findings, settings)
      .map { ($0, moment.day) }
  }

  private var forms: [DocumentForm: String] { Published.forms(manifest) }

  private static func forms(_ manifest: Manifest) -> [DocumentForm: String] {
    var forms: [DocumentForm: String] = [:]
    for pair in manifest.form {
      if let form = DocumentForm(rawValue: pair.name) { forms[form] = pair.value }
    }
    return forms
  }

  /// What makes the files of a final copy: the beginning of its content's hash stands at the foot
  /// of every page.
  static func publisher(
    for manifest: Manifest, day: CalendarDate, style: HouseStyle?
  ) -> Publisher {
    let words = forms(manifest)[.confidentiality] ?? ""
    return Publisher(
      tools: Tools.paths,
      imprint: Imprint(
        date: day, confidentiality: words.isEmpty ? nil : words,
        footnote: shortened(manifest.content)),
      style: style)
  }

  static func shortened(_ content: Fingerprint) -> String {
    String(content.hexadecimal.prefix(12))
  }
}
