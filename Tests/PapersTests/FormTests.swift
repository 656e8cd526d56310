import PackModel
import Testing

@testable import Compression
@testable import Papers
@testable import Publishing

/// Questions as a form, out and back in.
struct FormTests {
  private static let form: AskingForm = {
    let date = CalendarDate(year: 2026, month: 11, day: 21) ?? .first
    return AskingForm(
      title: "Open questions: A & B", intro: ["Please write below “Answer:”.", "Leave the rest."],
      items: [
        AskingForm.Item(
          heading: "Parties", place: "controller.name", question: "Name: Which <name>?",
          lines: ["(As in the register.)", "Write one line."]),
        AskingForm.Item(
          heading: nil, place: "subprocessors[r2].country", question: "Where?", lines: []),
      ], imprint: Imprint(date: date))
  }()

  private static func text(_ bytes: [UInt8]) -> String? {
    ReturnedForm.text(bytes, heads: (AskingForm.answerHead, AskingForm.placeHead))
  }

  @Test func whatComesBackUnchangedHasNoAnswer() throws {
    let word = try #require(Self.text(Self.form.wordFile))
    #expect(word.contains("== controller.name ==\nName: Which <name>?\n"))
    #expect(word.contains("Answer:\n\n\n== subprocessors[r2].country =="))
    #expect(word.contains("== end of the sheet =="))
    let book = try #require(Self.text(Self.form.workbook))
    #expect(
      book
        == "== controller.name ==\nAnswer:\n\n== subprocessors[r2].country ==\nAnswer:\n\n")
    #expect(Self.form.wordFile == Self.form.wordFile && Self.form.workbook == Self.form.workbook)
  }

  /// Parts of a file, with what somebody has made of them.
  private func changed(_ bytes: [UInt8], _ part: String, _ change: (String) -> String) throws
    -> [UInt8]
  {
    var archive = try ZipArchive(bytes)
    archive.put(part, change(try #require(archive.text(of: part))))
    return archive.bytes()
  }

  @Test func whatIsWrittenIntoTheBoxIsRead() throws {
    let box = "<w:p/></w:tc>"
    let filled = try changed(Self.form.wordFile, "word/document.xml") { text in
      guard let range = text.firstRange(of: box) else { return text }
      return text.replacingCharacters(
        in: range,
        with:
          "<w:p><w:r><w:t>Krämer &amp; S</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>öhne</w:t><w:br/><w:t>AG</w:t></w:r></w:ins></w:p></w:tc>"
      )
    }
    let text = try #require(Self.text(filled))
    #expect(text.contains("Answer:\nKrämer & Söhne\nAG\n"))
    #expect(!text.contains("x\n"))
  }

  /// As spreadsheets save what was typed: texts apart, days and shares as numbers.
  @Test(arguments: [
    ("<c r=\"C2\" t=\"s\"><v>1</v></c>", "Krämer & Söhne"),
    ("<c r=\"C2\" t=\"str\"><f>A1</f><v>So</v></c>", "So"),
    ("<c r=\"C2\"><v>30</v></c>", "30"), ("<c r=\"C2\" s=\"1\"><v>46082</v></c>", "2026-03-01"),
    ("<c r=\"C2\" s=\"2\"><v>0.025</v></c>", "2.50%"),
    ("<c r=\"C2\" s=\"3\"><v>46082</v></c>", "2026-03-01"),
    ("<c r=\"C2\" s=\"1\"><v>46082.5</v></c>", "2026-03-01"),
    ("<c r=\"C2\" t=\"b\"><v>1</v></c>", "TRUE"), ("<c r=\"C2\" t=\"e\"><v>#REF!</v></c>", "#REF!"),
  ]) func whatASpreadsheetSavedIsRead(_ cell: String, _ shown: String) throws {
    var archive = try ZipArchive(Self.form.workbook)
    archive.put(
      "xl/sharedStrings.xml",
      "<sst><si><t>no</t></si><si><r><t>Krämer </t></r><r><t>&amp; Söhne</t></r><rPh><t>x</t></rPh></si></sst>"
    )
    let relations = try #require(archive.text(of: "xl/_rels/workbook.xml.rels"))
    archive.put(
      "xl/_rels/workbook.xml.rels",
      relations.replacing(
        "</Relationships>",
        with:
          "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
      ))
    archive.put(
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    )
    let sheet = try #require(archive.text(of: "xl/worksheets/sheet1.xml"))
    let place = try #require(sheet.firstRange(of: "<c r=\"D2\""))
    archive.put(
      "xl/worksheets/sheet1.xml",
      sheet.replacingCharacters(in: place, with: cell + "<c r=\"D2\""))
    let text = try #require(Self.text(archive.bytes()))
    #expect(text.hasPrefix("== controller.name ==\nAnswer:\n\(shown)\n"))
  }

  @Test func whatIsNoFormIsNone() {
    #expect(Self.text([0x50, 0x4B, 0x03, 0x04]) == nil)
    var archive = ZipArchive()
    archive.put("a.txt", "a")
    #expect(Self.text(archive.bytes()) == nil)
    archive.put(
      "word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:t>&b;</w:t>")
    #expect(Self.text(archive.bytes()) == nil)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
