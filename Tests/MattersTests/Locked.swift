import Interview
import PackModel

@testable import Matters

/// What tests lock with: quick, as nobody is to be kept out.
enum Locked {
  static let passphrase = made("correct horse battery staple")
  static let cost = DerivationCost(operations: 1, memory: 8)

  static func made(_ text: String) -> Passphrase {
    guard let passphrase = Passphrase(text) else { fatalError("no passphrase: \(text)") }
    return passphrase
  }

  static func lock(
    _ ways: [Credential] = [.passphrase(passphrase)]
  ) throws -> NewLock { try NewLock(opening: ways, cost: cost) }

  /// Opens with this, and with nothing else.
  static func keys(
    _ credential: Credential = .passphrase(passphrase)
  ) -> (Lock, String) throws(MatterError) -> LockKey {
    { (lock, path) throws(MatterError) in
      guard let key = lock.open(credential) else {
        throw MatterError(.wrongPassphrase, path: path, kept: .untouched)
      }
      return key
    }
  }
}

extension MatterFile {
  /// A locked matter with something of every kind in it, closed.
  static func makeLocked(at path: String, _ lock: NewLock, secret: String = "secret") throws {
    let file = try create(
      at: path, by: tester, locked: lock,
      enclosing: [
        .pack(PackSources(hash: "p", files: ["pack.yaml": Array(secret.utf8)])),
        .paper(AttachedFile(name: "\(secret).pdf", bytes: Array(secret.utf8))),
      ],
      summary: MatterSummary(title: secret, controller: secret, processor: secret))
    for number in 0..<4 {
      var entry = file.next(
        file.sheet.setting(AnswerKey("question.\(number)"), to: .value(.text(secret)))
          + file.sheet.remarking(AnswerKey("question.\(number)"), secret), by: secret, why: secret)
      if number == 0 {
        entry = file.next(
          file.sheet.changing(.pack, to: "p") + file.sheet.changing(.title, to: secret)
            + file.sheet.changing(.followUp(finding: "f", field: "owner"), to: secret))
      }
      try file.append(
        entry,
        desk: DeskChange(
          person: secret, place: DeskPlace(step: secret, question: secret, row: secret),
          fields: [AnswerKey(secret): secret]))
    }
    file.close()
  }
}
