import ArgumentParser
import Casework
import Matters

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a matter's journal and its published files.",
    discussion: """
      Of every file four things are said apart: whether it is the published file, as journal and \
      manifest have it; whether its text follows from the answers and the questionnaire; whether \
      the file can be made again here; and whether it is signed. A no to any of them is exit code \
      1; another version of a tool is said, and is no tampering. Without a file the published \
      texts are drafted again.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "Published files.") var files: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("The public key that must have signed.", valueName: "file"))
  var key: String?
  @OptionGroup var look: StyleOptions

  func run() async throws {
    let key = try key.map(Keys.verifying)
    do {
      let journal = try Verifier.journal(of: matter, at: .here)
      Console.say(journal.sentence)
      guard journal.isRead else {
        if files.isEmpty, key == nil { return }
        throw Outcome(MatterError(.locked, path: matter, kept: .untouched))
      }
    } catch let outcome as Outcome where outcome.kind == .found {
      let unasked = "No file was looked at: what was published stands in the journal."
      throw Outcome(.found, lines: outcome.lines + (files.isEmpty ? [] : [unasked]))
    }
    let verifier = try Verifier(
      of: matter, key: key, style: try StyleFolder.load(look.style, at: .here), at: .here)
    defer { verifier.close() }
    var isProven = true
    func say(_ proof: Verifier.Proof) {
      isProven = isProven && proof.holds
      for line in proof.lines { Console.say(line) }
    }
    if files.isEmpty {
      let proofs = try verifier.everything()
      for proof in proofs { say(proof) }
      if key != nil, proofs.isEmpty {
        throw Outcome.found("Nothing was published from this matter, so nothing is signed.")
      }
    }
    for path in files {
      let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .published) }
      say(try await verifier.file(named: Files.name(of: path), bytes))
    }
    if !isProven { throw Outcome(.found, lines: []) }
  }
}
