import FoundationEssentials
import Glibc
import TestSupport

/// A folder for one test with a person's own folders in it; gone with it.
final class Place {
  let path: String

  init() throws {
    var template = Array("\(Place.temporary)/art28-program-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotMake(what: "a folder") }
    path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  struct CannotMake: Error { let what: String }

  /// Where temporary files lie; never in anybody's own folders.
  private static var temporary: String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return file(name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: file(name))))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
      .filter { $0 != "home" && !$0.hasPrefix(".") }
  }

  /// What the program finds around it: folders of this place's own, and a name that is known.
  /// Compiled questionnaires are kept for all tests of a run.
  var environment: [String: String?] {
    [
      "HOME": file("home"), "XDG_CONFIG_HOME": nil, "XDG_STATE_HOME": nil,
      "XDG_CACHE_HOME": Place.cache, "ART28_PACKS": nil, "ACCESSIBLE": nil, "EDITOR": nil,
      "VISUAL": nil, "SWIFT_BACKTRACE": "enable=no", "TZ": "UTC",
    ]
  }

  /// Keeps the name of the person, as the screen does when it has asked.
  func isKnown(as name: String = "Dr. Test") throws {
    try write("\(name)\n", to: "home/.config/art28/who")
  }

  private static let cache: String = {
    let folder = "\(temporary)/art28-program-cache-\(getpid())"
    mkdir(folder, 0o700)
    atexit { try? FileManager.default.removeItem(atPath: Place.cache) }
    return folder
  }()
}

/// This project's own folder.
enum Project {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let pack = "\(path)/Questionnaires/ai-dpa"

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  static func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(path)/\(name)"), encoding: .utf8)
  }
}
