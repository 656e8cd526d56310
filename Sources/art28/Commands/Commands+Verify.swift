import ArgumentParser
import Casework
import Matters

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a matter's journal and its published files.",
    discussion: """
      Of every file five things are said apart: whether it is the published file, as journal and \
      manifest have it; whether its text follows from the answers and the questionnaire; whether \
      the file can be made again here; whether it is signed; and whether it has a time stamp. A no \
      to any of them is exit code 1; another version of a tool is said, and is no tampering. \
      Without a file the published texts are drafted again.

      At the end stands where trust begins. Whoever has a matter can write its journal anew as a \
      whole, and nothing in the file tells that. What tells it lies elsewhere: a key whose \
      fingerprint you have (--key), a head that somebody keeps (--head), a time stamp (--timestamp). \
      A time stamp proves that these bytes existed at that time according to that authority, and \
      nothing of who wrote them or whether they are true. It is checked by openssl, without a network: \
      that a certificate was revoked meanwhile is not asked.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "Published files.") var files: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A public key that must have signed, or its fingerprint; may be given many times.",
      valueName: "file"))
  var key: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("A head that the journal must have had.", valueName: "head"))
  var head: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A time stamp (RFC 3161) beside those that the matter keeps.", valueName: "token"))
  var timestamp: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Certificates of the authorities that you trust, in PEM.", valueName: "file"))
  var tsaCertificates: String?
  @OptionGroup var look: StyleOptions

  func run() async throws {
    let trust = try trust
    do {
      let journal = try Verifier.journal(of: matter, at: .here)
      Console.say(journal.sentence)
      guard journal.isRead else {
        if files.isEmpty, key.isEmpty, head == nil, timestamp.isEmpty { return }
        throw Outcome(MatterError(.locked, path: matter, kept: .untouched))
      }
    } catch let outcome as Outcome where outcome.kind == .found {
      let unasked = "No file was looked at: what was published stands in the journal."
      throw Outcome(.found, lines: outcome.lines + (files.isEmpty ? [] : [unasked]))
    }
    let verifier = try await Verifier(
      of: matter, trust: trust, style: try StyleFolder.load(look.style, at: .here), at: .here)
    defer { verifier.close() }
    var isProven = true
    func say(_ proof: Verifier.Proof) {
      isProven = isProven && proof.holds
      for line in proof.lines { Console.say(line) }
    }
    say(try verifier.beside())
    if files.isEmpty {
      let proofs = try verifier.everything()
      for proof in proofs { say(proof) }
      if !key.isEmpty, proofs.isEmpty {
        throw Outcome.found("Nothing was published from this matter, so nothing is signed.")
      }
    }
    for path in files {
      let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .published) }
      say(try await verifier.file(named: Files.name(of: path), bytes))
    }
    say(verifier.beginning())
    if !isProven { throw Outcome(.found, lines: []) }
  }

  private var trust: Trust {
    get throws {
      var trust = Trust()
      trust.keys = try key.map(Keys.vouched)
      trust.head = try head.map(Trust.head)
      trust.stamps = try timestamp.map { path in
        let bytes = try Files.outcome { () throws(FileError) in
          try Files.read(path, as: .attestation)
        }
        return (Files.name(of: path), bytes)
      }
      trust.authorities = try tsaCertificates.map(Attesting.authorities)
      return trust
    }
  }
}
