import Glibc
import Interview
import Matters

/// Writes files where a person wants them, and replaces nothing unasked but what it wrote there
/// itself of the same source.
package struct Output: Sendable {
  /// What the files are made of: a matter, by its path.
  let source: String
  /// The entry after which the matter stands as the files have it; nil: that is not told of them.
  var head: Int?
  private let written: WrittenFiles
  /// SHA-256 of final copies that the matter's journal knows.
  var published: Set<String> = []
  /// The person said that files may be replaced.
  var overwrites = false
  /// What a person decided about files that were held back, by their names. Where there is anything,
  /// no other file is wanted.
  package var placing: [String: Placing] = [:]

  /// Where a file goes whose name is taken.
  package enum Placing: Hashable, Sendable {
    /// Beside it, under another name.
    case renamed(String)
    /// In its place.
    case replaced
  }

  /// Why a file stays as it is.
  package enum Obstacle: Hashable, Sendable {
    /// It is not what was written last there, of this source.
    case changed
    case published
    case matter
    case key
    /// A folder, a device, a pipe.
    case noPlainFile

    /// Whether the person may say that it is replaced all the same.
    package var mayGiveWay: Bool { self == .changed || self == .published }
  }

  /// A file that was not written.
  package enum Fault: Error {
    case failed(FileError)
    case held(String, Obstacle)

    /// What it is and what to do.
    package var lines: [String] {
      switch self {
      case .failed(let error): [error.message]
      case .held(let path, let obstacle):
        [
          "“\(path)” \(obstacle.says)",
          obstacle.mayGiveWay
            ? "Name another place with --out, or replace it with --overwrite."
            : "Name another place with --out.",
        ]
      }
    }

    /// The same in one line.
    package var message: String { lines.joined(separator: " ") }
    /// The same as the end of a piece of work.
    package var outcome: Outcome { Outcome(.file, lines: lines) }
  }

  /// - Parameters:
  ///   - source: what the files are made of.
  ///   - overwrites: whether the person said that files may be replaced.
  package init(source: String, at place: Workplace, overwrites: Bool = false) {
    self.source = source
    self.overwrites = overwrites
    written = place.written
  }

  /// Whether a file of this name is to be written at all.
  package func wants(_ name: String) -> Bool { placing.isEmpty || placing[name] != nil }

  /// - Returns: where it was written.
  @discardableResult
  package func write(_ bytes: [UInt8], to path: String) throws(Fault) -> String {
    let ready = try part(bytes, to: path)
    do throws(FileError) { try ready.part.place() } catch { throw .failed(error) }
    written.note(ready.path, hash: Fingerprint(of: bytes).hexadecimal, source: source, head: head)
    return ready.path
  }

  /// The same without the last step, for files that come together or not at all.
  func part(_ bytes: [UInt8], to path: String) throws(Fault) -> (path: String, part: FilePart) {
    var path = path
    var overwrites = overwrites
    switch placing[Files.name(of: path)] {
    case .renamed(let name): path = "\(Files.folder(of: path))/\(name)"
    case .replaced: overwrites = true
    case nil: break
    }
    if let obstacle = obstacle(to: bytes, at: path), !(overwrites && obstacle.mayGiveWay) {
      throw .held(path, obstacle)
    }
    do throws(FileError) { return (path, try FilePart(bytes, for: path)) } catch {
      throw .failed(error)
    }
  }

  /// What stands in the way of these bytes; nil where nothing does.
  private func obstacle(to bytes: [UInt8], at path: String) -> Obstacle? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    guard info.st_mode & S_IFMT == S_IFREG else { return .noPlainFile }
    // SQLite's journal and the lock lie beside a matter, under its name.
    let name = Files.name(of: path).lowercased()
    if name.hasSuffix(".art28") || name.contains(".art28-") { return .matter }
    guard let old = try? Files.read(path, as: .published) else { return .changed }
    if MatterFile.begins(old) { return .matter }
    if Keys.isKey(old) { return .key }
    if old == bytes { return nil }
    if published.contains(Fingerprint(of: old).hexadecimal) { return .published }
    return isItsOwn(path, old) ? nil : .changed
  }

  /// Whether a file is as it was written last, of this source.
  package func isItsOwn(_ path: String) -> Bool {
    (try? Files.read(path, as: .published)).map { isItsOwn(path, $0) } ?? false
  }

  private func isItsOwn(_ path: String, _ bytes: [UInt8]) -> Bool {
    written.isUnchanged(
      path, hash: Fingerprint(of: bytes).hexadecimal, source: source)
  }

  /// A name beside it that no file has: “agreement 2.docx”.
  package static func freeName(beside path: String) -> String {
    let name = Files.name(of: path)
    let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
    var number = 2
    while true {
      let free = "\(name[..<dot]) \(number)\(name[dot...])"
      if Files.isFree("\(Files.folder(of: path))/\(free)") { return free }
      number += 1
    }
  }
}

extension Output {
  /// Of documents of a matter.
  package init(
    of session: MatterSession, overwrites: Bool = false, placing: [String: Placing] = [:]
  ) {
    self.init(source: session.file.path, at: session.place, overwrites: overwrites)
    published = Set(
      session.file.sheet.settings.compactMap { setting, hash in
        if case .published = setting { hash } else { nil }
      })
    self.placing = placing
    head = session.file.sheet.head
  }
}

extension Output.Obstacle {
  /// After the file's name.
  package var says: String {
    switch self {
    case .changed:
      "is there already, and is not what art28 wrote there last from this matter; it is left as it is."
    case .published: "is a final copy that was published before; it is not overwritten."
    case .matter: "belongs to a matter; a matter is never overwritten."
    case .key: "is a key; a key is never overwritten."
    case .noPlainFile: "is no plain file; nothing is written there."
    }
  }
}
