import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The library of `scripts/faults`, built into a place: which of the program's system calls go wrong,
/// and how. Its head says what each name means.
struct PreloadedFaults {
  private let library: String
  private let place: Place

  init(in place: Place) throws {
    self.place = place
    library = place.file(".faults.so")
    let line =
      "cc -shared -fPIC -o '\(library)' '\(Project.path)/Tests/Faults/faults.c' -ldl"
    try Program.shell(line, in: place).expectSuccess()
  }

  /// The environment of a run that goes wrong so.
  func environment(_ faults: [String: String]) -> [String: String?] {
    var all: [String: String?] = ["LD_PRELOAD": library, "FAULTS_UNDER": place.path]
    for (name, value) in faults { all["FAULTS_\(name)"] = value }
    return all
  }

  func run(_ arguments: [String], _ faults: [String: String]) throws -> Program {
    try Program.run(arguments, in: place, environment: environment(faults))
  }

  /// Runs the same again and again, with the fault at every `step`th changing call, until none is left
  /// that it could hit.
  func atEachCall(
    of arguments: [String], step: Int, _ faults: [String: String],
    _ body: (Program) throws -> Void
  ) throws {
    let fired = place.file(".fired")
    for number in stride(from: 1, to: 1000, by: step) {
      let run = try run(
        arguments, faults.merging(["AT": "\(number)", "FIRED": fired]) { $1 })
      guard unlink(fired) == 0 else { return }
      try body(run)
    }
  }
}
