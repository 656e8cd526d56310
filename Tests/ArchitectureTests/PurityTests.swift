import Testing

/// Today, chance, files, environment and processes are arguments of the pure rooms.
struct PurityTests {
  /// Calls that would make a pure room depend on where and when it runs. Each is a name and what
  /// stands behind it, so that `open(` of another type is not meant.
  private static let impure = [
    "ContinuousClock", "SuspendingClock", "Date()", "Date.now", "DispatchTime", "clock_gettime",
    "gettimeofday", "time(nil", "getenv(", "ProcessInfo", "SystemRandomNumberGenerator",
    ".random(in:", ".randomElement()", ".shuffled()", "arc4random", "UUID()", "FileManager",
    "fopen(",
    "opendir(", "contentsOfFile", "contentsOf: URL", "posix_spawn", "Process()", "Task.sleep",
    "usleep(",
    "nanosleep(", "Locale.current", "TimeZone.current", "NSLog", "print(", "fputs(", "exit(",
    "readLine(",
  ]

  @Test func pureRoomsAskNothingOfTheMachine() {
    for file in SourceTree.sources where House.pure.contains(file.target) {
      for (number, line) in file.code {
        // A point in time may be handed in; only asking for one is impure.
        let text = withoutStrings(line).replacing("ContinuousClock.Instant", with: "")
        for call in Self.impure where text.contains(call) {
          // With a generator that is given, chance is an argument.
          if text.contains("using:") { continue }
          guard !isPartOfAName(call, text) else { continue }
          Issue.record("\(file.path):\(number): \(call)")
        }
      }
    }
  }

  @Test func pureRoomsNeedNoOperatingSystem() {
    for file in SourceTree.sources where House.pure.contains(file.target) {
      for (number, line) in file.code where line.hasPrefix("import Glibc") {
        Issue.record("\(file.path):\(number): a pure room imports Glibc")
      }
    }
  }

  /// `fingerprint(` is not `print(`.
  private func isPartOfAName(_ call: String, _ text: String) -> Bool {
    guard let first = call.first, first.isLetter, let range = text.firstRange(of: call),
      range.lowerBound > text.startIndex
    else { return false }
    let before = text[text.index(before: range.lowerBound)]
    return before.isLetter || before.isNumber || before == "_" || before == "."
  }

  private func withoutStrings(_ line: String) -> String {
    var found = ""
    var inside = false
    for character in line {
      if character == "\"" { inside.toggle() }
      if !inside { found.append(character) }
    }
    return found
  }
}
