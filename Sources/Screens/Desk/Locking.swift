import Interview
import PackModel

/// A matter that is locked: by a passphrase on disk, and on the screen when nobody is at the keys.
extension Desk {
  /// How long a locked matter stays open without a key, in milliseconds, is counted from here.
  func idling(_ message: Message) -> [Effect] {
    guard shared.file?.isLocked == true, let minutes = shared.idleMinutes else { return [] }
    switch message {
    case .opened, .locked: break
    default: guard message.kind.isFromUser else { return [] }
    }
    return [.after(milliseconds: minutes * 60_000, .idle)]
  }

  /// Nobody was at the keys: what is typed is kept, and the matter closed.
  mutating func idle() -> Response {
    guard shared.file?.isLocked == true else { return [] }
    return saveAll(then: .closeLocked)
  }

  /// The passphrase is asked for, and nothing of a matter is left on the desk.
  mutating func askPassphrase(_ path: String, readOnly: Bool) -> Response {
    var bare = shared
    (bare.file, bare.notice) = (nil, nil)
    (bare.hits, bare.hit) = ([], 0)
    bare.beside.forget()
    self = Desk(bare, on: .passphrase)
    passphrase = PassphraseModel(opening: path, readOnly: readOnly)
    return []
  }

  /// The matter was locked on disk, and goes on.
  mutating func locked(_ opening: Opening, recovery: String) -> Response {
    let response = opened(opening)
    return response
      + .turn(
        .read(
          title: "The recovery key",
          text: [
            "The matter is locked with your passphrase from now on. If that is lost, this key opens it; it is shown this once. Write it down and keep it apart from this machine.",
            "", recovery, "",
            "The plain file is gone from its folder. What a disk keeps of deleted files, a backup, a snapshot, or a copy that was sent or synchronised may still hold it.",
          ]))
  }
}
