import Casework
import CursesTerminal
import Glibc
import Synchronization

/// The user's own editor on a text, through a file in a folder that only they can read. What was saved
/// there is kept until it stands in the field.
enum Editor {
  /// What came of it.
  struct Edited {
    /// nil where the text stays as it was.
    var text: String?
    /// What the person should know; nil where nothing.
    var remark: String?
  }

  /// A file that an editor may still have in a window.
  private struct Kept {
    var path: String
    /// The field's text when it was written.
    var text: String
  }

  private static let kept = Mutex<[Kept]>([])

  /// - Parameter inMemory: whether the text may not come to lie on a disk, as of a locked matter.
  static func edit(_ text: String, inMemory: Bool) -> Edited {
    if let earlier = take(writtenFor: text) {
      return Edited(
        text: earlier, remark: "Taken from the window of your editor, which had saved it meanwhile."
      )
    }
    let path: String
    guard let folder = newFolder(inMemory: inMemory) else {
      return Edited(
        remark: inMemory
          ? "This matter is locked, and there is no folder in memory (XDG_RUNTIME_DIR or /dev/shm) to hand its text to an editor."
          : "The text could not be handed to an editor: no folder can be made for it.")
    }
    do throws(FileError) { path = try write(text, in: folder) } catch {
      rmdir(folder)
      return Edited(remark: "The text could not be handed to an editor: \(error.message)")
    }
    let status = try? ForegroundCommand.editor(on: path, private: inMemory ? folder : nil).run()
    let read = read(path, of: text)
    let isChanged = read?.text != text
    guard status == 0 else {
      let said =
        status.map { $0 == 127 ? "was not found" : "ended with \($0)" } ?? "could not be started"
      guard isChanged else {
        remove(path)
        return Edited(remark: "Your editor \(said); the text is as it was.")
      }
      return Edited(
        remark: "Your editor \(said), so the text is as it was. What it saved is in “\(path)”.")
    }
    guard let read else {
      return Edited(
        remark: "What your editor saved is no text that can be read here; it is in “\(path)”.")
    }
    guard isChanged else {
      kept.withLock { $0.append(Kept(path: path, text: text)) }
      return Edited(
        remark:
          "Nothing was changed. Where your editor has a window of its own, save there and open it here again; “--wait” in EDITOR makes it wait."
      )
    }
    remove(path)
    return Edited(text: read.text, remark: read.remark)
  }

  /// What was saved in windows and never taken, a sentence each; the other files go.
  static func leave() -> [String] {
    let all = kept.withLock { list in
      defer { list = [] }
      return list
    }
    return all.compactMap { file in
      if let now = read(file.path, of: file.text), now.text == file.text {
        remove(file.path)
        return nil
      }
      return Files.exists(file.path)
        ? "Your editor saved a text that was not taken: “\(file.path)”." : nil
    }
  }

  private static func take(writtenFor text: String) -> String? {
    let file = kept.withLock { list -> Kept? in
      guard let at = list.firstIndex(where: { $0.text == text }) else { return nil }
      return list.remove(at: at)
    }
    guard let file, let now = read(file.path, of: text) else { return nil }
    remove(file.path)
    return now.text == text ? nil : now.text
  }

  private static func write(_ text: String, in folder: String) throws(FileError) -> String {
    let path = "\(folder)/answer.txt"
    try Files.write(Array(text.utf8), to: path)
    return path
  }

  /// A new folder of the person's own; where they have none, in the system's. One in memory is gone
  /// with the machine's power.
  private static func newFolder(inMemory: Bool) -> String? {
    let places: [String]
    if inMemory {
      places = [Person.environment("XDG_RUNTIME_DIR"), "/dev/shm"].compactMap(\.self)
        .filter(isInMemory)
    } else {
      let own = "\(Person.state)/editing"
      try? Files.makeFolder(own)
      places = [own, Person.environment("TMPDIR") ?? "/tmp"]
    }
    // Six times X is what mkdtemp(3) replaces.
    let blank = String(repeating: "X", count: 6)
    for place in places {
      var template = Array("\(place)/art28-\(blank)".utf8CString)
      guard mkdtemp(&template) != nil else { continue }
      return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
  }

  /// By the kind of its file system, as proc(5) lists them.
  private static func isInMemory(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0,
      let mounts = try? Files.read("/proc/self/mountinfo", as: .own)
    else { return false }
    // Of a file system that lies on no device, the major number is 0; makedev(3).
    let device = "0:\(info.st_dev & 0xFF | info.st_dev >> 12 & 0xFFF00)"
    return String(decoding: mounts, as: UTF8.self).split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"),
        dash + 1 < words.count
      else { return false }
      return words[dash + 1] == "tmpfs" || words[dash + 1] == "ramfs"
    }
  }

  private static func remove(_ path: String) {
    let folder = Files.folder(of: path)
    // Editors leave copies of their own beside it.
    for name in Files.names(in: folder, hidden: true) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// - Returns: nil where it is no text, or not there.
  private static func read(_ path: String, of written: String) -> (text: String, remark: String?)? {
    guard let read = try? ReturnedText(path, isPlain: true) else { return nil }
    // An editor ends the last line; the text did not.
    let text = read.text
    let isEnded = text.last?.isNewline == true && written.last?.isNewline != true
    return (isEnded ? String(text.dropLast()) : text, read.remark)
  }
}
