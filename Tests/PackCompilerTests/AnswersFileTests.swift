import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

struct AnswersFileTests {
  private func read(_ text: String) throws -> [Assignment] {
    try AnswersFile.read(text, file: "answers.yaml").get().assignments
  }

  private func words(_ path: String, _ words: String) -> Assignment {
    Assignment(path: path, said: .words(words))
  }

  @Test func yamlIsReadAsItsAuthorWroteIt() throws {
    #expect(
      try read("a: no\nb: 1e3\nc: 2026-03-01\nd: '007'\ne: ~x\nf: |\n  one\n  two\n") == [
        words("a", "no"), words("b", "1e3"), words("c", "2026-03-01"), words("d", "007"),
        words("e", "~x"), words("f", "one\ntwo\n"),
      ])
  }

  @Test func aFileNamesItsJourney() throws {
    let file = try AnswersFile.read("journey: self-test\na: no\n", file: "answers.yaml").get()
    #expect(file.journey == "self-test")
    #expect(file.assignments == [words("a", "no")])
    #expect(try AnswersFile.read("a: no\n", file: "answers.yaml").get().journey == nil)
  }

  @Test func groupsRowsAndStates() throws {
    let found = try read(
      """
      controller:
        name: Nordlicht
      laws: [gdpr, uk-gdpr]
      notice: {state: unknown, note: ask}
      subs:
        - {id: a, name: Chatty}
        - {name: Second}
      rights[access].limit: {state: parked}
      none-of-it: {state: none}
      later: {state: not-applicable, reason: no staff}
      """)
    #expect(
      found == [
        words("controller.name", "Nordlicht"),
        Assignment(path: "laws", said: .list(["gdpr", "uk-gdpr"])),
        Assignment(path: "notice", said: .unknown(note: "ask")),
        Assignment(path: "subs[a]", said: .open), words("subs[a].name", "Chatty"),
        Assignment(path: "subs[1]", said: .open), words("subs[1].name", "Second"),
        Assignment(path: "rights[access].limit", said: .parked(note: nil)),
        Assignment(path: "none-of-it", said: .none),
        Assignment(path: "later", said: .notApplicable(reason: "no staff")),
      ])
  }

  @Test func jsonIsReadToo() throws {
    let found = try read(
      #"{"a": true, "b": 30, "c": "one \"two\" \u00e9 \ud83d\ude00 \\ud83d \/", "d": null, "e": [], "f": "null"}"#
    )
    #expect(
      found == [
        words("a", "true"), words("b", "30"), words("c", "one \"two\" é 😀 \\ud83d /"),
        Assignment(path: "d", said: .open), Assignment(path: "e", said: .list([])),
        words("f", "null"),
      ])
    #expect(try read("{\n\t\"a\":\t\"b\"\n}") == [words("a", "b")])
  }

  @Test func theMarkBeforeTheFirstLetterIsNoPartOfIt() throws {
    #expect(
      try read("\u{FEFF}controller.name: Krämer GmbH\r\nnotice: 30 day\r\n") == [
        words("controller.name", "Krämer GmbH"), words("notice", "30 day"),
      ])
  }

  @Test func nullIsNoAnswerInWords() throws {
    let found = try read("a: ~\nb: null\nc: Null\nd: \"~\"\ne: 'null'\nf: no\ng: 007\nh: 1.10\n")
    #expect(
      found == [
        Assignment(path: "a", said: .open), Assignment(path: "b", said: .open),
        Assignment(path: "c", said: .open), words("d", "~"), words("e", "null"), words("f", "no"),
        words("g", "007"), words("h", "1.10"),
      ])
  }

  @Test func nothingIsNothing() throws {
    #expect(try read("").isEmpty)
    #expect(try read("# only a note\n").isEmpty)
    #expect(try read("{}").isEmpty)
  }

  @Test(arguments: [
    "hello", "- a\n- b", "a: {state: perhaps}", "a: {state: not-applicable}", "a: *b", "a: &b c",
    "a: !!int 3", "? [a]\n: b", "a: b: c", "{", "\"", "a: 1\na: 2", "\u{1}", "a:\n\t- b",
    "a: &x [1]\nb: *x", "{\"a\": \"\\ud83d\"}",
  ]) func whatIsNoAnswersFileIsRefusedWithItsPlace(_ text: String) {
    guard case .failure(let failure) = AnswersFile.read(text, file: "answers.yaml") else {
      Issue.record("it is read")
      return
    }
    #expect(!failure.diagnostics.isEmpty)
    #expect(failure.diagnostics.allSatisfy { $0.rendered.hasPrefix("answers.yaml") })
  }

  @Test func hostileFilesEnd() {
    let deep = String(repeating: "{a: ", count: 50_000)
    let laughs =
      "a0: &a0 [x]\n" + (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let long = "a: " + String(repeating: "x", count: AnswersFile.largest)
    let many = "{" + (0..<60_000).map { "\"k\($0)\": \($0)" }.joined(separator: ",") + "}"
    for text in [deep, laughs, long] {
      guard case .failure = AnswersFile.read(text, file: "a.yaml") else {
        Issue.record("it is read: \(text.prefix(40))")
        continue
      }
    }
    #expect(throws: Never.self) { try AnswersFile.read(many, file: "a.json").get() }
  }

  /// Whatever a path says, the good lines are kept and the others named.
  @Test(arguments: [
    "a]b[c", "[", "]", "[]", "subprocessors[", "subprocessors[]", "subprocessors[].name",
    "subprocessors[0", "subprocessors[0]name", "subprocessors[0]..", "subprocessors[-1].name",
    "subprocessors[99].name", "subprocessors[0].nobody", "subprocessors.name",
    "rights[nobody].limit",
    "rights.limit", "controller", "controller[0].name", "controller.name[0]", "", ".", "nobody",
    "subprocessors", "laws[gdpr]", "subprocessors[9223372036854775808].name",
  ]) func oddPathsAreRefusedOneByOne(_ path: String) {
    var assigning = Assigning(evaluate(TestPacks.mini, AnswerSheet()))
    assigning.take([
      words("controller.name", "Before"), words(path, "what"), words("processor.name", "After"),
    ])
    #expect(assigning.refused.map(\.path) == [path])
    #expect(assigning.evaluation.sheet.rows(of: "subprocessors").isEmpty)
    #expect(assigning.evaluation.sheet[AnswerKey("controller.name")] == .value(.text("Before")))
    #expect(assigning.evaluation.sheet[AnswerKey("processor.name")] == .value(.text("After")))
  }
}
