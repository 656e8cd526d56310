import Casework
import Documents
import Matters
import PackCompiler
import PackModel
import TestSupport
import Testing

/// Where packs are found, and what of a stranger's folder is not read.
struct WorkplaceTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func aPackIsCompiledOnce() throws {
    #expect(try office.packs().catalogue().pack == GermanPack.pack)
    let kept = office.names(in: "cache/packs")
    #expect(kept.count == 1 && kept[0].hasPrefix(GermanPack.pack.hash.prefix(40)))
    #expect(try office.packs().catalogue().pack == GermanPack.pack)
    #expect(office.names(in: "cache/packs") == kept)
  }

  @Test func aFolderAboveAPackWillDoAndNoOther() throws {
    #expect(try PackStore(folder: office.path, at: office.place).location() == office.file("pack"))
    try office.write("no pack", to: "empty/readme.txt")
    let refused = try #require(try outcome { try office.packs("empty").location() })
    #expect(refused.kind == .file && refused.lines[0].contains("holds no pack"))
    // The program lies nowhere near a pack.
    let none = try #require(
      try outcome { try PackStore(folder: nil, at: office.place).catalogue() })
    #expect(none.lines[0] == "No questionnaires were found.")
  }

  @Test func faultsOfAPackAreAllSaid() throws {
    try office.write("id: x\n", to: "pack/pack.yaml")
    let refused = try #require(try outcome { try office.packs().catalogue() })
    #expect(refused.kind == .found && refused.lines.last?.hasSuffix(" faults.") == true)
  }

  @Test func aStyleIsStartedOnce() throws {
    let folder = office.file("style")
    let paths = try StyleFolder.start(folder, paper: .a4)
    #expect(paths == ["reference.docx", "template.typ"].map { "\(folder)/\($0)" })
    #expect(try StyleFolder.load(folder, at: office.place) != nil)
    #expect(try StyleFolder.load(nil, at: office.place) == nil)
    #expect(try outcome { try StyleFolder.start(folder, paper: .a4) }?.kind == .file)
    #expect(try outcome { try StyleFolder.load(office.file("no"), at: office.place) } != nil)
  }

  @Test func aKeyIsNeverOverwritten() throws {
    let path = office.file("me.key")
    let key = try Keys.make(path)
    #expect(try Keys.verifying("\(path).pub") == key)
    #expect(try Keys.signing(path).verifying == key)
    let before = try office.bytes(of: "me.key")
    #expect(try outcome { try Keys.make(path) }?.kind == .file)
    #expect(try office.bytes(of: "me.key") == before)
    #expect(try outcome { try Keys.verifying(path) }?.lines.first?.contains("other half") == true)
  }
}
