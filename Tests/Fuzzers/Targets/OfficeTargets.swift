import Documents
import Foundation
import PackModel
import Papers
import Publishing

extension FuzzTarget {
  private static let marks = [
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:ins w:id=\"1\">", "<w:del>", "<w:tbl>", "<w:tc>",
    "<w:gridSpan w:val=\"99999\"/>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"9\"/>",
    "<w:start w:val=\"2147483647\"/>", "<w:lvlText w:val=\"%1.%2\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<mc:AlternateContent>", "<w:txbxContent>", "<w:footnoteReference w:id=\"2\"/>",
    "<w:basedOn w:val=\"a\"/>",
    "<w:sdt>", "<w:br/>", "<w:vanish/>", "<w:numFmt w:val=\"lowerRoman\"/>",
    "<w:numFmt w:val=\"chineseCounting\"/>",
    "&#x1F469;", "<![CDATA[", "]]>", "<!DOCTYPE a [", "<?x ?>",
  ]
  private static let word = "Tests/Fixtures/papers/libreoffice.docx"

  static let office = FuzzTarget(
    name: "office",
    seeds: {
      [PaperGround.unpacked(Folder.file(word)), Array(OfficeGround.word.utf8)]
    }, words: marks, runs: 300
  ) { bytes in
    let packed = PaperGround.packed(bytes)
    PaperGround.read { try WordPaper.read(packed) }
    _ = ReturnedForm.text(packed, heads: ("Answer", "Place"))
  }

  static let openText = FuzzTarget(
    name: "open-text", seeds: { [Array(OfficeGround.openText.utf8)] },
    words: [
      "<text:p>", "</text:p>", "<text:h text:outline-level=\"99\">", "<text:list>",
      "<text:list-item>",
      "<text:s text:c=\"2147483647\"/>", "<text:tab/>", "<text:note>", "<office:annotation>",
      "<table:table>", "<table:table-cell table:number-columns-spanned=\"9\">",
      "<text:tracked-changes>",
      "text:start-value=\"-1\"", "style:num-format=\"i\"", "text:display-levels=\"9\"",
    ], runs: 600
  ) { bytes in PaperGround.read { try OpenTextPaper.read(PaperGround.packed(bytes)) } }

  /// Changes written into a stranger's file: what is read of it afterwards is still a paper.
  static let redline = FuzzTarget(
    name: "redline", seeds: { [Array(OfficeGround.word.utf8)] }, words: marks, runs: 300
  ) { bytes in
    let packed = PaperGround.packed(bytes)
    let changes = (0..<6).flatMap { paragraph in
      [
        PaperChange(1, paragraph: paragraph, .replace(words: "data", by: "personal data")),
        PaperChange(
          2, paragraph: paragraph, .insertAfter(words: "shall", text: "always"), comment: "Why"),
        PaperChange(3, paragraph: paragraph, .delete(words: "the")),
        PaperChange(4, paragraph: paragraph, .comment(words: nil, text: "See")),
        PaperChange(5, paragraph: paragraph, .insertParagraphs(["One", "Two"])),
      ]
    }
    guard
      let made = try? WordRedline.write(
        changes, into: packed, author: "A & B", date: "2026-03-01T09:30:00Z"),
      made.refused.count < changes.count
    else { return }
    guard (try? WordPaper.read(packed)) != nil else { return }
    precondition((try? WordPaper.read(made.bytes)) != nil, "a paper with changes is none")
  }

  /// A firm's own look: the parts of its reference document.
  static let style = FuzzTarget(
    name: "style",
    seeds: { [PaperGround.unpacked(HouseStyle.starter(paper: .a4).reference)] },
    words: marks + [
      "{{title}}", "{{", "}}", "<w:style w:styleId=\"Title\">", "<w:sectPr>",
      "<w:headerReference r:id=\"rId1\"/>",
    ],
    runs: 150
  ) { bytes in
    guard
      let style = try? HouseStyle(
        folder: "/nonexistent", reference: PaperGround.packed(bytes), template: nil)
    else { return }
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      _ = await style.faults(tools: ToolPaths(typst: nil, pythons: []))
      done.signal()
    }
    done.wait()
  }
}
