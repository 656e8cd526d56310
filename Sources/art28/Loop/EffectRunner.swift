import Casework
import Glibc
import Interview
import Matters
import PackModel
import Publishing
import Screens
import Synchronization

/// Does what the screens ask for. It owns the open matter.
final class EffectRunner {
  private let packs: PackStore
  private(set) var session: MatterSession?
  private(set) var who: String
  /// What the matter's desk holds of this person's half-filled text.
  private var kept: [AnswerKey: String] = [:]
  /// Messages of work that runs on other threads.
  let inbox = Inbox()
  /// A matter that is to stand in the list of recent ones.
  private var justOpened: String?
  /// The papers of the matter as they were looked through last.
  var finderAtHand: PaperFinder?
  /// A paper that another thread has read.
  let paperAtHand = PaperAtHand()
  /// Files that were written in this session.
  private(set) var written: [String] = []

  init(packs: PackStore, who: String) {
    self.packs = packs
    self.who = who
  }

  /// The pack for new matters; looked for once.
  private lazy var pack: Pack? = try? packs.catalogue().pack

  var catalogue: Message { .catalogue(pack, hasSample: packs.sample != nil, Recent.list) }

  // MARK: Matters

  func open(_ path: String, readOnly: Bool = false) -> Message {
    let path = Files.absolute(path)
    return opened(path, readOnly: readOnly) {
      .opened(
        try opening(
          try MatterSession.open(
            path, by: who, at: .here, readOnly: readOnly, stays: true, tells: false)))
    }
  }

  func create(_ path: String, journey: String) -> Message {
    let path = EffectRunner.newMatter(path)
    return opened {
      .opened(
        try opening(
          try MatterSession.create(
            path, journey: journey, by: who, packs: packs, at: .here, stays: true)))
    }
  }

  static func newMatter(_ path: String) -> String {
    Files.absolute(path.hasSuffix(".art28") ? path : path + ".art28")
  }

  /// What comes of opening; where it fails, why.
  private func opened(
    _ path: String = "", readOnly: Bool = false, _ open: () throws -> Message
  ) -> Message {
    do {
      return try open()
    } catch let outcome as Outcome {
      if outcome.isLocked {
        leave()
        return .wantsPassphrase(path: path, readOnly: readOnly)
      }
      return .notOpened(
        MatterMessage(
          outcome.lines.joined(separator: " "),
          outcome.isOpenElsewhere ? .elsewhere(path: path) : .other))
    } catch {
      return .notOpened(MatterMessage("\(error)"))
    }
  }

  /// A matter to play with, in the person's own folder; the one before is thrown away.
  func openSample() -> Message {
    guard let folder = packs.sample else {
      return .notOpened(MatterMessage("The sample is not installed."))
    }
    let path = "\(Person.state)/Sample.art28"
    return opened {
      try Files.outcome { () throws(FileError) in try Files.makeFolder(Person.state) }
      if session?.file.path == path { leave() }
      unlink(path)
      let store = PackStore(folder: folder, at: .here)
      let journey = try store.catalogue().pack.journeys.first?.id ?? ""
      let session = try MatterSession.create(
        path, journey: journey, by: who, packs: store, at: .here, stays: true)
      return .opened(try opening(session, isRemembered: false))
    }
  }

  private func opening(_ session: MatterSession, isRemembered: Bool = true) throws -> Opening {
    let entries: [Entry]
    let desk: Matters.WorkState
    do throws(MatterError) {
      entries = try session.file.takeEntries()
      desk = try session.file.desk(of: who)
    } catch {
      throw Outcome(error)
    }
    if session.file !== self.session?.file { leave() }
    self.session = session
    kept = desk.fields
    if isRemembered { justOpened = session.file.path }
    let place = desk.place.flatMap { place in
      place.question.map { AnswerKey($0, row: place.row) }
    }
    let saved: String
    if case .writing = session.file.access {
      saved = ""
    } else {
      saved = "for reading only"
    }
    var opening = Opening(
      path: session.file.path, title: session.title, pack: session.pack, entries: entries,
      sheet: session.file.sheet, desk: DeskNote(place: place, drafts: desk.fields), saved: saved,
      seen: Person.seen(session.file.path), remark: session.mended)
    opening.isLocked = session.file.isLocked
    return opening
  }

  /// Puts the matter into the list of recent ones, and its packs into memory: after the first frame, as
  /// nobody waits for that.
  func noteOpened() {
    guard let path = justOpened else { return }
    justOpened = nil
    session?.file.keepPacksAtHand()
    Person.opened(path)
    inbox.put(.papers(EffectRunner.papers(of: path, at: .here)))
    if let pack = session?.pack, let likeness = PackStore.likeness(pack, at: .here) {
      inbox.put(.noted(Notice(likeness)))
    }
  }

  /// Closes the open matter, with what lists show of it.
  func leave() {
    guard let session else { return }
    session.keepSummary()
    Person.saw(session.file.path, upTo: session.file.sheet.head)
    session.file.close()
    self.session = nil
    finderAtHand = nil
  }

  /// Keeps an act, and in the same breath where the person stands.
  func append(_ act: Act, at note: DeskNote) -> Message {
    guard let session else { return .refused(act, MatterMessage("No matter is open.")) }
    do throws(MatterError) {
      let entry = try session.append(
        act.changes, why: act.why, reverses: act.reverses, desk: change(note, in: session))
      kept = note.drafts
      return .appended(entry, at: Clock.minute)
    } catch {
      return .refused(act, MatterMessage(error))
    }
  }

