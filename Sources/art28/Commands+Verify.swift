import ArgumentParser
import Matters

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a matter's journal and its published files.",
    discussion: """
      Of every file three things are said apart: whether it is the published file, whether its \
      text follows from the answers and the questionnaire, and whether the file can be made \
      again here. The first two decide the exit code; another version of a tool is said, and is \
      no tampering. Without a file the published texts are drafted again.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "Published files.") var files: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("The public key that must have signed.", valueName: "file"))
  var key: String?
  @OptionGroup var look: StyleOptions

  func run() async throws {
    let key = try key.map(Keys.verifying)
    do throws(MatterError) {
      let verification = try MatterFile.verify(at: matter)
      guard verification.isWhole else {
        throw MatterError(
          .damaged(Damage(whole: verification.entries, faults: verification.faults)), path: matter,
          kept: .untouched)
      }
      Console.say(verification.message)
    } catch {
      throw error.exitsAsFinding ? Outcome(code: .found, lines: [error.message]) : Outcome(error)
    }
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let verifier = Verifier(
      file: session.file, all: try Published.all(in: session.file), key: key,
      style: try StyleFolder.load(look.style))
    var isProven = true
    if files.isEmpty {
      for published in verifier.latest {
        let proof = try verifier.text(of: published)
        isProven = isProven && proof.holds
        for line in proof.lines { Console.say(line) }
      }
      if key != nil, verifier.latest.isEmpty {
        throw Outcome.found("Nothing was published from this matter, so nothing is signed.")
      }
    }
    for path in files {
      let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .published) }
      let proof = try await verifier.file(named: Files.name(of: path), bytes)
      isProven = isProven && proof.holds
      for line in proof.lines { Console.say(line) }
    }
    if !isProven { throw Outcome(code: .found, lines: []) }
  }
}

extension MatterError {
  /// A journal that is not whole is what `verify` looks for.
  fileprivate var exitsAsFinding: Bool {
    if case .damaged = kind { return true }
    return false
  }
}
