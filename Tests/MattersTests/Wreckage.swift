import Foundation
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Matters

/// A matter with everything in it, and what may be found in its damaged file.
struct Wreckage {
  let bytes: [UInt8]
  let entries: [Entry]
  let enclosures: [Enclosure]
  /// Payload and hash of each entry, as they lie in the file where they lie on one page.
  private let traces: [Data]

  static let typed = "half a sentence that no entry has"

  /// Short answers, one that fills several pages, two papers, a questionnaire and a desk.
  static func small(_ folder: Folder, answers: Int = 60, name: String = "small") throws -> Wreckage
  {
    let sources = PackSources(hash: name, files: ["pack.yaml": noise(9000, seed: 7)])
    let papers = [
      AttachedFile(name: "DPA.pdf", bytes: noise(30_000, seed: 8)),
      AttachedFile(name: "note.txt", bytes: Array("a short \(name) note".utf8)),
    ]
    var sheet = AnswerSheet()
    let first = Entry(
      number: 1, when: someTime, by: "Änne", why: "The matter was opened.",
      changes: sheet.changing(.pack, to: name) + sheet.changing(.journey, to: "draft")
        + sheet.changing(.title, to: name))
    let file = try MatterFile.create(
      at: folder.file(name), by: tester,
      enclosing: [.pack(sources)] + papers.map { .paper($0) }, first: first,
      summary: MatterSummary(title: name))
    for number in 0..<answers {
      sheet = file.sheet
      let text =
        number == 20
        ? String(repeating: "A long answer of \(name). ", count: 800)
        : "\(name) says \(number) “§ 7”"
      try file.append(
        Entry(
          number: file.head.number + 1, when: someTime, by: "Änne", why: nil,
          changes: sheet.setting(AnswerKey("question.\(number % 25)"), to: .value(.text(text)))))
    }
    try file.save(
      DeskChange(
        person: "Änne", place: DeskPlace(step: "part", question: "question.3"),
        fields: [AnswerKey("question.3"): typed]))
    defer { file.close() }
    return Wreckage(
      bytes: try folder.bytes(of: name), entries: try file.entries(),
      enclosures: [.pack(sources)] + papers.map { .paper($0) })
  }

  /// A whole case of the shipped questionnaire, an entry to an answer.
  static func whole(_ folder: Folder) throws -> Wreckage {
    let pack = TestPacks.real
    let sheet = WholeCase.all[0].evaluation(pack).sheet
    let sources = PackSources(hash: pack.hash, files: TestPacks.realSources.files)
    let opening = AnswerSheet()
    var entries = [
      Entry(
        number: 1, when: someTime, by: "Änne", why: nil,
        changes: opening.changing(.pack, to: pack.hash)
          + opening.changing(.journey, to: WholeCase.all[0].journey))
    ]
    for change in AnswerSheet(entries: entries).changes(to: sheet) {
      if case .setting = change { continue }
      entries.append(
        Entry(number: entries.count + 1, when: someTime, by: "Änne", why: nil, changes: [change]))
    }
    let file = try MatterFile.create(
      at: folder.file("whole.art28"), by: tester, of: entries, enclosing: [.pack(sources)],
      summary: MatterSummary(title: "whole"), desks: [])
    file.close()
    return Wreckage(
      bytes: try folder.bytes(of: "whole.art28"), entries: entries, enclosures: [.pack(sources)])
  }

  init(bytes: [UInt8], entries: [Entry], enclosures: [Enclosure]) {
    self.bytes = bytes
    self.entries = entries
    self.enclosures = enclosures
    traces = entries.map { entry in
      let payload = Payload.bytes(of: entry)
      return Data(payload + Fingerprint(of: payload).bytes)
    }
  }

  /// The entries whose bytes lie whole in a damaged file.
  func present(in damaged: [UInt8]) -> [Entry] {
    let damaged = Data(damaged)
    return zip(entries, traces).filter { damaged.range(of: $1) != nil }.map(\.0)
  }

  private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var chance = Chance(seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
  }
}

extension Entry {
  /// The same act, whatever its number.
  func says(the other: Entry) -> Bool {
    when == other.when && by == other.by && why == other.why && changes == other.changes
      && reverses == other.reverses
  }
}