  func save(_ note: DeskNote) -> Message {
    guard let session else { return .notSaved(note, MatterMessage("No matter is open.")) }
    do throws(MatterError) {
      try session.file.save(change(note, in: session))
      kept = note.drafts
      return .saved(note, "saved \(Clock.minute)")
    } catch {
      return .notSaved(note, MatterMessage(error))
    }
  }

  /// Writes the whole matter to another place, with the text that is no answer yet, and goes on there.
  func saveElsewhere(_ path: String, _ entries: [Entry], at note: DeskNote) -> Message {
    guard let session else { return .notOpened(MatterMessage("No matter is open.")) }
    let path = EffectRunner.newMatter(path)
    return opened {
      let (copy, isWhole) = try session.copy(
        to: path, held: entries, desk: change(note, in: session, isAll: true), packs: packs)
      var opening = try opening(copy)
      if !isWhole {
        opening.remark =
          "The first file could not be read any more: attached papers are not in this one."
      }
      return .movedTo(opening)
    }
  }

  /// Reads what others have added to the open matter.
  func reload() -> Message {
    guard let session else { return .notOpened(MatterMessage("No matter is open.")) }
    return opened { .reloaded(try opening(try session.reloaded(), isRemembered: false)) }
  }

  /// - Parameter isAll: whether the texts are written that this matter's desk has already.
  private func change(
    _ note: DeskNote, in session: MatterSession, isAll: Bool = false
  ) -> DeskChange {
    var fields: [AnswerKey: String?] = [:]
    for key in kept.keys where note.drafts[key] == nil { fields[key] = .some(nil) }
    for (key, text) in note.drafts where isAll || kept[key] != text { fields[key] = .some(text) }
    let place = note.place.map { key -> DeskPlace in
      let step = session.pack.question(key.linkId).map { session.pack.questions[$0].step } ?? 0
      return DeskPlace(step: session.pack.steps[step].id, question: key.linkId, row: key.row)
    }
    return DeskChange(person: who, place: place, fields: fields)
  }

  func remember(_ name: String) {
    who = name
    Person.remember(name)
  }

  // MARK: Documents

  /// Drafts on another thread; the report arrives in the inbox, and `wake` is called.
  func publish(_ wanted: Screens.Publication, wake: @escaping @Sendable () -> Void) {
    guard let session else { return }
    let last = (try? session.file.entry(session.file.sheet.head))?.when ?? ""
    var styleFault: String?
    var style: HouseStyle?
    do {
      style = try StyleFolder.load(nil, at: .here)
    } catch {
      styleFault = (error as? Outcome)?.lines.joined(separator: " ") ?? "\(error)"
    }
    let (evaluation, title, tools) = (session.evaluation, session.title, session.place.tools)
    let changes = session.wordChanges
    let output = Output(of: session, placing: wanted.placing.mapValues(Output.Placing.init))
    let (path, place) = (session.file.path, session.place)
    let folder = MatterSession.documentFolder(of: path)
    let formats = wanted.formats.compactMap { Format(rawValue: $0.rawValue) }
    let inbox = inbox
    Task.detached { [styleFault, style] in
      let writer = DocumentWriter(
        evaluation, asOf: Clock.today, matter: title, lastEntry: last, output: output,
        tools: tools, style: style, changes: changes)
      let data = wanted.documents.count > 1 ? writer.report : nil
      var report = PublishReport(written: [], missing: styleFault.map { [$0] } ?? [])
      let pack = evaluation.pack
      for document in wanted.documents {
        // Rows are made of the papers beside; what is due is written whole.
        let isBeside = pack.document(document).map { pack.documents[$0].with != nil } ?? false
        let result = await writer.write(
          document, as: formats.filter { isBeside || !$0.holdsRows }, to: folder, of: data)
        report.written += result.written
        for sentence in result.missing + result.remarks where !report.missing.contains(sentence) {
          report.missing.append(sentence)
        }
        report.held += result.held.map { path, obstacle in
          HeldFile(
            name: Files.name(of: path), says: obstacle.says,
            newName: Output.freeName(beside: path), mayGiveWay: obstacle.mayGiveWay)
        }
      }
      inbox.put(.papers(EffectRunner.papers(of: path, at: place)))
      inbox.put(.published(report))
      wake()
    }
  }

  /// What of a matter lies on the disk.
  static func papers(of matter: String, at place: Workplace) -> [Screens.WrittenPaper] {
    place.papers(of: matter).map { WrittenPaper(path: $0.path, head: $0.head) }
  }

  func published(_ report: PublishReport) { written += report.written }

  /// Works out what a pause brings on another thread; it arrives in the inbox, and `wake` is called.
  func workOut(_ work: PauseWork, wake: @escaping @Sendable () -> Void) {
    let inbox = inbox
    Task.detached {
      inbox.put(.workedOut(work.done()))
      wake()
    }
  }
}

extension Output.Placing {
  init(_ placing: Placing) {
    switch placing {
    case .renamed(let name): self = .renamed(name)
    case .replaced: self = .replaced
    }
  }
}

extension MatterMessage {
  init(_ error: MatterError) {
    let kind: Kind =
      switch error.kind {
      case .movedAway: .gone
      case .headMoved: .behind
      default: .other
      }
    self.init(error.message, kind)
  }
}

/// Messages from other threads, in order.
final class Inbox: Sendable {
  private let waiting = Mutex<[Message]>([])

  func put(_ message: Message) { waiting.withLock { $0.append(message) } }

  func takeAll() -> [Message] {
    waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
