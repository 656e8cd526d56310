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
  private var who: String
  /// What the matter's desk holds of this person's half-filled text.
  private var kept: Set<AnswerKey> = []
  /// Messages of work that runs on other threads.
  let inbox = Inbox()
  /// Files that were written in this session.
  private(set) var written: [String] = []

  init(packs: PackStore, who: String) {
    self.packs = packs
    self.who = who
  }

  /// The pack for new matters; looked for once.
  private(set) lazy var catalogue: Pack? = try? packs.catalogue().pack

  // MARK: Matters

  func open(_ path: String) -> Message {
    let path = Files.absolute(path)
    do {
      return .opened(try opening(try MatterSession.open(path, by: who)))
    } catch let outcome as Outcome {
      return .notOpened(MatterMessage(outcome.lines.joined(separator: " ")))
    } catch {
      return .notOpened(MatterMessage("\(error)"))
    }
  }

  func create(_ path: String, journey: String) -> Message {
    var path = Files.absolute(path)
    if !path.hasSuffix(".art28") { path += ".art28" }
    do {
      return .opened(
        try opening(
          try MatterSession.create(path, journey: journey, by: who, packs: packs)))
    } catch let outcome as Outcome {
      return .notOpened(MatterMessage(outcome.lines.joined(separator: " ")))
    } catch {
      return .notOpened(MatterMessage("\(error)"))
    }
  }

  private func opening(_ session: MatterSession) throws -> Opening {
    leave()
    let entries: [Entry]
    let desk: Matters.Desk
    do throws(MatterError) {
      entries = try session.file.entries()
      desk = try session.file.desk(of: who)
    } catch {
      throw Outcome(error)
    }
    self.session = session
    kept = Set(desk.fields.keys)
    Person.opened(session.file.path)
    let place = desk.place.flatMap { place in
      place.question.map { AnswerKey($0, row: place.row) }
    }
    let saved: String
    if case .writing = session.file.access {
      saved = ""
    } else {
      saved = "for reading only"
    }
    return Opening(
      path: session.file.path, title: session.title, pack: session.pack, entries: entries,
      desk: DeskNote(place: place, drafts: desk.fields), saved: saved)
  }

  /// Closes the open matter, with what lists show of it.
  func leave() {
    session?.keepSummary()
    session?.file.close()
    session = nil
  }

  func append(_ act: Act) -> Message {
    guard let session else { return .refused(MatterMessage("No matter is open.")) }
    do throws(MatterError) {
      return .appended(
        try session.append(act.changes, why: act.why, reverses: act.reverses))
    } catch {
      return .refused(MatterMessage(error.message))
    }
  }

  func save(_ note: DeskNote) -> Message? {
    guard let session, session.file.access.canWrite else { return nil }
    var fields: [AnswerKey: String?] = [:]
    for key in kept where note.drafts[key] == nil { fields[key] = .some(nil) }
    for (key, text) in note.drafts { fields[key] = .some(text) }
    let place = note.place.map { key -> DeskPlace in
      let step = session.pack.question(key.linkId).map { session.pack.questions[$0].step } ?? 0
      return DeskPlace(step: session.pack.steps[step].id, question: key.linkId, row: key.row)
    }
    do throws(MatterError) {
      try session.file.save(DeskChange(person: who, place: place, fields: fields))
      kept = Set(note.drafts.keys)
      return .saved("saved \(Clock.minute)")
    } catch {
      return .saved("not saved: \(error.message)")
    }
  }

  func remember(_ name: String) {
    who = name
    Person.remember(name)
  }

  // MARK: Documents

  /// The folder beside a matter into which the screen writes its documents.
  static func folder(of matter: String) -> String {
    "\(Files.folder(of: matter))/\(MatterSession.title(of: matter)) documents"
  }

  /// Drafts on another thread; the report arrives in the inbox, and `wake` is called.
  func publish(_ wanted: Screens.Publication, wake: @escaping @Sendable () -> Void) {
    guard let session else { return }
    let last = (try? session.file.entry(session.file.sheet.head))?.when ?? ""
    var styleFault: String?
    var style: HouseStyle?
    do {
      style = try StyleFolder.load(nil)
    } catch {
      styleFault = (error as? Outcome)?.lines.joined(separator: " ") ?? "\(error)"
    }
    let writer = DocumentWriter(
      session.evaluation, asOf: Clock.today, matter: session.title, lastEntry: last, style: style)
    let folder = EffectRunner.folder(of: session.file.path)
    let formats = wanted.formats.compactMap { Format(rawValue: $0.rawValue) }
    let inbox = inbox
    Task.detached { [styleFault] in
      var report = PublishReport(written: [], missing: styleFault.map { [$0] } ?? [])
      for document in wanted.documents {
        let result = await writer.write(document, as: formats, to: folder)
        report.written += result.written
        for sentence in result.missing + result.remarks where !report.missing.contains(sentence) {
          report.missing.append(sentence)
        }
      }
      inbox.put(.published(report))
      wake()
    }
  }

  func published(_ report: PublishReport) { written += report.written }
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
