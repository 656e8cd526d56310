import ArgumentParser
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
    do throws(MatterError) {
      let verification = try MatterFile.verify(at: matter)
      guard verification.isWhole else {
        throw MatterError(
          .damaged(Damage(whole: verification.entries, faults: verification.faults)), path: matter,
          kept: .untouched)
      }
      Console.say(verification.message)
    } catch {
      guard error.exitsAsFinding else { throw Outcome(error) }
      let unasked = "No file was looked at: what was published stands in the journal."
      throw Outcome(code: .found, lines: [error.message] + (files.isEmpty ? [] : [unasked]))
    }
    let file: MatterFile
    do throws(MatterError) {
      file = try MatterFile.open(at: matter, by: Holder(who: "", since: ""), readOnly: true)
    } catch {
      throw Outcome(error)
    }
    defer { file.close() }
    if file.isClosed { Console.complain(MatterSession.readAsOpened) }
    try checkQuestionnaires(of: file)
    let verifier = Verifier(
      file: file, all: try Publications(of: file), key: key,
      style: try StyleFolder.load(look.style))
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
    if !isProven { throw Outcome(code: .found, lines: []) }
  }

  /// The chain proves which questionnaires there were; that the matter holds these is proved here.
  private func checkQuestionnaires(of file: MatterFile) throws {
    do {
      for hash in try file.packs() { _ = try PackStore.sources(hash, of: file) }
    } catch let outcome as Outcome {
      throw Outcome(code: .found, lines: outcome.lines)
    } catch let error as MatterError {
      throw Outcome(error)
    }
  }
}

extension MatterError {
  /// A journal that is not whole is what `verify` looks for.
  fileprivate var exitsAsFinding: Bool {
    if case .damaged = kind { return true }
    return false
  }
}
