import Casework
import Interview
import Matters
import Publishing
import Screens
import Synchronization

/// The final copy, from the screen.
extension EffectRunner {
  /// Publishes and waits until it is done: nobody writes to the matter meanwhile.
  func publishFinal(_ wanted: FinalPublication) -> [Message] {
    guard let session else { return [] }
    do {
      let key = try wanted.key.map { try Keys.signing(Files.absolute($0)) }
      let copy = FinalCopy(
        of: session, asOf: Clock.today, style: try StyleFolder.load(nil, at: .here),
        to: MatterSession.documentFolder(of: session.file.path), output: Output(of: session))
      let formats = wanted.formats.compactMap { Format(rawValue: $0.rawValue) }
      let result = try Awaited.value {
        try await copy.publish(as: formats, leaving: [], despite: [], signing: key)
      }
      published(PublishReport(written: result.paths, missing: []))
      return result.entries.map { .appended($0, at: Clock.minute) } + [
        .papers(EffectRunner.papers(of: session.file.path, at: session.place)),
        .finalCopy(FinalReport(written: result.paths, remarks: result.remarks)),
      ]
    } catch {
      return [.finalCopy(FinalReport(written: [], refused: EffectRunner.lines(of: error)))]
    }
  }

  /// What can be said of what was published, now.
  func verifyFinal() -> Message {
    guard let path = session?.file.path else { return .verified([]) }
    do {
      let journal = try Verifier.journal(of: path, at: .here).sentence
      let verifier = try Awaited.value {
        try await Verifier(of: path, style: try StyleFolder.load(nil, at: .here), at: .here)
      }
      defer { verifier.close() }
      let proofs = [try verifier.beside()] + (try verifier.everything()) + [verifier.beginning()]
      return .verified([journal] + proofs.flatMap(\.lines))
    } catch {
      return .verified(EffectRunner.lines(of: error))
    }
  }

  static func lines(of error: any Error) -> [String] {
    (error as? Outcome)?.lines ?? ["\(error)"]
  }

}

/// What another thread comes to, for one that waits.
final class Awaited<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let done = Semaphore()

  /// Has work done on another thread, and waits for it. Nothing that it uses is touched meanwhile.
  static func value(_ work: () async throws -> Value) throws -> Value {
    let awaited = Awaited()
    return try withoutActuallyEscaping(work) { work in
      nonisolated(unsafe) let work = work
      Task.detached {
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        awaited.result.withLock { $0 = result }
        awaited.done.signal()
      }
      awaited.done.wait()
      guard let result = awaited.result.withLock({ $0 }) else {
        preconditionFailure("who signals has put a result down")
      }
      return try result.get()
    }
  }
}
