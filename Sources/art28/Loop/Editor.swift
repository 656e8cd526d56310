import Casework
import CursesTerminal
import Glibc

/// The user's own editor on a text, through a file that only they can read.
enum Editor {
  /// nil where the editor could not be started or ended badly: the text stays as it was.
  static func edit(_ text: String) -> String? {
    let folder = Person.environment("TMPDIR") ?? "/tmp"
    // Six times X is what mkstemps(3) replaces.
    let blank = String(repeating: "X", count: 6)
    var template = Array("\(folder)/art28-\(blank).txt".utf8CString)
    let file = mkstemps(&template, 4)
    guard file >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let typed = Array(text.utf8)
    let count = typed.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard close(file) == 0, count == typed.count,
      let status = try? ForegroundCommand.editor(on: path).run(), status == 0,
      let bytes = try? Files.read(path, as: .own),
      let edited = String(validating: bytes, as: UTF8.self)
    else { return nil }
    // An editor ends the last line; the text did not.
    return edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }
}
