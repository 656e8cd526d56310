import Foundation
import Glibc
import Interview
import PackModel
import Testing

@testable import Matters

/// What lies whole in a damaged file is brought out of it, and nothing that was not there.
@Suite struct RescueTests {
  /// Reads a damaged file, and makes a matter of it.
  ///
  /// - Parameter others: matters that may be found there as well.
  @discardableResult
  private func rescue(
    _ damaged: [UInt8], of whole: Wreckage, or others: [Wreckage] = [], makes: Bool = true,
    in folder: Folder, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Salvage {
    let salvage = Salvage(of: damaged)
    let found = salvage.entries + salvage.loose
    for entry in whole.present(in: damaged) + others.flatMap({ $0.present(in: damaged) }) {
      #expect(
        found.contains { $0.says(the: entry) }, "\(what): entry \(entry.number) is not brought out",
        sourceLocation: sourceLocation)
    }
    let all = [whole] + others
    #expect(
      all.contains { Array($0.entries.prefix(salvage.entries.count)) == salvage.entries },
      "\(what): the run is not a matter's own", sourceLocation: sourceLocation)
    for entry in salvage.loose {
      #expect(
        all.contains { $0.entries.contains { $0.says(the: entry) } }, "\(what): \(entry)",
        sourceLocation: sourceLocation)
    }
    for enclosure in salvage.enclosures {
      #expect(
        all.contains { $0.enclosures.contains(enclosure) }, "\(what)",
        sourceLocation: sourceLocation
      )
    }
    if makes { try make(salvage, all, in: folder, what) }
    return salvage
  }

  private func make(
    _ salvage: Salvage, _ wholes: [Wreckage], in folder: Folder, _ what: String
  ) throws {
    guard !salvage.entries.isEmpty else { return }
    try? folder.remove("new.art28")
    let file = try MatterFile.create(
      at: folder.file("new.art28"), by: tester, of: salvage.entries,
      enclosing: wholes.flatMap(\.enclosures), summary: salvage.summary, desks: salvage.desks)
    #expect(file.head == salvage.head, "\(what)")
    #expect(try file.verify().faults == [], "\(what)")
    file.close()
  }

  @Test func aWholeFileIsWholeAfterwards() throws {
    let folder = try Folder()
    for whole in [try Wreckage.small(folder), try Wreckage.whole(folder)] {
      let salvage = try rescue(whole.bytes, of: whole, in: folder, "whole")
      #expect(salvage.entries == whole.entries)
      #expect(salvage.loose.isEmpty && salvage.missing.isEmpty && salvage.missingBytes == 0)
      #expect(Set(salvage.enclosures) == Set(whole.enclosures))
      #expect(salvage.answers == AnswerSheet(entries: whole.entries).answers)
      #expect(salvage.stated.isEmpty && salvage.missingEnclosures.isEmpty)
    }
    let salvage = Salvage(of: try folder.bytes(of: "small"))
    #expect(salvage.desks.map(\.person) == ["Änne"])
    #expect(salvage.desks.first?.fields == [AnswerKey("question.3"): Wreckage.typed])
    #expect(salvage.desks.first?.place?.question == "question.3")
    #expect(salvage.summary.title == "small")
  }

  @Test func cutAtEverySector() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    for length in stride(from: 0, through: whole.bytes.count, by: 512) {
      let salvage = try rescue(
        Array(whole.bytes.prefix(length)), of: whole, makes: length.isMultiple(of: 4096),
        in: folder, "cut at \(length)")
      #expect(
        salvage.missingBytes == (length == 0 ? 0 : whole.bytes.count - length), "cut at \(length)")
    }
  }

  @Test func aWholeCaseCutAnywhere() throws {
    let folder = try Folder()
    let whole = try Wreckage.whole(folder)
    var chance = Chance(51)
    for _ in 0..<100 {
      let length = Int.random(in: 0...whole.bytes.count, using: &chance)
      try rescue(Array(whole.bytes.prefix(length)), of: whole, in: folder, "cut at \(length)")
    }
  }

  @Test func bitsFlippedAnywhere() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    var chance = Chance(52)
    for _ in 0..<300 {
      var damaged = whole.bytes
      let place = Int.random(in: 0..<damaged.count, using: &chance)
      damaged[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &chance)
      try rescue(
        damaged, of: whole, makes: place.isMultiple(of: 8), in: folder,
        "bit flipped in byte \(place)")
    }
  }

  @Test func everyPageFilledWithSomethingElse() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    for page in 0..<whole.bytes.count / 4096 {
      for fill in [UInt8(0), 0xFF, 0x0D, 0x4C] {
        var damaged = whole.bytes
        damaged.replaceSubrange(
          page * 4096..<(page + 1) * 4096, with: [UInt8](repeating: fill, count: 4096))
        try rescue(damaged, of: whole, in: folder, "page \(page + 1) filled with \(fill)")
      }
    }
  }

  @Test func pagesInOthersPlaces() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    var chance = Chance(53)
    for _ in 0..<60 {
      var damaged = whole.bytes
      let pages = (0..<2).map { _ in Int.random(in: 0..<damaged.count / 4096, using: &chance) }
      for offset in 0..<4096 {
        damaged.swapAt(pages[0] * 4096 + offset, pages[1] * 4096 + offset)
      }
      try rescue(damaged, of: whole, in: folder, "pages \(pages) swapped")
    }
  }

  @Test func withoutItsHeader() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    for count in [16, 18, 100, 512, 4096, 8192] {
      for fill in [UInt8(0), 0xFF] {
        var damaged = whole.bytes
        damaged.replaceSubrange(0..<count, with: [UInt8](repeating: fill, count: count))
        let salvage = try rescue(damaged, of: whole, in: folder, "\(count) bytes of \(fill)")
        #expect(salvage.entries == whole.entries)
        #expect(Set(salvage.enclosures) == Set(whole.enclosures))
      }
    }
    let tail = try rescue(
      Array(whole.bytes.dropFirst(700)), of: whole, in: folder, "without its first bytes")
    // The two that hold the long answer lie on pages whose numbers mean others now.
    #expect(tail.entries.count + tail.loose.count == whole.entries.count - 2)
  }

  @Test func oneMatterInAnother() throws {
    let folder = try Folder()
    let first = try Wreckage.small(folder)
    let second = try Wreckage.small(folder, answers: 30, name: "other")
    var chance = Chance(54)
    for round in 0..<40 {
      var damaged = first.bytes
      var place = Int.random(in: 0..<damaged.count, using: &chance)
      if round.isMultiple(of: 2) { place = place / 4096 * 4096 }
      if round.isMultiple(of: 3) {
        damaged.insert(contentsOf: second.bytes, at: place)
      } else {
        let end = min(place + second.bytes.count, damaged.count)
        damaged.replaceSubrange(place..<end, with: second.bytes.prefix(end - place))
      }
      let salvage = try rescue(
        damaged, of: first, or: [second], in: folder, "another file at \(place), round \(round)")
      // The other client's answers are not taken for this one's.
      let isFirst = salvage.entries.first == first.entries.first
      for (_, said) in salvage.stated.answers {
        guard case .value(.text(let text))? = said.answer else { continue }
        #expect(
          !salvage.holdsOthers || text.contains(isFirst ? "small" : "other"), "\(place): \(text)")
      }
    }
  }

  @Test func anAnswerThatOnlyTheTableHas() throws {
    let folder = try Folder()
    let whole = try Wreckage.small(folder)
    var damaged = whole.bytes
    // Every entry is lost, and what they add up to is not.
    for entry in whole.entries {
      let payload = Data(Payload.bytes(of: entry).prefix(60))
      while let place = Data(damaged).range(of: payload)?.lowerBound { damaged[place + 30] ^= 1 }
    }
    let salvage = try rescue(damaged, of: whole, in: folder, "all entries altered")
    #expect(salvage.entries.isEmpty && salvage.loose.isEmpty)
    let sheet = AnswerSheet(entries: whole.entries)
    #expect(salvage.answers == sheet.answers)
    let told = AnswerSheet().adding(salvage.stated)
    #expect(told.answers == sheet.answers && told.settings == sheet.settings)
    #expect(salvage.missing == [1...61])
  }

  /// A save was cut off: its pages are in the file, and the journal knows how they were.
  @Test func besideHalfASaveWithATornJournal() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 200)
    let entries = try MatterFile.open(at: folder.file(), by: tester).entries()
    let child = try Child("cut-off", folder.file())
    #expect(child.lines() == ["cut"])
    child.end(SIGKILL)
    let bytes = try folder.bytes()
    let journal = try folder.bytes(of: "case.art28-journal")
    let earlier = RollbackJournal.pages(in: journal, from: 0, pageSize: 4096)
    #expect(!earlier.isEmpty)
    // The save had overwritten every entry: they stand in the journal alone, as far as that goes.
    #expect(Salvage(of: bytes, journal: journal).entries == entries)
    var most = 0
    for length in stride(from: 0, through: journal.count, by: 2000) {
      let salvage = Salvage(of: bytes, journal: Array(journal.prefix(length)))
      #expect((salvage.entries + salvage.loose).allSatisfy(entries.contains))
      #expect(salvage.entries.count >= most, "journal torn at \(length)")
      most = salvage.entries.count
    }
    #expect(most > 150)
    for page in earlier.keys where page * 4096 <= bytes.count {
      var damaged = bytes
      damaged.replaceSubrange(
        (page - 1) * 4096..<page * 4096, with: [UInt8](repeating: 0, count: 4096))
      let salvage = Salvage(of: damaged, journal: journal)
      #expect(salvage.entries == entries, "page \(page) lost")
    }
  }
}
