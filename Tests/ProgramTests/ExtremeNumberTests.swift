import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Numbers that no honest file, person or clock comes up with: there is a word, and never a crash.
@Suite struct ExtremeNumberTests {
  private static let numbers = [
    "-9223372036854775808", "-9223372036854775807", "-1", "1000000001", "9223372036854775806",
    "9223372036854775807",
  ]

  private func expectNoCrash(
    _ runs: [[String]], in place: Place, input: String = "", _ what: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    for arguments in runs {
      let run = try Program.run(arguments, in: place, input: input)
      #expect(
        (0...3).contains(run.code), "\(what): \(arguments): \(run)", sourceLocation: location)
    }
  }

  private static let commands = [
    ["show", "m.art28"], ["show", "m.art28", "--json"], ["log", "m.art28"], ["ask", "m.art28"],
    ["verify", "m.art28"], ["export", "m.art28"], ["explain", "m.art28", "notice"],
    ["draft", "m.art28", "--to", "md,txt,html", "--out", "out", "--with", "why"],
    ["report", "m.art28", "--to", "md,json,csv,ics", "--out", "out"],
    ["diff", "m.art28@2", "m.art28"],
    ["m.art28", "--plain"], ["follow", "m.art28"], ["undo", "m.art28"], ["redo", "m.art28"],
  ]
  private static let pages = "review\nback\nundo\nredo\nfindings\nback\nread\nquit\n"

  @Test("places and entries in a journal")
  func placesInJournals() throws {
    let place = try Place()
    try SmallPack.make("base.art28", in: place)
    try Program.run(
      "answer", "base.art28", "--set", "people[+].name=A", "--set", "people[+].name=B", in: place
    ).expectSuccess()
    let base = try place.bytes(of: "base.art28")
    for number in Self.numbers {
      for members in [
        #""changes":[{"addRow":"r9","table":"people","at":N}]"#,
        #""changes":[{"removeRow":"r1","table":"people","at":N,"cells":[]}]"#,
        #""changes":[{"moveRow":"r1","table":"people","at":N,"to":0}]"#,
        #""changes":[{"moveRow":"r1","table":"people","at":0,"to":N}]"#,
        #""undo":N,"changes":[]"#, #""redo":N,"changes":[]"#,
      ] {
        try place.write(base, to: "m.art28")
        let forged = members.replacing("N", with: number)
        try RawJournal.add(forged, to: place.file("m.art28"))
        let shown = try Program.run("show", "m.art28", in: place)
        #expect(shown.code == 3, "\(forged): \(shown)")
        #expect(shown.complaint.contains("entry 3 cannot be understood"), "\(forged): \(shown)")
        try expectNoCrash(Self.commands, in: place, input: Self.pages, forged)
      }
    }
  }

  @Test("amounts of every kind, also where they do not belong")
  func amounts() throws {
    let place = try Place()
    try SmallPack.make("base.art28", in: place)
    let base = try place.bytes(of: "base.art28")
    let units = [
      "hour", "day", "business-day", "week", "month", "year", "percent", "person", "record",
      "times",
    ]
    for number in Self.numbers + ["0", "999", "-999"] {
      try place.write(base, to: "m.art28")
      let quantities = units.map { #"{"quantity":{"thousandths":\#(number),"unit":"\#($0)"}}"# }
      let money = ["EUR", "JPY", "KWD", "\u{1B}"].map {
        #"{"money":{"minor":\#(number),"currency":"\#($0 == "\u{1B}" ? #"\u001b"# : $0)"}}"#
      }
      let all = quantities + money + [#"{"number":\#(number)}"#]
      let changes =
        all.enumerated().map { #"{"set":"text-\#($0 + 1)","is":\#($1)}"# }
        + [#"{"set":"notice","is":\#(quantities[1])}"#, #"{"set":"colour","is":\#(money[0])}"#]
      try RawJournal.add(
        #""changes":[\#(changes.joined(separator: ","))]"#, to: place.file("m.art28"))
      try Program.run("show", "m.art28", in: place).expectSuccess()
      try expectNoCrash(Self.commands, in: place, input: Self.pages, number)
    }
  }

  @Test(
    "amounts in a whole case of the shipped questionnaire",
    arguments: ["-9223372036854775808", "9223372036854775807"])
  func wholeCase(number: String) throws {
    let place = try Place()
    try place.writeWholeCase()
    try Program.run("new", "m.art28", "--from", "answers.yaml", "--by", "A", in: place)
      .expectSuccess()
    let kinds = try JSONReading(Program.run("questions", "--json", in: place).said).array
    var said: [String: String] = [:]
    for question in kinds {
      switch question["kind"].string {
      case "quantity":
        let unit = question["units"].array.first?.string ?? "day"
        said[question["linkId"].string] =
          #"{"quantity":{"thousandths":\#(number),"unit":"\#(unit)"}}"#
      case "money":
        said[question["linkId"].string] = #"{"money":{"minor":\#(number),"currency":"EUR"}}"#
      default: break
      }
    }
    let shown = try JSONReading(Program.run("show", "m.art28", "--json", in: place).said)
    let changes = shown["answers"].array.compactMap { answer -> String? in
      guard let value = said[answer["linkId"].string] else { return nil }
      let row = answer["row"].string
      return
        #"{"set":"\#(answer["linkId"].string)"\#(row.isEmpty ? "" : #","row":"\#(row)""#),"is":\#(value)}"#
    }
    #expect(changes.count > 20)
    try RawJournal.add(
      #""changes":[\#(changes.joined(separator: ","))]"#, to: place.file("m.art28"))
    try Program.run("show", "m.art28", in: place).expectSuccess()
    try expectNoCrash(
      Self.commands + [["amend", "m.art28", "--out", "out"], ["adopt", "m.art28"]], in: place,
      input: Self.pages, number)
  }

  @Test("days at both ends of the calendar, and what is no day")
  func days() throws {
    let place = try Place()
    try SmallPack.make("base.art28", in: place)
    let base = try place.bytes(of: "base.art28")
    let files = [
      "draft", "m.art28", "--to", "md,txt,html,docx,pdf", "--out", "out", "--as-of", "9999-12-31",
    ]
    for when in [
      "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
      "2107-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "9999-99-99T99:99:99Z",
    ] {
      try place.write(base, to: "m.art28")
      try RawJournal.add(
        #""changes":[{"set":"notice","is":{"quantity":{"thousandths":2000,"unit":"day"}}}]"#,
        when: when, to: place.file("m.art28"))
      try Program.run("show", "m.art28", in: place).expectSuccess()
      try expectNoCrash(Self.commands + [files], in: place, input: Self.pages, when)
    }
    for when in ["x", "2026-03-01T09:30:00Z\\r\\nBEGIN:VALARM", "10000-01-01T00:00:00Z"] {
      try place.write(base, to: "m.art28")
      try RawJournal.add(#""changes":[]"#, when: when, to: place.file("m.art28"))
      let run = try Program.run("show", "m.art28", in: place)
      #expect(run.code == 3, "\(when): \(run)")
      #expect(run.complaint.contains("no point in time"), "\(when): \(run)")
    }
  }

  @Test("a summary that lies")
  func summaries() throws {
    let place = try Place()
    try SmallPack.make("m.art28", in: place)
    try place.isKnown()
    try place.write(place.file("m.art28") + "\n", to: "home/.local/state/art28/recent")
    let summaries: [(String, String, String?)] = [
      ("9223372036854775807", "9223372036854775807", nil), ("-5", "3", "0 of 3 answered"),
      ("7", "-9223372036854775808", "7 of 7 answered"), ("x", "", nil),
      ("2", "3", "2 of 5 answered"),
    ]
    for (answered, open, said) in summaries {
      try RawJournal.summary(["answered": answered, "open": open], of: place.file("m.art28"))
      let run = try Program.run("--plain", in: place, input: "quit\n")
      #expect(run.code == 0, "\(answered), \(open): \(run)")
      #expect(run.said.contains(said ?? "m."), "\(answered), \(open): \(run)")
      #expect(said != nil || !run.said.contains("answered"), "\(run)")
      #expect(!run.said.contains("-5") && !run.said.contains("922337"), "\(run)")
    }
  }

  @Test("what is typed line by line, on every page")
  func typed() throws {
    let place = try Place()
    try SmallPack.make("m.art28", in: place)
    try place.isKnown()
    let numbers = Self.numbers + ["0", "99999999999999999999999"]
    let home = numbers.joined(separator: "\n") + "\nquit\n"
    #expect(try Program.run("--plain", in: place, input: home).code == 0)
    for page in [
      "", "list\n", "find text\n", "review\n", "usual\n", "read\n", "finish\n", "findings\n",
      "goto 34\n",
    ] {
      for form in ["N", "goto N", "remove N", "N, N", "N day", "N EUR"] {
        let lines = numbers.map { form.replacing("N", with: $0) }.joined(separator: "\n")
        let run = try Program.run("m.art28", "--plain", in: place, input: "\(page)\(lines)\nquit\n")
        #expect(run.code == 0, "\(page)\(form): \(run)")
      }
    }
  }

  @Test("words of a command line")
  func commandLine() throws {
    let place = try Place()
    try SmallPack.make("m.art28", in: place)
    for number in Self.numbers {
      try expectNoCrash(
        [
          ["diff", "m.art28", "--from", number], ["diff", "m.art28@\(number)"],
          ["authorities", "--stale=\(number)"],
          ["answer", "m.art28", "--set", "notice=\(number) day"],
          ["answer", "m.art28", "--set", "people[\(number)].name=x"],
        ], in: place, number)
    }
  }

  @Test("a clock beyond the calendar", .enabled(if: OtherTools.isHere("cc")))
  func clock() throws {
    let place = try Place()
    try place.write(
      """
      #include <stdlib.h>
      #include <time.h>
      time_t time(time_t *place) {
        time_t now = atoll(getenv("TEST_NOW"));
        if (place) *place = now;
        return now;
      }
      """, to: "clock.c")
    try Program.shell("cc -shared -fPIC -o clock.so clock.c", in: place).expectSuccess()
    try SmallPack.make("m.art28", in: place)
    func run(_ words: [String], at now: String) throws -> Program {
      try Program.run(
        words, in: place, input: "quit\n",
        environment: ["LD_PRELOAD": place.file("clock.so"), "TEST_NOW": now])
    }
    let commands = [
      ["show", "m.art28"], ["answer", "m.art28", "--set", "text-1=x"], ["--plain"],
      ["m.art28", "--plain"], ["report", "m.art28", "--out", "out"],
    ]
    for now in [
      "253402300800", "-62135596801", "9223372036854775807", "-9223372036854775808",
      "67768036191676799",
    ] {
      for words in commands {
        let told = try run(words, at: now)
        #expect(told.code == 3, "\(now) \(words): \(told)")
        #expect(told.complaint.contains("clock of this machine"), "\(now) \(words): \(told)")
      }
    }
    for now in ["253402300799", "-62135596800", "0"] {
      for words in commands { #expect(try run(words, at: now).code == 0, "\(now) \(words)") }
    }
    try Program.run("verify", "m.art28", in: place).expectSuccess()
  }
}
