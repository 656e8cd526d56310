import Foundation
import GRDB
import Interview
import TestSupport
import Testing

@testable import Matters

/// What opens a locked matter.
@Suite struct LockSlotTests {
  private let recovery = RecoveryKey()
  private let second = Locked.made("the second one of them")

  private func made() throws -> Folder {
    let folder = try Folder()
    try MatterFile.makeLocked(
      at: folder.file(), try Locked.lock([.passphrase(Locked.passphrase), .recovery(recovery)]))
    return folder
  }

  private func opens(_ folder: Folder, _ credential: Credential) throws -> Bool {
    do {
      try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys(credential)).close()
      return true
    } catch {
      guard error.kind == .wrongPassphrase else { throw error }
      return false
    }
  }

  private func change(
    _ folder: Folder, _ body: (inout Lock, SecretBytes) throws(LockFault) -> Void
  ) throws {
    let file = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    defer { file.close() }
    try file.changeLock(body)
  }

  @Test func nobodyOpensItWithoutAKey() throws {
    let folder = try made()
    let before = try folder.bytes()
    expect(.locked) { try MatterFile.open(at: folder.file(), by: tester) }
    expect(.locked) { try MatterFile.open(at: folder.file(), by: tester, readOnly: true) }
    for wrong in ["Correct horse battery staple", "correct horse battery staple ", "x"] {
      #expect(try !opens(folder, .passphrase(Locked.made(wrong))))
    }
    #expect(try !opens(folder, .recovery(RecoveryKey())))
    #expect(try folder.bytes() == before)
    #expect(try folder.names == ["case.art28"])
  }

  @Test func aChangedPassphraseTakesThePlaceOfTheFirstAndEntriesStay() throws {
    let folder = try made()
    func entries() throws -> [Row] {
      try folder.reading { try Row.fetchAll($0, sql: "SELECT * FROM entry").map { $0.copy() } }
    }
    let before = try entries()
    try change(folder) { (lock, key) throws(LockFault) in
      try lock.add(.passphrase(second), protecting: key, at: 1, cost: Locked.cost)
    }
    #expect(try !opens(folder, .passphrase(Locked.passphrase)))
    #expect(try opens(folder, .passphrase(second)))
    #expect(try opens(folder, .recovery(recovery)))
    #expect(try entries() == before)
    #expect(
      try MatterFile.verify(at: folder.file(), keys: Locked.keys(.passphrase(second))).isWhole)
  }

  @Test func severalPassphrasesOpenItAndEachCanBeRemovedButTheLast() throws {
    let folder = try made()
    try change(folder) { (lock, key) throws(LockFault) in
      try lock.add(.passphrase(second), protecting: key, cost: Locked.cost)
    }
    #expect(try opens(folder, .passphrase(second)))
    #expect(try opens(folder, .passphrase(Locked.passphrase)))
    #expect(
      try MatterFile.lock(at: folder.file())?.ways.map(\.kind) == [
        .passphrase, .recovery, .passphrase,
      ])
    try change(folder) { (lock, _) throws(LockFault) in try lock.remove(3) }
    try change(folder) { (lock, _) throws(LockFault) in try lock.remove(2) }
    #expect(try !opens(folder, .passphrase(second)))
    #expect(try !opens(folder, .recovery(recovery)))
    let file = try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    defer { file.close() }
    expect(.lockRefused(.lastWay), kept: .entries(4)) {
      try file.changeLock { (lock, _) throws(LockFault) in try lock.remove(1) }
    }
    expect(.lockRefused(.noSuchWay(9)), kept: .entries(4)) {
      try file.changeLock { (lock, _) throws(LockFault) in try lock.remove(9) }
    }
    file.close()
    #expect(try opens(folder, .passphrase(Locked.passphrase)))
  }

  @Test("passphrases end where all of them together would take too long")
  func tooMany() throws {
    let folder = try made()
    try change(folder) { (lock, key) throws(LockFault) in
      var copy = lock
      for number in 1..<20 {
        do throws(LockFault) {
          try copy.add(
            .passphrase(Locked.made("one \(number)")), protecting: key, cost: Locked.cost)
        } catch {
          #expect(error == .tooManyWays)
          #expect(copy.ways.count == 16)
          return
        }
      }
      Issue.record("no end")
    }
  }

  @Test(
    "a stranger's file can push neither memory nor time",
    arguments: [
      (3, 1 << 30), (1_000_000, 65_536), (1, 262_145), (0, 65_536), (3, 0), (1, 7), (65, 8),
      (24, 262_144), (Int(Int32.max), Int(Int32.max)),
    ])
  func absurdCost(operations: Int, memory: Int) throws {
    let folder = try made()
    try folder.change { database in
      let row = try #require(
        try Row.fetchOne(database, sql: "SELECT salt, key FROM lock WHERE slot = 1"))
      let lock = try #require(try Lock.reading(database).lock)
      let slot = LockSlot(
        number: 1, kind: .passphrase, salt: row.bytes(0) ?? [],
        cost: DerivationCost(operations: operations, memory: memory), key: row.bytes(1) ?? [])
      try database.execute(
        sql: "UPDATE lock SET operations = ?, memory = ?, hash = ? WHERE slot = 1",
        arguments: [
          operations, memory, Data(Fingerprint(of: slot.bytes(of: lock.id)).bytes),
        ])
    }
    let lock = try #require(try MatterFile.lock(at: folder.file()))
    #expect(!lock.isBearable)
    // Not even the recovery key is tried: whoever made this file means ill.
    #expect(lock.open(.passphrase(Locked.passphrase)) == nil)
    #expect(lock.open(.recovery(recovery)) == nil)
  }

  @Test func aThousandSlotsAreRefusedUnread() throws {
    let folder = try made()
    try folder.change { database in
      for number in 3..<1000 {
        try database.execute(
          sql: """
            INSERT INTO lock SELECT ?, kind, salt, operations, memory, key, hash FROM lock
            WHERE slot = 1
            """, arguments: [number])
      }
    }
    expect(.damaged(Damage(whole: 0, faults: [.lock(slot: 0)]))) {
      try MatterFile.open(at: folder.file(), by: tester, keys: Locked.keys())
    }
  }

  /// Whoever has the passphrase opens it with every later version.
  @Test func aLockedMatterThatWasMadeOnceOpensWithItsPassphraseAndItsRecoveryKey() throws {
    let made = "\(TestPacks.root)/Tests/MattersTests/Made"
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(made)/\(name)")))
    }
    let folder = try Folder()
    let path = try folder.write(try bytes("locked-3.art28"), to: "case.art28")
    let words = try #require(
      Passphrase(
        String(decoding: try bytes("locked-3.recovery"), as: UTF8.self).filter { $0 != "\n" }))
    guard case .key(let recovery) = RecoveryKey.reading(words) else {
      Issue.record("no recovery key")
      return
    }
    let typed = Locked.made("fu\u{308}nf Wörter, die niemand kennt")
    for way in [Credential.passphrase(typed), .recovery(recovery)] {
      let file = try MatterFile.open(at: path, by: tester, keys: Locked.keys(way))
      #expect(try file.export() == bytes("locked-3.json"))
      #expect(try file.verify().faults == [])
      #expect(try file.desk(of: "Anna").fields[AnswerKey("half")] == "halb getippt")
      file.close()
    }
    #expect(try folder.bytes() == bytes("locked-3.art28"))
  }

  // MARK: Passphrases

  @Test("two spellings of one text are one passphrase, and nothing else is")
  func spellings() {
    let composed = Locked.made("Müller läßt grüßen é 각")
    #expect(
      composed.isSame(
        as: Locked.made("Mu\u{308}ller la\u{308}ßt gru\u{308}ßen e\u{301} \u{1100}\u{1161}\u{11A8}")
      ))
    for other in ["Müller läßt grüßen é 각 ", "müller läßt grüßen é 각", "Muller laßt grußen e 각"] {
      #expect(!composed.isSame(as: Locked.made(other)))
    }
  }

  @Test func anyTextIsAPassphraseButNone() {
    #expect(Passphrase("") == nil)
    for text in ["x", " ", "\u{0}", "\n", "👩‍👩‍👧‍👦", String(repeating: "ä", count: 5_000)] {
      #expect(Passphrase(text) != nil)
    }
    var broken: [UInt8] = [0xC3, 0x28]
    #expect(Passphrase(&broken) == nil)
    var typed = Array("a secret".utf8)
    #expect(Passphrase(&typed) != nil)
    #expect(typed == [UInt8](repeating: 0, count: 8))
    #expect(Passphrase(String(repeating: "x", count: Passphrase.longest + 1)) == nil)
  }

  @Test func aWeakOneIsKnown() {
    for weak in ["secret", "aaaaaaaaaaaaaaaaaaaaaa", "hunter2", "1212121212121212", "Passwort12"] {
      #expect(Locked.made(weak).isWeak, "\(weak)")
    }
    for strong in ["correct horse battery staple", "Vier schöne Wörter hier"] {
      #expect(!Locked.made(strong).isWeak, "\(strong)")
    }
  }

  // MARK: Recovery keys

  @Test("a recovery key is read as it is printed, however it is typed")
  func recoveryWords() {
    for _ in 0..<50 {
      let key = RecoveryKey()
      let words = key.words
      #expect(words.split(separator: "-").map(\.count) == Array(repeating: 4, count: 14))
      for typed in [
        words, words.lowercased(), words.replacing("-", with: " "), words.replacing("-", with: ""),
        words.replacing("0", with: "o").replacing("1", with: "l"),
      ] {
        guard case .key(let read) = RecoveryKey.reading(Locked.made(typed)) else {
          Issue.record("not read: \(typed)")
          continue
        }
        #expect(read.words == words)
      }
    }
  }

  @Test("a typing mistake in a recovery key is told, and is no wrong passphrase")
  func recoveryMistakes() {
    let words = Array(recovery.words)
    var (told, swapped) = (0, 0)
    for place in words.indices where words[place] != "-" {
      var wrong = words
      wrong[place] = words[place] == "7" ? "8" : "7"
      if case .mistyped = RecoveryKey.reading(Locked.made(String(wrong))) { told += 1 }
      var turned = words
      let next = place + 1 < words.count && words[place + 1] == "-" ? place + 2 : place + 1
      guard next < words.count, turned[place] != turned[next] else { continue }
      turned.swapAt(place, next)
      if case .mistyped = RecoveryKey.reading(Locked.made(String(turned))) {} else { swapped += 1 }
    }
    #expect(told == 56)
    #expect(swapped == 0)
    for other in ["correct horse", String(words.dropLast()), String(words) + "7", ""] {
      guard let typed = Passphrase(other) else { continue }
      guard case .none = RecoveryKey.reading(typed) else {
        Issue.record("read as a key: \(other)")
        continue
      }
    }
  }

  // MARK: Libraries

  @Test("one library opens every matter in it, and so does its recovery key")
  func library() throws {
    let made = try Library.make(Locked.passphrase, cost: Locked.cost)
    let library = try #require(Library(made.library.bytes))
    #expect(library == made.library)
    #expect(library.open(with: .passphrase(second)) == nil)
    let (key, way) = try #require(library.open(with: .passphrase(Locked.passphrase)))
    #expect(way == 1)
    let folder = try Folder()
    for name in ["a.art28", "b.art28"] {
      try MatterFile.makeLocked(at: folder.file(name), try NewLock(opening: library.ways(key)))
      let lock = try #require(try MatterFile.lock(at: folder.file(name)))
      #expect(lock.isOpened(by: library))
      #expect(lock.ways.map(\.kind) == [.library, .recovery])
      for way in [Credential.library(key), .recovery(made.recovery)] {
        let file = try MatterFile.open(
          at: folder.file(name), by: tester, readOnly: true, keys: Locked.keys(way))
        #expect(file.head.number == 4)
      }
      let other = try Library.make(Locked.passphrase, cost: Locked.cost)
      #expect(!lock.isOpened(by: other.library))
      #expect(lock.open(.library(other.key)) == nil)
    }
  }

  @Test func whatIsNoLibraryIsRefused() throws {
    let bytes = try Library.make(Locked.passphrase, cost: Locked.cost).library.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    for wrong in [
      "", "{}", text.replacing("art28 library", with: "art28 libraries"),
      text.replacing("\"version\":1", with: "\"version\":2"), String(text.dropLast(9)),
      text.replacing("\"slot\":1", with: "\"slot\":17"),
      text.replacing("\"kind\":\"recovery\"", with: "\"kind\":\"other\""),
      text.replacing("\"operations\":1", with: "\"operations\":-1"),
    ] {
      #expect(Library(Array(wrong.utf8)) == nil, "\(wrong)")
    }
    // One that asks for much is read, and not tried.
    let dear = try #require(
      Library(Array(text.replacing("\"memory\":8", with: "\"memory\":999999999").utf8)))
    #expect(!dear.lock.isBearable)
    #expect(dear.open(with: .passphrase(Locked.passphrase)) == nil)
  }

  // MARK: What is readable

  @Test("no word of any kind stands in the file, nor in the journal that undoes a save")
  func nothingReadable() throws {
    let folder = try Folder()
    let secret = "Qx7-Nordlicht-Geheimnis"
    try MatterFile.makeLocked(at: folder.file(), try Locked.lock(), secret: secret)
    let bytes = try folder.bytes()
    for word in [secret, "pack.yaml", "question.", "\"v\":1", "changes", "follow-up", "setting"] {
      let stands = bytes.contains(word)
      #expect(!stands, "\(word)")
    }
    let journal = try folder.reading { database in
      try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      try database.execute(sql: "UPDATE entry SET payload = randomblob(3000)")
      let journal = try folder.bytes(of: "case.art28-journal")
      try database.execute(sql: "ROLLBACK")
      return journal
    }
    #expect(journal.count > 1000)
    let stands = journal.contains(secret)
    #expect(!stands)
  }

  @Test("answers of about the same length take the same room")
  func padding() throws {
    let folder = try Folder()
    let file = try MatterFile.create(
      at: folder.file(), by: tester, locked: try Locked.lock())
    for text in ["yes", "no", "a longer one of two lines"] {
      try file.append(file.answer("q", text))
    }
    try file.append(file.answer("q", String(repeating: "x", count: 5_000)))
    file.close()
    let sizes = try folder.reading {
      try Int.fetchAll($0, sql: "SELECT length(payload) FROM entry ORDER BY number")
    }
    #expect(Set(sizes.prefix(3)).count == 1)
    #expect(sizes.allSatisfy { ($0 - Sealed.surplus) % 256 == 0 })
    for count in 0..<3_000 {
      var bytes = [UInt8](repeating: 0x80, count: count)
      Padding.pad(&bytes)
      #expect(bytes.count > count && bytes.count % 256 == 0 && bytes.count <= count + 512)
      #expect(Padding.unpad(&bytes) && bytes == [UInt8](repeating: 0x80, count: count))
    }
  }

  @Test("papers larger than a part come back whole, and lose no part unseen")
  func streams() throws {
    let key = SecretBytes(random: 32)
    for count in [0, 1, 65_535, 65_536, 65_537, 200_000] {
      let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let sealed = SealedStream.bytes(of: plain, key: key, bound: [1])
      #expect(SealedStream.opened(sealed, key: key, bound: [1], isWhole: true) == plain)
      #expect(
        SealedStream.opened(
          Array(sealed.prefix(SealedStream.beginning)), key: key, bound: [1], isWhole: false)
          == Array(plain.prefix(65_536)))
      #expect(SealedStream.opened(sealed, key: key, bound: [2], isWhole: true) == nil)
      #expect(SealedStream.opened(sealed + [0], key: key, bound: [1], isWhole: true) == nil)
      #expect(
        SealedStream.opened(Array(sealed.dropLast()), key: key, bound: [1], isWhole: true) == nil)
    }
    let sealed = SealedStream.bytes(
      of: [UInt8](repeating: 7, count: 200_000), key: key, bound: [1])
    let cut = Array(sealed.prefix(24 + 2 * 65_553))
    #expect(SealedStream.opened(cut, key: key, bound: [1], isWhole: true) == nil)
    let turned = Array(
      sealed[..<24] + sealed[(24 + 65_553)..<(24 + 2 * 65_553)] + sealed[24..<(24 + 65_553)]
        + sealed[(24 + 2 * 65_553)...])
    #expect(SealedStream.opened(turned, key: key, bound: [1], isWhole: true) == nil)
  }
}
