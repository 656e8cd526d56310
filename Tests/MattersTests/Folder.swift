import Foundation
import Interview
import PackModel

@testable import Matters

/// A folder for one test, gone with it.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("art28-matters-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "case.art28") -> String { path + "/" + name }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func bytes(of name: String = "case.art28") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

let tester = Holder(who: "Test", since: "2026-03-01T09:30:00Z")
let someTime = "2026-03-01T09:30:00Z"

extension MatterFile {
  /// An entry with these changes that follows this file's head.
  func next(
    _ changes: [Change], by: String = "Test", why: String? = nil, reverses: Entry.Reverse? = nil
  ) -> Entry {
    Entry(
      number: head.number + 1, when: someTime, by: by, why: why, changes: changes,
      reverses: reverses)
  }

  func answer(_ linkId: String, _ text: String) -> Entry {
    next(sheet.setting(AnswerKey(linkId), to: .value(.text(text))))
  }
}

/// A matter with `count` answers, closed; made in one transaction.
func matter(at path: String, answers count: Int) throws {
  var export = Export()
  var sheet = AnswerSheet()
  for number in 0..<count {
    let key = AnswerKey("question.\(number % 25)")
    let text = "answer \(number) äöü “§ 7”"
    let entry = Entry(
      number: number + 1, when: someTime, by: "Test", why: nil,
      changes: sheet.setting(key, to: .value(.text(text))))
    sheet.apply(entry)
    export.entries.append(entry)
    let hash = Fingerprint(of: Payload.bytes(of: entry))
    export.head = MatterHead(
      number: entry.number, link: export.head.link.link(to: entry.number, payload: hash))
  }
  try MatterFile.create(at: path, by: tester, from: export.bytes).close()
}
