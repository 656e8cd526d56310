import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Publishing

/// A document that was published from a matter: what its journal says, and what its manifest says.
struct Published {
  let entry: Entry
  let manifest: Manifest
  /// As they lie in the matter; a signature is over these.
  let manifestBytes: [UInt8]
  let signature: Signature
  /// SHA-256 of the files by name, as the journal has them.
  let files: [String: String]
  /// Where the journal and the manifest do not say the same, a sentence each.
  let contradictions: [String]

  /// Signatures of the other side that came later; each fits the manifest.
  var counterSignatures: [(came: Attestation, signature: ManifestSignature)] = []

  enum Signature {
    case absent
    case present(ManifestSignature)
    /// The journal names one, and the matter holds none that can be read.
    case unreadable
  }

  /// - Parameter name: the manifest's, as the journal has it.
  init(_ manifest: Manifest, _ bytes: [UInt8], named name: String, in record: PublicationRecord) {
    self.manifest = manifest
    manifestBytes = bytes
    entry = record.entry
    let document = manifest.document
    let signatureName = "\(document).\(Manifest.signatureEnding)"
    let own = Set(manifest.files.map(\.name) + [name, signatureName])
    files = record.files.filter { own.contains($0.key) }
    if record.files[signatureName] == nil {
      signature = .absent
    } else if let found = record.papers[signatureName].flatMap({ ManifestSignature(file: $0) }) {
      signature = .present(found)
    } else {
      signature = .unreadable
    }
    var found: [String] = []
    if name != "\(document).\(Manifest.ending)" {
      found.append("“\(name)” is the manifest of “\(document)”")
    }
    // A publication is the next entry after the answers that its text follows from.
    if manifest.head.number != entry.number - 1 {
      found.append(
        "the manifest is that of entry \(manifest.head.number + 1), and not of entry \(entry.number)"
      )
    }
    for file in manifest.files {
      if file.name != "\(document).\(file.format)" {
        found.append("the manifest has “\(file.name)” as \(file.format) of “\(document)”")
      }
      let hash = file.content.hexadecimal
      guard let journal = files[file.name] else {
        found.append(
          "the manifest names “\(file.name)” (SHA-256 \(hash)), and the journal does not")
        continue
      }
      if journal != hash {
        found.append(
          "of “\(file.name)” the journal has the SHA-256 \(journal), and the manifest \(hash)")
      }
    }
    contradictions = found
  }

  /// What a file of this publication is.
  enum Part { case document(Manifest.File), manifest, signature, counterSignature(Attestation) }

  /// nil for a file that the manifest does not know.
  func part(with hash: String) -> Part? {
    if let file = manifest.files.first(where: { $0.content.hexadecimal == hash }) {
      return .document(file)
    }
    let document = manifest.document
    if files["\(document).\(Manifest.ending)"] == hash { return .manifest }
    if let (came, _) = counterSignatures.first(where: { $0.came.hash == hash }) {
      return .counterSignature(came)
    }
    return files["\(document).\(Manifest.signatureEnding)"] == hash ? .signature : nil
  }

  // MARK: Drafting again

  /// The document as it follows from the answers and the pack of that time; nil where the matter
  /// cannot say so any more.
  func draftedAgain(
    from file: MatterFile, at place: Workplace
  ) throws -> (document: Document, day: CalendarDate)? {
    let number = manifest.head.number
    guard number > 0, number <= file.sheet.head else { return nil }
    let moment = try Moment(of: file, after: number, at: place)
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
    for manifest: Manifest, day: CalendarDate, style: HouseStyle?, tools: ToolPaths
  ) -> Publisher {
    let words = forms(manifest)[.confidentiality] ?? ""
    return Publisher(
      tools: tools,
      imprint: Imprint(
        date: day, confidentiality: words.isEmpty ? nil : words,
        footnote: shortened(manifest.content)),
      style: style)
  }

  static func shortened(_ content: Fingerprint) -> String {
    String(content.hexadecimal.prefix(12))
  }
}
