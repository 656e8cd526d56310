import FoundationEssentials
import GRDB
import Interview
import Matters
import PackModel
import PlainText

extension FuzzTarget {
  /// Any JSON, token by token.
  static let json = FuzzTarget(
    name: "json",
    seeds: {
      ["{\"a\":[1,-2,true,null,\"x\\u00e9\\n\"],\"b\":{}}", "[[[]]]"].map { Array($0.utf8) }
    },
    words: [
      "\\ud83d\\ude00", "\\ud800", "\\u0000", "1e9", "-", "\u{FEFF}", "[", "]", "{", "}", ":",
    ],
    runs: 3_000
  ) { bytes in
    var reader = JSONReader(bytes)
    try? MatterGround.skip(&reader, depth: 0)
    try? reader.end()
  }

  /// The entries of a journal, a payload a line; hashes and chain are made right.
  static let journal = FuzzTarget(
    name: "journal", seeds: { MatterGround.journals.map { Array($0.utf8) } },
    words: [
      "{\"set\":\"notice\",\"is\":", "{\"quantity\":{\"thousandths\":", ",\"unit\":\"day\"}}",
      "\"undo\":1,",
      "\"redo\":2,", "{\"addRow\":\"r9\",\"table\":\"laws\",\"at\":",
      "{\"removeRow\":\"r1\",\"table\":\"laws\",\"at\":0,\"cells\":[]}",
      "{\"moveRow\":\"r1\",\"table\":\"laws\",\"at\":0,\"to\":", "\"was\":", "\"row\":\"r1\",",
      "{\"text\":\"x\"}",
      "{\"setting\":\"", "null", ",",
    ], runs: 400
  ) { bytes in MatterGround.useJournal(bytes) }

  static let export = FuzzTarget(
    name: "export", seeds: { MatterGround.exports },
    words: [
      "\"loose\":[", "\"enclosures\":[", "\"entries\":[", "\"summary\":{", "\"base64\":\"", "null",
    ],
    runs: 400
  ) { bytes in
    let path = Scratch.path("import.art28")
    defer { MatterGround.remove(path) }
    guard let file = try? MatterFile.create(at: path, by: MatterGround.holder, from: bytes) else {
      return
    }
    let again = try? file.export()
    precondition(again != nil, "what was imported cannot be exported")
    Ground.use(evaluate(Ground.pack, file.sheet))
    file.close()
  }

  /// The bytes of a matter's file.
  static let matter = FuzzTarget(
    name: "matter", seeds: { [MatterGround.matter] }, runs: 400
  ) { bytes in
    let path = Scratch.path("matter.art28")
    defer { MatterGround.remove(path) }
    Folder.write(bytes, to: path)
    _ = try? MatterFile.listing(at: path)
    _ = try? MatterFile.verify(at: path)
    if let salvage = try? MatterFile.salvage(at: path) { _ = salvage.export() }
    guard let file = try? MatterFile.open(at: path, by: MatterGround.holder) else { return }
    _ = try? file.entries()
    _ = try? file.desk(of: "A")
    for pack in (try? file.packs()) ?? [] { _ = try? file.pack(pack) }
    for paper in (try? file.papers()) ?? [] { _ = try? file.paper(paper) }
    let entry = Entry(
      number: file.head.number + 1, when: "2026-03-01T09:30:00Z", by: "A", why: nil,
      changes: file.sheet.setting(AnswerKey("notice"), to: .parked))
    _ = try? file.append(entry)
    _ = try? file.export()
    file.close()
  }

  static let manifest = FuzzTarget(
    name: "manifest", seeds: { [Array(MatterGround.manifest.utf8)] },
    words: ["\"files\":[", "\"sha256\":\"", "\"head\":{", "null", "\"style\":", ","]
  ) { bytes in
    guard let manifest = Manifest(bytes) else { return }
    let again = Manifest(manifest.bytes)
    precondition(again == manifest, "a manifest that was written is another")
  }

  static let keyFile = FuzzTarget(
    name: "key-file",
    seeds: {
      let key = SigningKey()
      return [
        Array(key.pem.utf8), Array(key.verifying.pem.utf8), key.signature(over: [1, 2]).file,
      ]
    },
    words: [
      "-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----\n", "=", "MC4CAQAwBQYDK2Vw",
    ],
    runs: 3_000
  ) { bytes in
    if let key = try? SigningKey(pem: bytes) { _ = key.signature(over: bytes).holds(over: bytes) }
    if let key = try? VerifyingKey(pem: bytes) { _ = key.name }
    if let signature = ManifestSignature(file: bytes) { _ = signature.holds(over: bytes) }
  }
}
