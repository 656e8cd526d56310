import PackModel
import TestSupport
import Testing

/// Habits of the house that a formatter does not see.
struct HabitTests {
  /// The ids of the shipped pack are the pack's own: the program knows none of them.
  @Test func noIDOfTheShippedPackStandsInTheSources() {
    let pack = TestPacks.real
    var ids: Set<String> = []
    ids.formUnion(pack.questions.map(\.linkId))
    ids.formUnion(pack.calculated.map(\.id))
    ids.formUnion(pack.clauses.map(\.id))
    ids.formUnion(pack.checks.map(\.id))
    ids.formUnion(pack.norms.map(\.id))
    ids.formUnion(pack.authorities.map(\.id))
    ids.formUnion(pack.obligations.map(\.id))
    // A word of one piece may be anybody's; an id of two is the pack's.
    let telling = ids.filter {
      $0.contains { $0 == "-" || $0 == "." } || $0.contains(where: \.isNumber)
    }
    #expect(telling.count > 500)
    for file in SourceTree.sources {
      for (number, line) in file.code {
        for text in strings(line) where telling.contains(text) && !Self.ours.contains(text) {
          Issue.record("\(file.path):\(number): “\(text)” is an id of the pack")
        }
      }
    }
  }

  /// Words of the program's own that a pack may use as well: the names of reports' columns, states
  /// and units.
  private static let ours: Set = ["not-applicable", "as-of", "business-day"]

  /// What a document is for is its role; which journeys there are, the pack says. So not even an id
  /// of one word stands there, and no help lists them.
  @Test func noDocumentAndNoJourneyOfTheShippedPackStandsInTheSources() {
    let pack = TestPacks.real
    let journeys = Set(pack.journeys.map(\.id))
    let ids = journeys.union(pack.documents.map(\.id))
    #expect(ids.isSuperset(of: ["agreement", "gap-report", "self-test"]))
    for file in SourceTree.sources {
      for (number, line) in file.code {
        for text in strings(line) {
          if ids.contains(text), !Self.words.contains(text) {
            Issue.record("\(file.path):\(number): “\(text)” is an id of the pack")
          }
          let named = Set(text.split { !$0.isLetter && $0 != "-" }.map(String.init))
          #expect(named.intersection(journeys).count < 3, "\(file.path):\(number): \(text)")
        }
      }
    }
  }

  /// English words, keywords and names of commands and tables that happen to be such an id.
  private static let words: Set = ["draft", "short", "playbook", "both"]

  @Test func nothingIsCalledAHelper() {
    for file in SourceTree.sources + SourceTree.files(under: "Tests") {
      let name = file.path.split(separator: "/").last ?? ""
      for word in ["Util", "Helper", "Manager", "Misc"] {
        #expect(!name.contains(word), "\(file.path)")
      }
    }
  }

  /// Above 400 lines a file is a smell; the list is to be empty.
  @Test func noFileIsTooLong() {
    let long = SourceTree.sources.filter { $0.lines.count > 400 && !Self.known.contains($0.path) }
      .map { "\($0.path): \($0.lines.count) lines" }
    #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
  }

  /// Tables of data, where length is no smell.
  private static let known: Set<String> = []

  /// Above 600 lines over all its extensions a type is several.
  @Test func noTypeIsTooLong() {
    let long = SourceTree.measures.types.filter { $0.value > (Self.wide[$0.key] ?? 600) }
    #expect(long.isEmpty, "\(long)")
  }

  /// Types that still know too much, each with why, and how far each may go until it is parted.
  private static let wide = [
    // The open matter as every screen asks it: answers, names, places, counts, words.
    "Screens OpenMatter": 790,
    // One extension for each thing that can be asked of an evaluation; none keeps state.
    "Interview Evaluation": 770,
    // The list of screens, twice: a new screen adds five lines.
    "Screens Desk": 720,
    // The only reader and writer of the file: one extension for each thing that is done with it, open and
    // locked; what its rows are lies in types of their own.
    "Matters MatterFile": 900,
    // The question on the screen: typing, moving and keeping lie in files of their own.
    "Screens InterviewModel": 780,
    // The paper in hand: rows, passages, marks and acts lie in files of their own.
    "Screens ReadingModel": 740,
    // One function for each effect that the matter has a part in.
    "art28 EffectRunner": 620,
    // The open matter with its pack: one extension for each use case.
    "Casework MatterSession": 640,
  ]

  /// Above 60 lines a function is several.
  @Test func noFunctionIsTooLong() {
    let long = SourceTree.measures.functions.filter { $0.value > 60 }
    #expect(long.isEmpty, "\(long)")
  }

  @Test func nothingIsLeftToDo() {
    for file in SourceTree.sources {
      for (at, line) in file.lines.enumerated() {
        for mark in ["TODO", "FIXME"] where line.replacing("VTODO", with: "").contains(mark) {
          Issue.record("\(file.path):\(at + 1): \(mark)")
        }
      }
    }
  }

  /// Whatever is said goes through one door, where it is made safe for a terminal.
  @Test func nobodyPrintsButTheConsole() {
    let ways = [
      /\bprint\(/, /\bdebugPrint\(/, /\bdump\(/, /\bf?puts\(/, /\bv?printf\(/, /\bperror\(/,
      /STDOUT_FILENO|STDERR_FILENO/, /\bwrite\([12],/, /\bFileHandle\b/, /\breadLine\(/,
    ]
    // The terminal's owner draws what `DisplayText` has made of it; the rest only ask what is there.
    let doors = ["Sources/art28/Person/Console.swift", "Sources/art28/Person/ProgressBar.swift"]
    for file in SourceTree.sources
    where file.target != "CursesTerminal" && !doors.contains(file.path) {
      for (number, line) in file.code where ways.contains(where: { line.contains($0) }) {
        // A script for another program.
        if file.path == "Sources/Publishing/PDF/TypstEngine.swift" { continue }
        Issue.record("\(file.path):\(number): \(line)")
      }
    }
  }

  /// The texts between quotes of one line.
  private func strings(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
