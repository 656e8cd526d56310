import Glibc
import Synchronization

extension CompiledPacks {
  /// How many compiled packs are kept, those of all builds of the program together.
  private static let most = 40
  /// In seconds: what nobody read for so long goes, and so does what a program that was killed left
  /// half written.
  private static let (longest, longestPart) = (90 * 86_400, 86_400)

  private struct Kept {
    let name: String
    /// When it was read or written last, in seconds.
    let used: Int
  }

  /// Throws away what was not used lately. Nobody waits for it but the end of the program: the
  /// first screen may be on its way.
  func pruneAside() {
    var thread = pthread_t()
    let this = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { packs in
        guard let packs else { return nil }
        Unmanaged<CompiledPacks>.fromOpaque(packs).takeRetainedValue().prune()
        return nil
      }, this.toOpaque())
    guard failure == 0 else { return this.release() }
    let isFirst = CompiledPacks.pruning.withLock { threads in
      threads.append(thread)
      return threads.count == 1
    }
    if isFirst { atexit { CompiledPacks.awaitPruning() } }
  }

  private static let pruning = Mutex<[pthread_t]>([])

  private static func awaitPruning() {
    for thread in pruning.withLock({ $0 }) { pthread_join(thread, nil) }
  }

  private func prune() {
    let now = time(nil)
    var kept: [Kept] = []
    for name in Files.names(in: folder, hidden: true) {
      guard let used = lastUse(name) else { continue }
      if CompiledPacks.isPart(name) {
        if now - used > CompiledPacks.longestPart { unlink("\(folder)/\(name)") }
      } else if CompiledPacks.isCompiled(name) {
        kept.append(Kept(name: name, used: used))
      }
    }
    kept.sort { ($0.used, $0.name) > ($1.used, $1.name) }
    for (number, file) in kept.enumerated()
    where number >= CompiledPacks.most || now - file.used > CompiledPacks.longest {
      unlink("\(folder)/\(file.name)")
    }
  }

  /// When a file of this person's own was read or written last; nil for anything else, a link above
  /// all. A system that notes no reading has the time of writing.
  private func lastUse(_ name: String) -> Int? {
    var info = stat()
    guard lstat("\(folder)/\(name)", &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      info.st_uid == geteuid(), info.st_nlink == 1
    else { return nil }
    return max(info.st_atim.tv_sec, info.st_mtim.tv_sec)
  }

  /// `HASH-VERSION-SIZE-SECONDS-NANOSECONDS`, as `path` makes it: of this build or of another.
  private static func isCompiled(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count >= 5 && parts[0].count == 40
      && parts[0].allSatisfy { $0.isASCII && $0.isHexDigit }
      && parts.suffix(3).allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// A file on its way, as `FilePart` names it.
  private static func isPart(_ name: String) -> Bool {
    name.hasPrefix(".art28-") && name.hasSuffix(".part")
  }
}
