import Glibc
import PackCompiler
import PackModel
import Synchronization

/// The compiled forms in the user's cache folder, by the SHA-256 of their sources and the program
/// that compiled them. Nothing invalidates one: another program or other sources have another name.
///
/// A form says itself which sources it is of, so it is believed only where nobody else can have put it
/// there: the folder and the file are this person's, and others can write neither.
package final class CompiledPacks: Sendable {
  private typealias Newest = (path: String, pack: Deferred<Pack?>)

  let folder: String
  private let newest: Deferred<Newest?>
  /// What was compiled in this run, where the folder is not believed.
  private let own = Mutex<[String: Pack]>([:])
  private let believesFolder: Bool

  /// Only what is compiled in this run.
  init() {
    (folder, believesFolder) = ("", false)
    newest = Deferred { nil }
  }

  init(in folder: String) {
    self.folder = folder
    believesFolder = true
    newest = Deferred {
      guard Files.isPrivateFolder(folder) else { return nil }
      let paths = Files.names(in: folder).filter { $0.hasSuffix("-\(CompiledPacks.program)") }
        .map { "\(folder)/\($0)" }
      guard let path = paths.max(by: { Files.changed($0) < Files.changed($1) }) else { return nil }
      return (
        path,
        Deferred {
          (try? Files.read(path, as: .compiled)).flatMap {
            try? PackCache.decode($0, by: CompiledPacks.program, hash: nil)
          }
        }
      )
    }
  }

  /// nil where there is none, or where there is any doubt about it.
  func load(_ hash: String) -> Pack? {
    guard CompiledPacks.isName(hash) else { return nil }
    if !believesFolder { return own.withLock { $0[hash] } }
    guard Files.isPrivateFolder(folder) else { return nil }
    if let newest = newest.value, newest.path == path(hash), let pack = newest.pack.value,
      pack.hash == hash
    {
      return pack
    }
    guard let bytes = try? Files.read(path(hash), as: .compiled) else { return nil }
    return try? PackCache.decode(bytes, by: CompiledPacks.program, hash: hash)
  }

  /// Reads the pack that was compiled last, on another core: most matters are of that one, and it
  /// is there when the matter is open and says which it wants.
  package func readAhead() {
    var thread = pthread_t()
    // A plain thread: the pool for tasks would start three before this one.
    let this = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { packs in
        guard let packs else { return nil }
        // What the largest pack so far takes; a larger one asks for the rest itself.
        Heap.reserve(2_200_000)
        let this = Unmanaged<CompiledPacks>.fromOpaque(packs).takeRetainedValue()
        _ = this.newest.value?.pack.value
        return nil
      }, this.toOpaque())
    if failure == 0 { pthread_detach(thread) } else { this.release() }
  }

  /// A pack that cannot be kept is compiled again next time; nobody has to know.
  func keep(_ pack: Pack) {
    if !believesFolder { return own.withLock { $0[pack.hash] = pack } }
    guard CompiledPacks.isName(pack.hash), (try? Files.makeFolder(folder)) != nil,
      Files.isPrivateFolder(folder),
      let bytes = try? PackCache.encode(pack, by: CompiledPacks.program)
    else { return }
    try? Files.write(bytes, to: path(pack.hash))
    pruneAside()
  }

  private func path(_ hash: String) -> String {
    "\(folder)/\(hash.prefix(40))-\(CompiledPacks.program)"
  }

  /// A hash comes out of a matter, which may come from anywhere.
  private static func isName(_ hash: String) -> Bool {
    hash.count == 64 && hash.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// Tells one build of the program from another: the size and the time of its file.
  private static let program: String = {
    var info = stat()
    guard stat("/proc/self/exe", &info) == 0 else { return Build.version }
    return "\(Build.version)-\(info.st_size)-\(info.st_mtim.tv_sec)-\(info.st_mtim.tv_nsec)"
  }()
}
