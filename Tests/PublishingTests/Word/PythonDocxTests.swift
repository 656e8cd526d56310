import Documents
import Testing

@testable import Publishing

/// python-docx, a library of others, opens the files and finds what they hold.
@Suite(.enabled(if: Tools.areRequired || Tools.python != nil)) struct PythonDocxTests {
  private static let script = """
    import docx, io, sys
    file = docx.Document(io.BytesIO(sys.stdin.buffer.read()))
    print("title", file.core_properties.title)
    print("language", file.core_properties.language)
    print("sections", *[s.orientation for s in file.sections])
    print("tables", *[f"{len(t.rows)}x{len(t.columns)}" for t in file.tables])
    for p in file.paragraphs:
        if p.style.name in ("Heading 1", "Annex Heading", "Title"):
            print(p.style.name, "|", p.text)
    for c in file.comments:
        print("comment", c.author, c.initials, c.timestamp, "|", c.text.split("\\n")[0])
    print("header", file.sections[-1].header.tables[0].cell(0, 0).text)
    """

  @Test func itOpensThemAndFindsWhatTheyHold() async throws {
    let bytes = try Docx(imprint: Tools.imprint).bytes(of: Sample.document())
    let outcome = try await Child(
      tool: .typst, executable: try #require(Tools.python), arguments: ["-I", "-c", Self.script],
      input: bytes, epoch: 0
    ).run()
    #expect(outcome.succeeded, "\(outcome.said)")
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.map(String.init) == [
        "title Data Processing Agreement", "language en-GB",
        "sections PORTRAIT (0) PORTRAIT (0) LANDSCAPE (1) PORTRAIT (0)", "tables 3x2 1x2 3x7",
        "Title | Data Processing Agreement", "Heading 1 | Definitions",
        "Heading 1 | Sub-processors", "Heading 1 | Security", "Annex Heading | Data inventory",
        "Annex Heading | Sub-processors, security measures and rights",
        "comment art28 art28 2026-11-21 00:00:00+00:00 | "
          + "Open point: processor: registered address – not answered yet.",
        "comment art28 art28 2026-11-21 00:00:00+00:00 | "
          + "Open point: sub-processor 2: place – parked for counsel.",
        "header Data Processing Agreement",
      ])
  }

  @Test func itOpensWhatNobodyWrote() async throws {
    let script = "import docx, io, sys; docx.Document(io.BytesIO(sys.stdin.buffer.read()))"
    var random = RandomDocument(seed: 5)
    for document in (0..<5).map({ _ in random.next() }) {
      let bytes = try Docx(imprint: Tools.imprint).bytes(of: document)
      let outcome = try await Child(
        tool: .typst, executable: try #require(Tools.python), arguments: ["-I", "-c", script],
        input: bytes, epoch: 0
      ).run()
      #expect(outcome.succeeded, "\(outcome.said)")
    }
  }
}
