import Canvas
import FoundationEssentials
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The named screens at the three named sizes. `ART28_PICTURES=FOLDER` writes them as SVG besides.
@Suite struct GoldenTests {
  static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
  ]

  /// What is pressed to come to each screen, from the first question of a new matter.
  static let screens: [(name: String, keys: String)] = [
    ("reading", "<pause>"),
    ("text", "<Enter>山田電機 株式会社 (Änne)<pause>"),
    ("party", "<Enter>شركة الشمال<Enter>germ<Enter>1.3.2026<pause>"),
    ("list", "<Enter>Nordlicht GmbH<Enter>d<Down><pause>"),
    (
      "long-text",
      "<Enter><Enter><Enter><Enter>Service für Kundinnen und Kunden: answers to questions on orders, invoices and returns; drafts for staff.<pause>"
    ),
    ("date", "<Ctrl-G>3<Enter>21 nov 2026<pause>"),
    ("calendar", "<Ctrl-G>3<Enter>21 nov 2026<Alt-C><Down>"),
    ("date-refused", "<Ctrl-G>3<Enter>3/4/2026<pause>"),
    ("yes-no", "<Ctrl-G>4<Enter><pause>"),
    ("checks", "<Ctrl-G>5<Enter><Down> <Down><Down><Down>Schweizer DSG<pause>"),
    ("choice", "<Ctrl-G>6<Enter><Down><pause>"),
    ("number-warned", "<Ctrl-G>6<Enter>1<Enter>5<Enter><Shift-Tab><pause>"),
    ("money", "<Ctrl-G>7<Enter>10,000<Alt-T><pause>"),
    ("rows-empty", "<Ctrl-G>8<Enter><pause>"),
    (
      "rows",
      "<Ctrl-G>8<Enter>+Müller & Söhne<Enter>aus<Enter><Enter><Enter>日本語データ 株式会社<Enter>jap<Enter><Enter><pause>"
    ),
    ("row", "<Ctrl-G>8<Enter>+Müller & Söhne<Enter><pause>"),
    ("paste", "<Ctrl-G>8<Enter><paste:Azure\tIreland\nTickethaus UG\tGermany>"),
    ("pack-rows", "<Ctrl-G>5<Enter>1<Enter><Ctrl-G>9<Enter><pause>"),
    ("grid", "<Ctrl-G>5<Enter>1<Enter><Ctrl-G>9<Enter>1<Enter>Bürgerbüro Köln<Enter>2<pause>"),
    ("spread", "<Enter><paste:Nordlicht GmbH\nKanalstraße 8\n23552 Lübeck\nGermany>"),
    ("pack-rows-one", "<Ctrl-G>10<Enter><pause>"),
    ("counsel", "<Ctrl-G>6<Enter><Alt-L>Ask Dr. Weiß"),
    ("states", "<Ctrl-G>6<Enter><Alt-L>Ask Dr. Weiß<Enter><Shift-Tab><pause>"),
    ("preview", "<Enter>Nordlicht GmbH<Enter><Shift-Tab><Alt-P><pause>"),
    ("help", "<Ctrl-G>6<Enter><Alt-1><pause>"),
    ("keys", "<Ctrl-G>6<Enter><F1>"),
    ("go-to", "<Ctrl-G>"),
    ("search", "<Alt-/>sub"),
    ("search-draft", "<Enter>شركة الشمال<Enter><Alt-/>binds"),
    ("draft", "<Enter>Müller & 山田 GmbH<Enter><Ctrl-G>3<Enter><Ctrl-R>"),
    ("help-page", "<Ctrl-G>help<Enter>"),
    ("usual", "<Ctrl-G>6<Enter>1<Enter><Alt-G> "),
    (
      "review",
      "<Enter>شركة الشمال 山田 Łódź<Enter><Enter><Enter>Kundenfragen<Tab>tomorow<Enter><Enter><Alt-K><Alt-V>"
    ),
    ("finish", "<Enter>Nordlicht GmbH<Enter><Alt-K><Alt-V><Tab>"),
    ("left-open", "<Enter><Enter>"),
    ("next-open", "<Ctrl-G>6<Enter>1<Enter><Alt-N><pause>"),
    ("go-to-part", "<Ctrl-G>seat<pause>"),
  ]

  @Test(arguments: sizes) func matter(_ size: Size) throws {
    for screen in Self.screens {
      var sitting = try Sitting.atQuestions(size)
      sitting.press(screen.keys)
      // Below 80 columns help is a key away.
      if ["help", "keys"].contains(screen.name), size.columns < 80 { sitting.press("<F1><pause>") }
      try expect(sitting, screen.name)
    }
  }

  @Test(arguments: sizes) func outside(_ size: Size) throws {
    var sitting = try Sitting(size, pack: SamplePack.make())
    try expect(sitting, "home")
    sitting.press("4")
    sitting.press("Nordlicht – Datenlotse")
    try expect(sitting, "home-new")
    var stranger = try Sitting(size, pack: SamplePack.make(), who: "")
    stranger.press("Änne Grünwald")
    try expect(stranger, "person")
    var done = try Sitting.atQuestions(size)
    done.press("<Alt-V><Tab><Enter>")
    done.send(
      .published(
        PublishReport(
          written: ["Nordlicht documents/agreement.docx", "Nordlicht documents/gap-report.docx"],
          missing: ["PDF needs typst, which is not installed here: pip install typst"])))
    try expect(done, "done")
    var held = try Sitting.atQuestions(size)
    held.press("<Alt-V><Tab><Enter>")
    held.send(.published(PublishReport(written: [], missing: [], held: FinishTests.held)))
    held.press("<Down> ")
    try expect(held, "held")
    var full = try Sitting.atQuestions(size)
    full.refusal = "The disk is full. The answer was not kept; it still stands in the field."
    full.press("<Enter>Nordlicht GmbH<Enter>")
    try expect(full, "not-kept")
    full.trouble = MatterMessage("The disk that holds “/matters/nordlicht.art28” is full.")
    full.press("<Ctrl-G>3<Enter><Ctrl-Q>")
    try expect(full, "leaving")
    full.press("1/other/nordlicht.art28")
    try expect(full, "leaving-path")
    var offered = try Sitting.atQuestions(size)
    offered.desk.shared.profile = Profile([.init(name: "name", value: "Kanzlei Grünwald PartG mbB")]
    )
    offered.press("<Enter><pause><Down>")
    try expect(offered, "offered")
    var lost = try Sitting(size, pack: SamplePack.make())
    lost.send(.notOpened(MatterMessage("There is no file “/akten/ميثاق 山田 Łódź.art28”.")))
    try expect(lost, "not-opened")
    var short = try Sitting.atQuestions(size, journey: "short")
    for _ in 0..<20 where short.desk.screen == .interview { short.press("<Tab>") }
    try expect(short, "short-end")
    for (name, keys) in [
      ("checks-long", "<Down> "), ("checks-searching", "united k"), ("checks-nothing", "עברית"),
    ] {
      var long = try ListTests.atLongChecks(size)
      long.press(keys + "<pause>")
      try expect(long, name)
    }
    var back = try Sitting(size, pack: SamplePack.make())
    back.open(
      note: DeskNote(place: AnswerKey("signed")), seen: 1,
      since: [.set(AnswerKey("controller.name"), from: nil, to: .value(.text("Świt Sp. z o.o.")))])
    try expect(back, "returned")
    back.press("<Alt-V>4")
    try expect(back, "changed")
  }

  @Test func tooSmall() throws {
    let sitting = try Sitting(Size(columns: 30, rows: 8), pack: SamplePack.make())
    try Golden.expect(sitting.frame.snapshot, "too-small-30x8.txt")
  }

  @Test func noOrphans() throws {
    let outside = [
      "home", "home-new", "person", "done", "held", "not-kept", "leaving", "leaving-path",
      "dashboard",
      "dashboard-finding",
      "dashboard-owner", "offered", "returned", "changed", "not-opened", "short-end",
      "checks-long", "checks-searching", "checks-nothing",
    ]
    let names = (Self.screens.map(\.name) + outside).flatMap { name in
      Self.sizes.map { "\(name)-\($0.columns)x\($0.rows).txt" }
    }
    #expect(try Golden.orphans(generated: names) == [])
  }

  private func expect(_ sitting: Sitting, _ name: String) throws {
    let size = sitting.desk.shared.size
    let file = "\(name)-\(size.columns)x\(size.rows).txt"
    if let folder = ProcessInfo.processInfo.environment["ART28_PICTURES"] {
      try FrameSVG(sitting.frame).text.write(
        toFile: "\(folder)/\(file.dropLast(4)).svg", atomically: true, encoding: .utf8)
    }
    #expect(throws: Never.self, "\(file)") { try Golden.expect(sitting.frame.snapshot, file) }
  }
}
