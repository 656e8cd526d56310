import Documents

/// A small agreement that has every kind of block, blanks, references, accented, Chinese and
/// right-to-left names.
enum Sample {
  static let name = Blank(
    name: "processor: registered address",
    waitsFor: [Blank.Source(linkId: "processor.address", row: nil)], state: "open", note: nil)
  static let hours = Blank(
    name: "sub-processor 2: place",
    waitsFor: [Blank.Source(linkId: "subprocessors.country", row: "b")],
    state: "parked", note: "Counsel asks the vendor.")

  static func document(standing: Document.Standing = .draft) -> Document {
    Document(
      id: "agreement", title: [text("Data Processing Agreement")], language: "en-GB", paper: .a4,
      standing: standing, cover: standing == .draft ? cover : [], blocks: blocks,
      blanks: [name, hours])
  }

  static let cover: [Block] = [
    plain("cover-open", "Open points (2)"),
    .list(
      List(
        ordered: false,
        items: [
          item("•", [text("processor: registered address"), text(" – not answered yet")]),
          item("•", [text("sub-processor 2: place – parked for counsel")]),
        ])),
    body([
      text("This draft is not legal advice. Notice of "), text("30 days", strong: true),
      text(" is MARKET."),
    ]),
  ]

  static let blocks: [Block] =
    [
      body([
        text("between "), text("Nordlicht Haushaltswaren GmbH", strong: true),
        text(", Övelgönne 12, 22605 Hamburg (the controller) and "),
        text("北京云语科技有限公司", strong: true), text(", "), blank(name),
        text(" (the processor), represented by "), text("משה כהן"), text(" and "),
        text("شركة البيانات"), text("."),
      ]),
      plain("contents", "Contents"),
      .contents([
        entry("1", "definitions", "Definitions"), entry("2", "sub", "Sub-processors"),
        entry("3", "security", "Security"), entry("Annex A", "annex-a", "Data inventory"),
        entry("Annex B", "annex-b", "Sub-processors, security measures and rights"),
      ]),
      section("1", "definitions", "Definitions"),
      clause(
        "1.1", "definitions.terms",
        [
          text("Words that the Regulation defines mean in this agreement what they mean there. "),
          text("Personal data", emphasis: true), text(" includes every prompt and completion."),
        ]),
      .table(
        Table(
          header: [[text("Term")], [text("Meaning")]],
          rows: [
            [
              [text("embedding", strong: true)],
              [text("a list of numbers that a model makes of a text")],
            ],
            [
              [text("incident", strong: true)],
              [
                text(
                  "unauthorised access, acquisition, use, disclosure, loss, destruction or alteration of personal data"
                )
              ],
            ],
          ])),
      section("2", "sub", "Sub-processors"),
      clause(
        "2.1", "sub.general",
        [
          text(
            "The controller authorises the processor in general to engage the sub-processors of "),
          reference("Annex B", "annex-b"),
          text(
            ". The processor tells the controller of every intended addition or replacement at least 30 days before it takes effect."
          ),
        ]),
      .paragraph(
        Paragraph(
          number: nil, anchor: nil, style: .continued,
          runs: [
            text("The notice says:")
          ])),
      .list(
        List(
          ordered: true,
          items: [
            item("(a)", [text("who the sub-processor is, where it works and what it does;")]),
            List.Item(
              marker: "(b)",
              blocks: [
                paragraph([text("what it gets to see:")]),
                .list(
                  List(
                    ordered: true,
                    items: [
                      item("(i)", [text("prompts and completions;")]),
                      item("(ii)", [text("nothing else; and")]),
                    ])),
              ]),
            item("(c)", [text("the mechanism for every transfer.")]),
          ])),
      clause(
        "2.2", "sub.flow",
        [
          text("The same obligations bind each sub-processor, also one that joins under "),
          reference("section 2.1", "sub.general"), text(" or "), reference("section 3", "security"),
          text("."),
        ]),
      .list(
        List(
          ordered: false,
          items: [
            item("•", [text("in writing;")]), item("•", [text("before any data reaches it.")]),
          ])),
      section("3", "security", "Security"),
      .heading(
        Heading(
          level: 2, numbering: .none, number: nil, anchor: "security.people", runs: [text("People")]
        )),
      clause(
        "3.1", "security.people.duty",
        [
          text(
            "Everybody who works with the data is bound to secrecy, trained every year, and sees no more than the task needs."
          )
        ]),
      body([text("☒ encryption at rest  ☐ intrusion detection")]),
      .signatures([
        signature(
          "For Nordlicht Haushaltswaren GmbH", name: "Željka Åström", title: "Managing director"),
        signature("For 北京云语科技有限公司", name: nil, title: nil),
      ]),
      annex("Annex A", "annex-a", "Data inventory"),
      clause(
        "A.1", "annex-a.subject",
        [text("The subject matter is the assistant that answers the customers of Nordlicht.")]),
      annex("Annex B", "annex-b", "Sub-processors, security measures and rights"),
      clause("B.1", "annex-b.list", [text("On the effective date there are two sub-processors:")]),
      .landscape([
        .table(
          Table(
            header: ["Name", "Address", "Service", "Place", "Data", "Engaged by", "Mechanism"].map {
              [text($0)]
            },
            rows: [
              [
                [text("Chatty Inc.")], [text("1 Market Street, San Francisco, CA 94105")],
                [text("inference")], [text("the United States")], [text("prompts, completions")],
                [text("the processor")], [text("Data Privacy Framework")],
              ],
              [
                [text("Annotators Ltd")], [text("Ortigas Center, Pasig")],
                [text("review of abuse")], [blank(hours)], [text("completions")],
                [text("Chatty Inc.")], [text("standard contractual clauses, Module 3")],
              ],
            ]))
      ]),
      clause("B.2", "annex-b.more", [text("The list is as of 1 November 2026.")]),
    ]

