import Interview
import Matters
import PackCompiler
import PackModel

/// A new matter made of what a damaged one still holds.
///
/// Of the journal it has the entries that the hashes prove, as they were. What is whole but not proven,
/// and what only the table of current answers says, comes in as an entry of its own, by whoever rescues
/// and with the reason: it can be read, and undone, as such.
package struct Rescue {
  /// The damaged matter, as it was named.
  package let path: String
  package let salvage: Salvage
  /// The entries of the new matter.
  package private(set) var entries: [Entry] = []
  /// How many of them are the damaged one's own.
  package private(set) var provenCount = 0
  /// Answers that are there by the word of the table alone.
  package private(set) var statedCount = 0
  /// Hashes of questionnaires that are neither in the file nor found here.
  package private(set) var packsMissing: [String] = []
  private var packs: [String: PackSources] = [:]
  private let place: Workplace

  /// Reads a file, whatever its state, and works out what becomes of it.
  ///
  /// - Parameters:
  ///   - store: where questionnaires are looked for that the file has lost, by their hashes.
  ///   - by: who rescues.
  /// - Throws: an `Outcome` where the file cannot be read, or nothing was found in it.
  package init(of path: String, packs store: PackStore, by: String, at place: Workplace) throws {
    self.path = path
    self.place = place
    do throws(MatterError) {
      salvage = try MatterFile.salvage(at: path, keys: place.keys.key)
    } catch {
      throw Outcome(error)
    }
    guard !salvage.isEmpty else {
      throw Outcome.file(
        "Nothing of a matter was found in “\(path)”: no whole entry, no answer, no paper.",
        "No file was made. Look for a copy made earlier.")
    }
    for case .pack(let sources) in salvage.enclosures where sources.isItself {
      packs[sources.hash] = sources
    }
    takePacks(from: store)
    build(by: by)
  }

  /// Looks for the questionnaires that entries adopt and the file has lost.
  private mutating func takePacks(from store: PackStore) {
    let wanted =
      (salvage.entries + salvage.loose).flatMap(\.adopted)
      + [salvage.stated.settings[.pack]].compactMap(\.self)
    for hash in wanted where packs[hash] == nil && !packsMissing.contains(hash) {
      if let sources = store.installed(hash) {
        packs[hash] = PackSources(hash: hash, files: sources.files)
      } else {
        packsMissing.append(hash)
      }
    }
  }

  private mutating func build(by: String) {
    entries = Array(salvage.entries.prefix { $0.adopted.allSatisfy { packs[$0] != nil } })
    provenCount = entries.count
    let rest: [Entry] =
      salvage.entries.dropFirst(provenCount)
      + (salvage.holdsOthers
        ? [] : salvage.loose.filter { $0.number > salvage.entries.count })
    var sheet = AnswerSheet(entries: entries)
    let opening = provenCount > 0 ? [] : opening(of: rest)
    // Without its questionnaire nobody could open it.
    guard provenCount > 0 || !opening.isEmpty else { return }
    sheet.apply(entry(opening, by: by, why: ""))
    var told = sheet
    for entry in rest { told.apply(entry) }
    var parts: [(changes: [Change], why: String)] = []
    let numbers = RescueWords.list(rest.map(\.number))
    parts.append(
      (
        isolated(sheet.changes(to: told), opens: !opening.isEmpty),
        "the answers of \(numbers), each whole; what came before or between them is lost."
      ))
    sheet.apply(entry(parts[0].changes, by: by, why: ""))
    parts.append(
      (
        isolated(sheet.changes(to: sheet.adding(salvage.stated)), opens: !opening.isEmpty),
        "what the table of current answers says; no entry and no hash proves it."
      ))
    statedCount = parts[1].changes.count { change in
      if case .set(_, _, _?) = change { true } else { false }
    }
    parts.removeAll(where: \.changes.isEmpty)
    if parts.isEmpty, !opening.isEmpty { parts = [([], "only files and typed text were left.")] }
    for (index, part) in parts.enumerated() {
      entries.append(
        entry(
          (index == 0 ? opening : []) + part.changes, by: by,
          why: "Rescued from “\(Files.name(of: path))”: \(part.why)"))
    }
  }

  private func entry(_ changes: [Change], by: String, why: String) -> Entry {
    Entry(
      number: entries.count + 1, when: place.stamp, by: by, why: why, changes: changes)
  }

  /// What opens a matter whose own opening is lost; empty where its questionnaire is not here.
  private func opening(of rest: [Entry]) -> [Change] {
    let told = AnswerSheet(entries: rest).adding(salvage.stated)
    // A questionnaire that is named is meant, also where it is lost.
    let named =
      told.setting(.pack).map { packs[$0] } ?? (packs.count == 1 ? packs.first?.value : nil)
    guard let sources = named,
      let pack = try? PackStore.compiled(SourceFiles(sources), at: place),
      let first = pack.journeys.first?.id
    else { return [] }
    let journey = told.setting(.journey).flatMap { id in
      pack.journeys.contains { $0.id == id } ? id : nil
    }
    let title = told.setting(.title) ?? salvage.summary.title
    let sheet = AnswerSheet()
    return sheet.changing(.pack, to: sources.hash) + sheet.changing(.journey, to: journey ?? first)
      + sheet.changing(.title, to: title.isEmpty ? MatterSession.title(of: path) : title)
  }

  /// The changes that say nothing that only their own entry could prove, and that need nothing that is
  /// lost: no publication, no other questionnaire, no paper that is not here.
  private func isolated(_ changes: [Change], opens: Bool) -> [Change] {
    changes.filter { change in
      guard case .setting(let setting, _, let value) = change else { return true }
      switch setting {
      case .published: return false
      case .pack: return !opens && value.map { packs[$0] != nil } ?? false
      case .journey, .title: return !opens && value != nil
      case .paper(let sha256, _), .term(let sha256, ours: _): return papers[sha256] != nil
      case .quotation:
        return value.flatMap(QuotationSource.init).map { papers[$0.paper] != nil } ?? true
      default: return true
      }
    }
  }

  /// The names of the papers that are whole, by their SHA-256.
  var papers: [String: String] {
    var found: [String: String] = [:]
    for case .paper(let paper) in salvage.enclosures {
      found[paper.fingerprint.hexadecimal] = paper.name
    }
    return found
  }

  // MARK: The new matter

  /// Whether there is enough to make a matter of.
  package var makesAMatter: Bool { !entries.isEmpty }

  /// A name beside the damaged matter that no file has.
  package var freePath: String {
    let folder = Files.folder(of: path)
    let name = "\(folder)/\(MatterSession.title(of: path)) rescued.art28"
    return Files.isFree(name) ? name : "\(folder)/\(Output.freeName(beside: name))"
  }

  /// Where that goes which could not go into the new matter: beside it, under a name that no file has.
  package func leftoverPath(beside out: String) -> String {
    let name = "\(Files.folder(of: out))/\(MatterSession.title(of: out)).json"
    return Files.isFree(name) ? name : "\(Files.folder(of: out))/\(Output.freeName(beside: name))"
  }

  /// Makes the new matter; opens it once, as a proof, and keeps what lists show of it.
  ///
  /// - Throws: an `Outcome` where it cannot be made; then no file is left behind. Or where it is made and does
  ///   not open; then it stays.
  package func make(at out: String, by: String) throws {
    let enclosures = salvage.enclosures.filter { enclosure in
      guard case .pack(let sources) = enclosure else { return true }
      return packs[sources.hash] != nil
    }
    do throws(MatterError) {
      try MatterFile.create(
        at: out, by: Holder(who: by, since: place.stamp), of: entries,
        enclosing: enclosures + packs.values.sorted { $0.hash < $1.hash }.map { .pack($0) },
        summary: salvage.summary, desks: salvage.desks, locked: salvage.lock
      ).close()
    } catch {
      throw Outcome(error)
    }
    let session = try MatterSession.open(out, by: by, at: place)
    session.keepSummary()
    session.file.close()
    _ = try Verifier.journal(of: out, at: place)
  }

  /// What is whole and could not go into the new matter as it was; nil where there is no such thing, and of
  /// a locked matter: nothing of it is to lie about readable.
  package var leftover: [UInt8]? {
    (salvage.loose.isEmpty && makesAMatter) || salvage.lock != nil ? nil : salvage.export()
  }
}

extension PackSources {
  /// Whether its files are those that its hash was taken of.
  fileprivate var isItself: Bool { SourceFiles(self).hash == hash }
}

extension SourceFiles {
  fileprivate init(_ sources: PackSources) {
    self.init(Dictionary(sources.files.map { ($0.name, $0.bytes) }) { $1 })
  }
}

extension Entry {
  /// The questionnaires that it names.
  fileprivate var adopted: [String] {
    changes.compactMap { change in
      if case .setting(.pack, _, let hash?) = change { hash } else { nil }
    }
  }
}
