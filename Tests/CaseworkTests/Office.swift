import Casework
import Foundation
import Interview
import Matters
import PackCompiler
import PackModel
import Publishing
import Synchronization
import TestSupport

/// A folder for one test, gone with it: a person's own folders, a small German questionnaire, and a
/// clock that stands. Nothing in it asks the machine.
final class Office: Sendable {
  let path: String
  let place: Workplace

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("art28-casework-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
    let said = Said()
    place = Office.place(in: path, tell: said)
    self.said = said
    try write(GermanPack.sources.files, to: "pack")
  }

  /// The same folder for a program that starts now.
  func anew() -> Workplace { Office.place(in: path, tell: said) }

  private static func place(in path: String, tell said: Said) -> Workplace {
    let today = CalendarDate(iso: "2026-11-30") ?? .first
    return Workplace(
      folders: Workplace.Folders(
        configuration: "\(path)/configuration", cache: "\(path)/cache", state: "\(path)/state",
        fonts: [], program: "\(path)/program"),
      clock: Workplace.Time(today: { today }, stamp: { "2026-11-30T09:30:00Z" }),
      tools: { ToolPaths(typst: nil, pythons: []) }, tell: { said.add($0) })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Remarks that were made while work went on.
  private final class Said: Sendable {
    private let sentences = Mutex<[String]>([])
    func add(_ sentence: String) { sentences.withLock { $0.append(sentence) } }
    var all: [String] { sentences.withLock { $0 } }
  }

  private let said: Said
  var remarks: [String] { said.all }

  // MARK: Files

  func file(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return file(name)
  }

  func write(_ files: [String: [UInt8]], to folder: String) throws {
    for (name, bytes) in files {
      try write(String(decoding: bytes, as: UTF8.self), to: "\(folder)/\(name)")
    }
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()) ?? []
  }

  // MARK: Matters

  func packs(_ folder: String = "pack") -> PackStore {
    PackStore(folder: file(folder), at: place)
  }

  /// The questionnaire as a newer version has it.
  func newerPack(_ change: (inout String) -> Void) throws -> PackStore {
    for (name, bytes) in GermanPack.sources.files {
      var text = String(decoding: bytes, as: UTF8.self)
      if name == "pack.yaml" { text = text.replacing("version: 1.0.0", with: "version: 1.1.0") }
      change(&text)
      try write(text, to: "newer/\(name)")
    }
    return packs("newer")
  }

  func matter(_ name: String = "fall") throws -> MatterSession {
    try FileManager.default.createDirectory(
      atPath: Files.folder(of: file(name)), withIntermediateDirectories: true)
    return try MatterSession.create(
      file("\(name).art28"), journey: "vertrag", by: "Änne", packs: packs(), at: place)
  }

  func open(_ name: String = "fall", by: String = "Änne") throws -> MatterSession {
    try MatterSession.open(file("\(name).art28"), by: by, at: place)
  }

  static let whole: KeyValuePairs = [
    "auftraggeber": "Klinik Süd GmbH", "auftragnehmer": "Rechenhaus AG", "frist": "30 day",
    "pruefung": "yes",
  ]
}

extension MatterSession {
  @discardableResult
  func answer(_ words: KeyValuePairs<String, String>) throws -> Taken {
    try take(words.map { Assignment(path: $0.key, said: .words($0.value)) })
  }

  func says(_ linkId: String) -> Answer? { file.sheet[AnswerKey(linkId)] }
}

/// The lines of the outcome that a piece of work ends with; nil where it ends well.
func outcome(_ work: () throws -> some Any) throws -> Outcome? {
  do {
    _ = try work()
    return nil
  } catch let outcome as Outcome {
    return outcome
  }
}
