import Compression
import Papers
import Testing

/// Which kind of paper a file is, and what is said of those that are none.
@Suite("A file as a paper")
struct PaperFileTests {
  private func format(_ bytes: [UInt8], _ name: String) async throws -> Paper.Format {
    try await PaperFile.read(bytes, name: name).format
  }

  private func fault(_ bytes: [UInt8], _ name: String) async -> String {
    do throws(PaperFault) {
      _ = try await PaperFile.read(bytes, name: name)
      return ""
    } catch {
      return error.message
    }
  }

  private func archive(_ files: [String: String]) -> [UInt8] {
    var archive = ZipArchive()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) { archive.put(name, text) }
    return archive.bytes()
  }

  @Test("the content says what a file is, whatever its name")
  func kinds() async throws {
    let pdf = PDFFixture(pages: [PDFFixture.page(["The words of the vendor"])]).bytes
    #expect(try await format(pdf, "dpa.docx") == .pdf)
    #expect(try await format(Array("\r\n".utf8) + pdf, "dpa") == .pdf)
    #expect(try await format(Array("\n <!DOCTYPE html><p>Words".utf8), "dpa.pdf") == .html)
    #expect(try await format(Array("# DPA\n\n**Words**\n".utf8), "dpa.txt") == .markdown)
    #expect(try await format(Array("Words".utf8), "dpa.md") == .markdown)
    #expect(try await format(Array("1. Words\n\n2. # More **words**".utf8), "dpa.txt") == .text)
    #expect(try await format([0x4C, 0xF6, 0x73, 0x63, 0x68, 0x65], "dpa.txt") == .text)
  }

  @Test("what is no paper is named, with what to do")
  func strangers() async {
    #expect(await fault([], "a.pdf").contains("is empty"))
    #expect(await fault([0x89, 0x50, 0x4E, 0x47, 0x0D], "scan").contains("ocrmypdf"))
    #expect(await fault([0xD0, 0xCF, 0x11, 0xE0, 1], "a.doc").contains("Save it as .docx"))
    #expect(await fault([0xD0, 0xCF, 0x11, 0xE0, 1], "a.msg").contains("Outlook"))
    #expect(await fault(Array("{\\rtf1 words}".utf8), "a.doc").contains("RTF"))
    #expect(
      await fault(Array("From: a\nDate: b\nSubject: c\n\nWords".utf8), "a.txt").contains("e-mail"))
    #expect(await fault(Array("<?xml version='1.0'?><a>b</a>".utf8), "a.xml").contains("XML"))
    #expect(await fault([1, 2, 3, 0, 4], "a.bin").contains("neither"))
    #expect(await fault(Array(" \n 12 \n".utf8), "a.txt").contains("no text"))
    #expect(await fault(archive(["xl/workbook.xml": "<a/>"]), "a.xlsx").contains("workbook"))
    #expect(
      await fault(
        archive([
          "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>",
        ]),
        "a.ods"
      ).contains("workbook"))
    #expect(await fault(archive(["Index/Document.iwa": "a"]), "a.pages").contains("Pages"))
    #expect(await fault(archive(["ppt/presentation.xml": "<a/>"]), "a.pptx").contains("PDF"))
    #expect(await fault(archive(["letter.txt": "a"]), "a.zip").contains("Unpack it"))
    #expect(await fault([0x50, 0x4B, 3, 4, 9, 9], "a.docx").contains("broken"))
    #expect(await fault([0x1F, 0x8B, 8], "a.gz").contains("Unpack it"))
  }

  @Test("more bytes than any paper has are not looked at")
  func size() async {
    #expect(await fault(Array(repeating: 65, count: 50_000_001), "a.txt").contains("larger than"))
    #expect(await fault(Array(repeating: 65, count: 10_000_001), "a.txt").contains("longer than"))
  }
}
