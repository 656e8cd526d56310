import Testing

@testable import Matters

/// The record of a final copy, as files that lie with people have it.
@Suite struct ManifestTests {
  private static let link = String(repeating: "ab", count: 32)

  /// As the first version wrote it.
  private static let first = """
    {
    "format":"art28 manifest",
    "version":1,
    "document":"agreement",
    "matter":"Nordlicht",
    "program":"0.1.0",
    "pack":{"id":"ai-dpa","version":"1.0.0","sha256":"\(link)"},
    "head":{"number":3,"link":"\(link)"},
    "asOf":"2026-11-30",
    "content":"\(link)",
    "form":{"language":"en-GB"},
    "leftOpen":[],
    "findings":[
    {"id":"a.b","severity":"critical","says":"It is not there."}],
    "files":[
    {"name":"agreement.md","format":"md","sha256":"\(link)"}]
    }

    """

  @Test func anOldManifestIsReadAndHasItsOldBytes() throws {
    let bytes = Array(Self.first.utf8)
    let manifest = try #require(Manifest(bytes))
    #expect(manifest.findings == [.init(id: "a.b", severity: "critical", says: "It is not there.")])
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == Self.first)
  }

  @Test func aReasonAndItsGiverAreKept() throws {
    var manifest = try #require(Manifest(Array(Self.first.utf8)))
    manifest.findings[0].reason = "The client “knows” it"
    manifest.findings[0].by = "Dr. Weiß"
    #expect(Manifest(manifest.bytes) == manifest)
  }
}
