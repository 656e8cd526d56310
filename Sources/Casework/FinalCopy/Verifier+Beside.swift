import Interview
import Matters
import PackModel

/// What lies in a matter beside its journal, held against it: enclosed files, what lists show, and fields
/// that are half filled in.
extension Verifier {
  /// - Throws: an `Outcome` where the matter cannot be read.
  package func beside() throws -> Proof {
    do {
      let entries = try file.entries()
      var faults = try enclosureFaults(Enclosed(entries))
      faults += try summaryFaults(entries)
      var lines = faults.map { "  No: \($0)." }
      if faults.isEmpty {
        lines.append("  Yes: each enclosed file, and the names that lists show.")
      }
      if let likeness = PackStore.likeness(
        try PackStore.pack(of: file, at: workplace), at: workplace)
      {
        lines.append("  \(likeness)")
      }
      let half = try file.halfFilled()
      if !half.isEmpty {
        let said = half.map { "\($0.fields) of \($0.person)" }.joined(separator: ", ")
        lines.append(
          "  Half-typed fields (\(said)) are no part of the journal: nothing proves them.")
      }
      return Proof(
        lines: ["Is what lies beside the journal named by it?"] + lines, holds: faults.isEmpty)
    } catch let error as MatterError {
      throw Outcome(error)
    }
  }

  /// What a journal says that lies in its matter.
  private struct Enclosed {
    var packs: Set<String> = []
    /// The names of each file, by its SHA-256.
    var names: [String: Set<String>] = [:]
    /// Papers under review and how they were read, by their SHA-256: they must be there.
    var papers: Set<String> = []

    init(_ entries: [Entry]) {
      var readings: [String: Set<String>] = [:]
      for change in entries.flatMap(\.changes) {
        guard case .setting(let setting, let from, let to) = change else { continue }
        let values = [from, to].compactMap(\.self)
        switch setting {
        case .pack: packs.formUnion(values)
        case .published(let name): for hash in values { names[hash, default: []].insert(name) }
        case .paper(let sha256, .name):
          names[sha256, default: []].formUnion(values)
          papers.insert(sha256)
        case .paper(let sha256, .reading): readings[sha256, default: []].formUnion(values)
        default: break
        }
      }
      for (sha256, hashes) in readings {
        for hash in hashes {
          names[hash, default: []].formUnion((names[sha256] ?? []).map(AttachedFile.asRead))
          papers.insert(hash)
        }
      }
    }
  }

  private func enclosureFaults(_ enclosed: Enclosed) throws -> [String] {
    var faults = try file.packs().filter { !enclosed.packs.contains($0) }.map {
      "a questionnaire lies in the matter that no entry names (SHA-256 \($0))"
    }
    var found: Set<String> = []
    for fingerprint in try file.papers() {
      let hash = fingerprint.hexadecimal
      found.insert(hash)
      let name = try file.paper(fingerprint)?.name ?? ""
      guard let names = enclosed.names[hash] else {
        faults.append("“\(name)” lies in the matter, and no entry names it (SHA-256 \(hash))")
        continue
      }
      if !names.contains(name) {
        let own = names.sorted().joined(separator: "”, “")
        faults.append("“\(own)” lies in the matter under another name, “\(name)”")
      }
    }
    return faults
      + enclosed.papers.subtracting(found).sorted().map { hash in
        let name = enclosed.names[hash]?.sorted().first ?? hash
        return "“\(name)” was added, and the matter does not hold it"
      }
  }

  /// A summary may be older than the journal, after a crash; but its names were once the matter's.
  private func summaryFaults(_ entries: [Entry]) throws -> [String] {
    let shown = try file.listing().summary
    let changes = entries.flatMap(\.changes)
    var titles: Set<String> = ["", MatterSession.title(of: file.path)]
    for case .setting(.title, let from, let to) in changes {
      titles.formUnion([from, to].compactMap(\.self))
    }
    func texts(_ place: Int) throws -> Set<String> {
      let linkIds = Set(
        try file.packs().compactMap { hash -> String? in
          let pack = try PackStore.pack(hash, of: file, at: workplace)
          return pack.parties.dropFirst(place).first.map { pack.questions[$0].linkId }
        })
      var found: Set<String> = [""]
      for case .set(let key, let from, let to) in changes where linkIds.contains(key.linkId) {
        for case .value(.text(let text))? in [from, to] { found.insert(text) }
      }
      return found
    }
    var faults: [String] = []
    if !titles.contains(shown.title) {
      faults.append("lists show the title “\(shown.title)”, which the journal never had")
    }
    for (place, name) in [shown.controller, shown.processor].enumerated()
    where !name.isEmpty {
      if try !texts(place).contains(name) {
        faults.append("lists show “\(name)” as a party, which no entry ever said")
      }
    }
    return faults
  }
}
