import TestSupport
import Testing

/// The same matter gives the same files: on two runs, in any time zone, under any language.
@Suite struct SameBytesTests {
  @Test func everywhereAndAlways() throws {
    let place = try Place()
    try place.writeWholeCase()
    try Program.run("new", "case.art28", "--from", "answers.yaml", in: place).expectSuccess()
    let formats =
      "md,txt,html,docx" + (OtherTools.pythonIsHere ? ",pdf" : "")
    let surroundings: [[String: String?]] = [
      ["TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": nil],
      ["TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"],
      ["TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"],
    ]
    for (number, environment) in surroundings.enumerated() {
      for command in ["draft", "report"] {
        let run = try Program.run(
          command, "case.art28", "--to", command == "report" ? formats + ",json" : formats,
          "--out", "out\(number)", "--as-of", "2026-11-21", in: place, environment: environment)
        #expect(run.code == 0, "\(run)")
      }
      try Program.run(
        "export", "case.art28", "--out", "out\(number)/case.json", in: place,
        environment: environment
      ).expectSuccess()
    }
    let names = try place.names(in: "out0")
    #expect(names.count >= 8)
    for number in 1..<surroundings.count {
      #expect(try place.names(in: "out\(number)") == names)
      for name in names {
        #expect(
          try place.bytes(of: "out0/\(name)") == place.bytes(of: "out\(number)/\(name)"),
          "\(name) differs under \(surroundings[number])")
      }
    }
  }
}
