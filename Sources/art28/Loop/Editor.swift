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

  static func edit(_ text: String) -> Edited {
    if let earlier = take(writtenFor: text) {
      return Edited(
        text: earlier, remark: "Taken from the window of your editor, which had saved it meanwhile."
      )
    }
    let path: String
    do throws(FileError) { path = try write(text) } catch {
      return Edited(remark: "The text could not be handed to an editor: \(error.message)")
    }
    let status = try? ForegroundCommand.editor(on: path).run()
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

  /// Into a new folder of the person's own; where they have none, into the system's.
  private static func write(_ text: String) throws(FileError) -> String {
    let own = "\(Person.state)/editing"
    try? Files.makeFolder(own)
    let places = [own, Person.environment("TMPDIR") ?? "/tmp"]
    // Six times X is what mkdtemp(3) replaces.
    let blank = String(repeating: "X", count: 6)
    var folder: String?
    for place in places where folder == nil {
      var template = Array("\(place)/art28-\(blank)".utf8CString)
      if mkdtemp(&template) != nil {
        folder = String(
          decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    let path = "\(folder ?? places[1])/answer.txt"
    try Files.write(Array(text.utf8), to: path)
    return path
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