  static func text(_ text: String, strong: Bool = false, emphasis: Bool = false) -> Run {
    Run(text, strong: strong, emphasis: emphasis)
  }

  static func blank(_ blank: Blank) -> Run { Run("[\(blank.name)]", kind: .blank(blank)) }

  static func reference(_ words: String, _ anchor: String) -> Run {
    Run(words, kind: .reference(anchor: anchor))
  }

  static func paragraph(_ runs: [Run]) -> Block {
    .paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: runs))
  }

  static func body(_ runs: [Run]) -> Block { paragraph(runs) }

  static func item(_ marker: String, _ runs: [Run]) -> List.Item {
    List.Item(marker: marker, blocks: [paragraph(runs)])
  }

  static func clause(_ number: String, _ anchor: String, _ runs: [Run]) -> Block {
    .paragraph(Paragraph(number: number, anchor: anchor, style: .clause, runs: runs))
  }

  static func section(_ number: String, _ anchor: String, _ title: String) -> Block {
    .heading(
      Heading(level: 1, numbering: .section, number: number, anchor: anchor, runs: [text(title)]))
  }

  static func annex(_ number: String, _ anchor: String, _ title: String) -> Block {
    .heading(
      Heading(level: 1, numbering: .annex, number: number, anchor: anchor, runs: [text(title)]))
  }

  static func plain(_ anchor: String, _ title: String) -> Block {
    .heading(Heading(level: 1, numbering: .none, number: nil, anchor: anchor, runs: [text(title)]))
  }

  static func entry(_ number: String, _ anchor: String, _ title: String) -> ContentsEntry {
    ContentsEntry(level: 1, number: number, anchor: anchor, runs: [text(title)])
  }

  static func signature(_ party: String, name: String?, title: String?) -> Signature {
    Signature(
      party: [text(party)],
      lines: [
        Signature.Line(label: "Signature", runs: []),
        Signature.Line(label: "Name", runs: name.map { [text($0)] } ?? []),
        Signature.Line(label: "Title", runs: title.map { [text($0)] } ?? []),
        Signature.Line(label: "Date", runs: []),
      ])
  }
}
