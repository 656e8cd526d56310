import Glibc
import Papers
import Testing

@Suite struct ZLook {
  @Test func look() async throws {
    guard let list = getenv("LOOK") else { return }
    for name in String(cString: list).split(separator: ":") {
      let f = open(String(name), O_RDONLY)
      var bytes = [UInt8](repeating: 0, count: 60_000_000)
      let n = Glibc.read(f, &bytes, bytes.count)
      bytes.removeSubrange(n...)
      let start = ContinuousClock.now
      let paper =
        bytes.starts(with: Array("%PDF".utf8))
        ? try await PDFPaper.read(bytes)
        : name.contains("template") || name.hasSuffix("md")
          ? try MarkdownPaper.read(String(decoding: bytes, as: UTF8.self))
          : try TextPaper.read(String(decoding: bytes, as: UTF8.self))
      print(
        "##", name, paper.title ?? "-", paper.pages ?? 0, paper.pagesWithoutText,
        paper.recognisedBy ?? "-", paper.passages.count, ContinuousClock.now - start)
      for p in paper.passages {
        let h = p.headings.map {
          paper.passages[$0].number ?? String(paper.passages[$0].text.prefix(12))
        }.joined(separator: ">")
        print(
          "@", p.kind == .heading ? "H\(p.read.level ?? 0)" : p.kind == .cell ? "C" : "  ",
          "p\(p.page ?? 0)", "[\(p.number ?? "")]", "{\(p.citation ?? "")}", h, "|",
          p.text.count > 110 ? p.text.prefix(70) + " … " + p.text.suffix(36) : p.text)
      }
    }
  }
}
