import Canvas
import Interview
import PackModel
import Testing

@testable import Screens

/// A matter of the sample pack for the parts of the interview, each by itself.
enum Parts {
  static var today: CalendarDate {
    get throws { try #require(CalendarDate(year: 2026, month: 11, day: 21)) }
  }

  static func file(_ changes: [Change] = []) throws -> OpenMatter {
    var file = OpenMatter(
      Opening(path: "/m.art28", title: "M", pack: try SamplePack.make(), entries: []),
      today: try today)
    if !changes.isEmpty { file.take(entry(file, changes)) }
    return file
  }

  static func entry(_ file: OpenMatter, _ changes: [Change]) -> Entry {
    Entry(
      number: file.sheet.head + 1, when: "2026-11-21T10:00:00Z", by: "A", why: nil,
      changes: changes)
  }

  static func shared() throws -> Shared {
    var shared = try Sitting(pack: SamplePack.make()).desk.shared
    shared.file = try file()
    return shared
  }

  static func place(_ linkId: String, row: String? = nil, _ file: OpenMatter) throws
    -> ScreenLocation
  {
    try #require(file.place(AnswerKey(linkId, row: row)))
  }
}
