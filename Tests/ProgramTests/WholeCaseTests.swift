import Canvas
import TestSupport
import Testing

/// A whole case at 80 by 24, from the first screen to finished documents, by the keyboard alone.
@Suite(.serialized) struct WholeCaseTests {
  private static let short: [String: [String]] = [
    "laws": ["gdpr"], "instrument": ["standalone"], "effective-date": ["1 December 2026"],
    "controller.name": ["Nordlicht Haushaltswaren GmbH"],
    "controller.address": ["Königstraße 4, 23552 Lübeck"], "controller.country": ["de"],
    "processor.name": ["山田データ Ireland Ltd"], "processor.address": ["1 Quay <East>, Dublin"],
    "processor.country": ["ie"], "processor-place": ["ie"], "services-name": ["Helpdesk AI"],
    "ai-processing": ["yes"],
    "subject-matter": ["Answers customers' questions by chat from past orders and help articles."],
    "data-subjects": ["customers", "employees"], "data-categories": ["identification", "contact"],
    "has-special": ["no"], "purposes": ["Answer questions on orders", "Draft replies"],
    "nature": ["store", "infer", "generate"], "subprocessors": [], "third-country": ["no"],
  ]

  @Test("the short way, from the first screen to the documents")
  func theShortWay() throws {
    let place = try Place()
    let terminal = try OnTerminal.start(in: place)
    try terminal.wait(for: "Who are you?")
    try terminal.type("Änne Grünwald<Enter>")
    try terminal.wait(for: "New: The short way")
    let row = try #require(terminal.screen.rows.first { $0.contains("New: The short way") })
    let digit = try #require(row.first { $0.isNumber })
    try terminal.type(String(digit))
    try terminal.wait(for: "What shall the matter be called?")
    try terminal.type("nordlicht<Enter>")
    try terminal.wait(for: "Question 1 of")

    var typist = try Typist(answers: Self.short, in: place)
    try typist.walk(terminal) { $0.rows[0].contains("Usual values") }
    #expect(Set(typist.typed.keys) == Set(Self.short.keys))
    // What is usual for the rest, and for what that leads to.
    try terminal.type("a<Enter>")
    try terminal.wait(for: "Accepted")
    try terminal.settle()
    if !terminal.screen.text.contains("No open question has a usual value") {
      try terminal.type("a<Enter>")
      try terminal.wait(for: "No open question has a usual value")
      try terminal.settle()
    }
    try terminal.type("<Tab>")
    try terminal.wait("the review") { $0.rows[0].contains("All answers") }

    try terminal.type("<Tab>")
    try terminal.wait(for: "1 Markdown")
    try terminal.settle()
    for number in 1...5 {
      let row = try #require(terminal.screen.rows.first { $0.contains("] \(number) ") })
      let isWanted = number <= 4 || (number == 5 && OtherTools.pythonIsHere)
      if row.contains("[x]") != isWanted {
        try terminal.type(String(number))
        try terminal.settle(milliseconds: 100)
      }
    }
    try terminal.type("<Enter>")
    try terminal.wait(for: "Written:")
    try terminal.wait(for: "agreement.md")
    try terminal.leave()
    #expect(terminal.screen.text.contains("Everything is saved."))

    let names = try place.names(in: "nordlicht documents")
    for name in [
      "agreement.md", "agreement.txt", "agreement.html", "agreement.docx", "gap-report.md",
    ] {
      #expect(names.contains(name), "\(names)")
    }
    if OtherTools.pythonIsHere { #expect(names.contains("agreement.pdf"), "\(names)") }
    let text = try place.text(of: "nordlicht documents/agreement.txt")
    for words in [
      "Nordlicht Haushaltswaren GmbH", "山田データ Ireland Ltd", "1 Quay <East>, Dublin", "Helpdesk AI",
      "1 December 2026",
    ] { #expect(text.contains(words), "\(words)") }

    // What was typed is what is kept, by whom, and as the headless twin sees it.
    let kept = try JSONReading(
      try Program.run("show", "nordlicht.art28", "--json", in: place).expectSuccess().said)
    for answer in kept["answers"].array where answer["row"].string.isEmpty {
      let linkId = answer["linkId"].string
      guard let wanted = typist.typed[linkId], let first = wanted.first else { continue }
      #expect(answer["state"].string == "answered", "\(linkId)")
      let value = answer["value"]
      if !value.array.isEmpty {
        #expect(Set(value.array.map(\.string)) == Set(wanted), "\(linkId)")
      } else if ["controller.name", "processor.address", "instrument"].contains(linkId) {
        #expect(value.string == first, "\(linkId)")
      }
    }
    let log = try Program.run("log", "nordlicht.art28", in: place)
    #expect(log.lines.filter { $0.contains("Änne Grünwald") }.count >= Self.short.count)
  }

  @Test("who is not known is asked first, also where a matter is named")
  func firstName() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let terminal = try OnTerminal.start(["s.art28"], in: place)
    try terminal.wait(for: "Who are you?")
    try terminal.type("Zoë Ω<Enter>")
    try terminal.wait(for: "What is text number 1?")
    try terminal.type("one<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try terminal.leave()
    let log = try Program.run("log", "s.art28", in: place)
    #expect(log.said.contains("Zoë Ω"))

    let plain = try Program.run(
      "s.art28", "--plain", in: place, input: "two\n",
      environment: ["XDG_CONFIG_HOME": place.file("other")])
    #expect(plain.said.contains("Who are you?"))
    try place.write("Zoë\n", to: "home/.config/art28/who")
    try Program.run("s.art28", "--plain", in: place, input: "two\n").expectSuccess()
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one", "text-2": "two"])
  }

  @Test("the long way: its first step")
  func theLongWay() throws {
    let place = try Place()
    try place.isKnown()
    try place.writeWholeCase()
    try Program.run("new", "clean.art28", "--from", "answers.yaml", in: place).expectSuccess()
    try Program.run("new", "long.art28", "--journey", "draft", in: place).expectSuccess()
    var answers: [String: [String]] = [:]
    let clean = try JSONReading(
      try Program.run("show", "clean.art28", "--json", in: place).said)
    for answer in clean["answers"].array {
      let value = answer["value"]
      answers[answer["linkId"].string] =
        value.isBoolean
        ? [value.isTrue ? "yes" : "no"]
        : value.array.isEmpty ? [value.string] : value.array.map(\.string)
    }
    let terminal = try OnTerminal.start(["long.art28"], in: place)
    try terminal.wait(for: "Question 1 of")
    var typist = try Typist(answers: answers, in: place)
    try typist.walk(terminal) { $0.rows[1].contains(" - Roles") }
    try terminal.leave()
    #expect(typist.typed.count >= 8)
    let long = try JSONReading(
      try Program.run("show", "long.art28", "--json", in: place).said)
    for answer in long["answers"].array where typist.typed[answer["linkId"].string] != nil {
      #expect(answer["state"].string == "answered", "\(answer["linkId"].string)")
    }
  }
}
