import Interview
import Matters

/// What was published from a matter, as its journal has it.
struct Publications {
  /// Those that were not taken back, in the order in which they were published.
  private(set) var documents: [Published] = []
  /// Files that the journal names and no manifest proves.
  private(set) var unproved: [Unproved] = []
  /// Time stamps, in the order in which they came.
  private(set) var stamps: [Attestation] = []
  /// SHA-256 of files whose publication was taken back, with its entry.
  private(set) var takenBack: [String: Int] = [:]

  struct Unproved {
    let entry: Entry
    let name: String
    let hash: String
    /// After the file's name.
    let says: String
  }

  /// - Throws: an `Outcome` where the journal cannot be read.
  init(of file: MatterFile) throws {
    do throws(MatterError) {
      let standing = Set(file.sheet.undoable)
      for entry in try file.entries() where entry.reverses == nil {
        guard let record = try PublicationRecord(entry, in: file) else { continue }
        guard standing.contains(entry.number) else {
          for hash in record.files.values { takenBack[hash] = entry.number }
          continue
        }
        take(record)
      }
    } catch {
      throw Outcome(error)
    }
  }

  private mutating func take(_ record: PublicationRecord) {
    var known: Set<String> = []
    for name in record.files.keys.sorted() where name.hasSuffix(".\(Manifest.ending)") {
      guard let bytes = record.papers[name], let manifest = Manifest(bytes) else { continue }
      let published = Published(manifest, bytes, named: name, in: record)
      documents.append(published)
      known.formUnion(published.files.keys)
    }
    for (name, hash) in record.files.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      if Attestation.isAttestation(name) {
        attach(
          Attestation(entry: record.entry, name: name, hash: hash, bytes: record.papers[name]))
        continue
      }
      let says =
        if !name.hasSuffix(".\(Manifest.ending)") {
          "stands there, and no manifest of that entry names it"
        } else if record.papers[name] == nil {
          "stands there, and the matter does not hold it"
        } else {
          "stands there, and cannot be read by art28 \(Build.version)"
        }
      unproved.append(Unproved(entry: record.entry, name: name, hash: hash, says: says))
    }
  }

  /// Puts a time stamp among the others, and a signature to the publication whose manifest it fits.
  private mutating func attach(_ one: Attestation) {
    let says: String
    if one.isStamp {
      if one.bytes != nil { return stamps.append(one) }
      says = "stands there, and the matter does not hold it"
    } else if let signature = one.bytes.flatMap({ ManifestSignature(file: $0) }) {
      let signed = documents.lastIndex { published in
        let ending = Manifest.counterSignatureEnding(signature.key)
        return one.name == "\(published.manifest.document).\(ending)"
          && signature.holds(over: published.manifestBytes)
      }
      if let signed { return documents[signed].counterSignatures.append((one, signature)) }
      says = "stands there, and fits no manifest that was published before it"
    } else {
      says = "stands there, and the matter holds no signature of that name that can be read"
    }
    unproved.append(Unproved(entry: one.entry, name: one.name, hash: one.hash, says: says))
  }

  /// Whether its document was not published again.
  func isLatest(_ one: Published) -> Bool {
    documents.last { $0.manifest.document == one.manifest.document }?.entry.number
      == one.entry.number
  }
}
