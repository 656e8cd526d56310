import Glibc
import TestSupport
import Testing

@Suite("Compiled questionnaires in the cache folder")
struct CompiledPackTests {
  private let place: Place
  private let folder = "cache/art28/packs"

  init() throws {
    place = try Place()
    try SmallPack.make("s.art28", in: place)
  }

  /// Compiles the questionnaire and keeps it.
  private func compile() throws {
    try Program.run(
      "draft", "s.art28", "--out", "out", "--overwrite", in: place,
      environment: ["XDG_CACHE_HOME": place.file("cache")]
    ).expectSuccess()
  }

  /// What another build of the program compiled, when nothing else is said.
  @discardableResult
  private func add(
    _ number: Int, days: Int, readDaysAgo: Int? = nil, as name: String? = nil
  ) throws -> String {
    let digits = String(number)
    let hash = String(repeating: "a", count: 40 - digits.count) + digits
    let name = name ?? "\(hash)-0.1.0-57978584-1796064605-7"
    try place.write("bytes", to: "\(folder)/\(name)")
    let now = time(nil)
    let times = [
      timespec(tv_sec: now - (readDaysAgo ?? days) * 86_400, tv_nsec: 0),
      timespec(tv_sec: now - days * 86_400, tv_nsec: 0),
    ]
    try #require(utimensat(AT_FDCWD, place.file("\(folder)/\(name)"), times, 0) == 0)
    return name
  }

  @Test("what nobody used for long goes when another is written; what was read lately stays")
  func age() throws {
    let old = try add(1, days: 100)
    let read = try add(2, days: 100, readDaysAgo: 3)
    let young = try add(3, days: 80)
    try compile()
    let names = try place.names(in: folder)
    #expect(!names.contains(old))
    #expect(names.contains(read))
    #expect(names.contains(young))
    #expect(names.count == 3)
  }

  @Test("of very many the latest forty stay, and the one that was just written is among them")
  func count() throws {
    for number in 1...60 { try add(number, days: number) }
    try compile()
    let names = try place.names(in: folder)
    #expect(names.count == 40)
    #expect(names.filter { $0.hasPrefix("aaa") }.count == 39)
    #expect(names.contains { $0.hasSuffix("39-0.1.0-57978584-1796064605-7") })
    #expect(!names.contains { $0.hasSuffix("40-0.1.0-57978584-1796064605-7") })
  }

  @Test("what is not the program's own stays: other names, links, folders, what is being written")
  func strangers() throws {
    try place.write("mine", to: "mine.txt")
    let link = try add(1, days: 100)
    try #require(unlink(place.file("\(folder)/\(link)")) == 0)
    try #require(symlink(place.file("mine.txt"), place.file("\(folder)/\(link)")) == 0)
    let folderName = String(repeating: "b", count: 40) + "-0.1.0-1-2-3"
    try #require(mkdir(place.file("\(folder)/\(folderName)"), 0o700) == 0)
    let note = try add(2, days: 400, as: "notes.txt")
    let short = try add(3, days: 400, as: "abc-0.1.0-1-2-3")
    let part = try add(4, days: 0, as: ".art28-1f.part")
    // Whoever writes it holds it.
    let held = open(place.file("\(folder)/\(part)"), O_RDWR | O_CLOEXEC)
    defer { close(held) }
    try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
    let killed = try add(5, days: 2, as: ".art28-2f.part")
    try compile()
    let names = try place.names(in: folder)
    for name in [link, folderName, note, short] { #expect(names.contains(name), "\(name)") }
    #expect(place.exists("\(folder)/\(part)"))
    #expect(!place.exists("\(folder)/\(killed)"))
    #expect(try place.text(of: "mine.txt") == "mine")
  }

  @Test("reading a compiled questionnaire throws nothing away")
  func reading() throws {
    try compile()
    let old = try add(1, days: 100)
    try compile()
    #expect(try place.names(in: folder).contains(old))
  }

  @Test("bytes of an older format are compiled anew")
  func olderFormat() throws {
    try compile()
    let name = try #require(try place.names(in: folder).first)
    let good = try place.bytes(of: "\(folder)/\(name)")
    var old = Array("art28p".utf8) + [12, 64] + [UInt8](repeating: UInt8(ascii: "a"), count: 64)
    old += [UInt8](repeating: 1, count: 2000)
    try place.write(old, to: "\(folder)/\(name)")
    try #require(chmod(place.file("\(folder)/\(name)"), 0o600) == 0)
    try compile()
    #expect(try place.bytes(of: "\(folder)/\(name)") == good)
  }
}
