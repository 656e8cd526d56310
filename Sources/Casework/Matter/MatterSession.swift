import Glibc
import Interview
import Matters
import PackCompiler
import PackModel

/// A matter that is open, with its pack.
package final class MatterSession {
  /// The matter itself; whoever opened the session closes it.
  package let file: MatterFile
  /// The questionnaire that the matter was drafted with last.
  package let pack: Pack
  /// Who stands in the entries that are added.
  package let by: String
  /// Where the work is done.
  package let place: Workplace
  /// What had to be mended on opening, in a sentence; nil where nothing had.
  package private(set) var mended: String?

  init(file: MatterFile, pack: Pack, by: String, at place: Workplace) {
    self.file = file
    self.pack = pack
    self.by = by
    self.place = place
  }

  /// Opens a matter to add to it.
  ///
  /// - Parameters:
  ///   - stays: whether it is open until somebody leaves it; else it is over in a moment.
  ///   - tells: whether what had to be mended is remarked on.
  /// - Throws: an `Outcome` where the matter or its pack cannot be read.
  package static func open(
    _ path: String, by: String, at place: Workplace, readOnly: Bool = false, stays: Bool = false,
    tells: Bool = true
  ) throws -> MatterSession {
    let file: MatterFile
    do throws(MatterError) {
      file = try MatterFile.open(
        at: path, by: holder(by, place, isBrief: !stays), readOnly: readOnly, keys: place.keys.key)
    } catch {
      throw Outcome(error)
    }
    let pack = try PackStore.pack(of: file, at: place)
    let session = try MatterSession(file: file, pack: pack, by: by, at: place).reopened()
    if tells, let mended = session.mended { place.remark(mended) }
    return session
  }

  /// Opens a matter for reading, also one that is open elsewhere.
  package static func read(_ path: String, at place: Workplace) throws -> MatterSession {
    try open(path, by: "", at: place, readOnly: true)
  }

  private static let openingUndone =
    "The opening of this matter had been undone, as the first versions allowed."
  /// Said where such a matter is only read.
  package static let readAsOpened =
    "\(openingUndone) It is read as if it stood, and mended when it can be written."

  /// The same where the matter is in order. Where its opening was undone, it stands again: in the file,
  /// or where nothing can be written only here.
  private func reopened() throws -> MatterSession {
    guard file.isClosed else { return self }
    let said = MatterSession.openingUndone
    var session = self
    do throws(MatterError) {
      if file.access.canWrite {
        try file.reopen(
          when: place.stamp, by: by, why: "The opening was undone; it stands again.")
        mended = "\(said) It stands again, with every answer."
        return self
      }
    } catch {
      file.close()
      do throws(MatterError) {
        let reading = try MatterFile.open(
          at: file.path, by: MatterSession.holder(by, place), readOnly: true,
          keys: place.keys.key)
        session = MatterSession(file: reading, pack: pack, by: by, at: place)
      } catch {
        throw Outcome(error)
      }
    }
    session.mended = MatterSession.readAsOpened
    return session
  }

  /// Makes a matter that carries its pack's sources.
  /// - Parameters:
  ///   - journey: its id.
  ///   - stays: as in `open`.
  ///   - locked: what opens it; nil where it is not locked.
  package static func create(
    _ path: String, journey: String, by: String, packs: PackStore, at place: Workplace,
    stays: Bool = false, locked: NewLock? = nil
  ) throws -> MatterSession {
    let (pack, sources) = try packs.catalogue()
    let title = MatterSession.title(of: path)
    let sheet = AnswerSheet()
    let entry = Entry(
      number: 1, when: place.stamp, by: by, why: "The matter was opened.",
      changes: sheet.changing(.pack, to: pack.hash) + sheet.changing(.journey, to: journey)
        + sheet.changing(.title, to: title))
    do throws(MatterError) {
      let file = try MatterFile.create(
        at: path, by: holder(by, place, isBrief: !stays), locked: locked,
        enclosing: [.pack(PackSources(hash: pack.hash, files: sources.files))], first: entry,
        summary: MatterSummary(title: title))
      return MatterSession(file: file, pack: pack, by: by, at: place)
    } catch {
      throw Outcome(error)
    }
  }

  /// Writes the whole matter into a new file; the session there goes on with it.
  ///
  /// - Parameters:
  ///   - held: the journal as it was read.
  ///   - packs: where the pack is looked for that can't be read any more.
  package func copy(
    to path: String, held: [Entry], desk: DeskChange, packs: PackStore
  ) throws -> (session: MatterSession, isWhole: Bool) {
    func copy(enclosing enclosures: [Enclosure]) throws(MatterError) -> MatterCopy {
      try file.copy(
        to: path, by: MatterSession.holder(by, place), held: held, enclosing: enclosures, desk: desk
      )
    }
    let made: MatterCopy
    do throws(MatterError) {
      made = try copy(enclosing: [])
    } catch {
      guard case .refused(.packMissing(let hash)) = error.kind,
        let (pack, sources) = try? packs.catalogue(), pack.hash == hash
      else { throw Outcome(error) }
      do throws(MatterError) {
        made = try copy(enclosing: [.pack(PackSources(hash: hash, files: sources.files))])
      } catch {
        throw Outcome(error)
      }
    }
    let session = try MatterSession(file: made.file, pack: pack, by: by, at: place).reopened()
    return (session, made.isWhole)
  }

  /// The same file with what others have added to it since.
  package func reloaded() throws -> MatterSession {
    do throws(MatterError) { try file.reload() } catch { throw Outcome(error) }
    return try MatterSession(
      file: file, pack: try PackStore.pack(of: file, at: place), by: by, at: place
    ).reopened()
  }

  /// The name of a matter is its file's, without the ending.
  package static func title(of path: String) -> String {
    let name = Files.name(of: path)
    return name.hasSuffix(".art28") ? String(name.dropLast(".art28".count)) : name
  }

  /// The folder beside a matter into which its documents go.
  package static func documentFolder(of matter: String) -> String {
    "\(Files.folder(of: matter))/\(title(of: matter)) documents"
  }

  /// Whether it is sealed on the disk.
  package var isLocked: Bool { file.isLocked }
  /// As the matter is called; else the name of its file.
  package var title: String { file.sheet.setting(.title) ?? MatterSession.title(of: file.path) }
  /// What follows from the answers; made anew at each call.
  package var evaluation: Evaluation {
    let evaluation = evaluate(pack, file.sheet)
    if evaluation.isOverworked {
      place.remark(
        "This questionnaire asks for more work than is done for one matter: what was not come to "
          + "counts as not known.")
    }
    return evaluation
  }

  /// When an entry of the journal was made, RFC 3339.
  package func stamp(of entry: Int) throws -> String {
    do throws(MatterError) {
      return try file.entry(entry)?.when ?? ""
    } catch {
      throw Outcome(error)
    }
  }

  /// Who made an entry of the journal.
  package func author(of entry: Int) throws -> String {
    do throws(MatterError) {
      return try file.entry(entry)?.by ?? ""
    } catch {
      throw Outcome(error)
    }
  }

  /// Keeps an act. It is on disk when this returns.
  @discardableResult
  package func append(
    _ changes: [Change], why: String? = nil, reverses: Entry.Reverse? = nil,
    enclosing enclosures: [Enclosure] = [], desk: DeskChange? = nil
  ) throws(MatterError) -> Entry {
    let entry = Entry(
      number: file.sheet.head + 1, when: place.stamp, by: by, why: why, changes: changes,
      reverses: reverses)
    try file.append(entry, enclosing: enclosures, desk: desk)
    return entry
  }

  /// What lists show of the matter; kept on leaving.
  package func keepSummary() {
    guard file.access.canWrite else { return }
    try? file.save(MatterSummary(evaluation, title: title))
  }

  static func holder(_ by: String, _ place: Workplace, isBrief: Bool = false) -> Holder {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return Holder(
      who: by, since: place.stamp, host: String(decoding: bytes, as: UTF8.self),
      process: Int(getpid()), isBrief: isBrief)
  }
}

extension MatterSummary {
  /// What follows from the answers.
  init(_ evaluation: Evaluation, title: String) {
    let tally = evaluation.openTally()
    // Which answers name the parties is the signature block's to say.
    let parties = evaluation.pack.parties.map { question -> String in
      guard case .value(.text(let name)) = evaluation.effective.reading(.question(question)) else {
        return ""
      }
      return name
    }
    self.init(
      title: title, controller: parties.first ?? "",
      processor: parties.dropFirst().first ?? "", answered: tally.answered,
      open: tally.all)
  }
}

extension Pack {
  /// The questions that name the parties, as the signature blocks of the documents say.
  var parties: [Int] {
    documents.flatMap(\.sections).flatMap(\.parts).flatMap { part -> [Int] in
      guard case .blocks(let blocks) = part else { return [] }
      return blocks.flatMap { block -> [Int] in
        guard case .signatures(let parties) = block else { return [] }
        return parties.compactMap(\.party)
      }
    }
  }
}
