import ArgumentParser
import Casework
import Matters

struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign the manifest of a final copy that you were sent.",
    discussion: """
      For the other side, which has the final copy and its manifest and not the matter. The manifest \
      names every file of the copy by its SHA-256; compare them with the files that you read \
      (sha256sum FILE) before you sign. The signature goes back to who sent the copy: art28 \
      countersign takes it into the matter. It is not an electronic signature of the contract.
      """)

  @Argument(help: "DOCUMENT.manifest.json.") var manifest: String
  @ArgumentParser.Option(
    help: ArgumentHelp("Your key, such as art28 key new makes.", valueName: "file"))
  var key: String
  @ArgumentParser.Option(
    help: ArgumentHelp("Where the signature goes; else beside the manifest.", valueName: "file"))
  var out: String?

  func run() throws {
    let signed = try Attesting.sign(manifest, with: try Keys.signing(key), to: out)
    Console.say(signed.path)
    Console.say(signed.says)
  }
}

struct CountersignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign", abstract: "Take the other side's signature into a matter.",
    discussion: """
      The signature is one that art28 sign made over a manifest of this matter. It is checked and \
      becomes one entry, which art28 undo takes back; art28 verify names it from then on.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The signature's file.") var signature: String
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The public key that it must be of, or its fingerprint.", valueName: "file"))
  var key: String?
  @OptionGroup var person: PersonOptions

  func run() throws {
    let keys = try key.map { [try Keys.vouched($0)] } ?? []
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    Console.say(try Attesting.takeSignature(signature, into: session, from: keys))
  }
}

struct TimestampCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp", abstract: "Ask for a time stamp, and keep it in a matter.",
    discussion: """
      A time stamp (RFC 3161) is an authority's word that bytes existed at a time. art28 has no \
      network: it writes the request, you send it with whatever tool the authority names, and its \
      answer comes into the matter. The request holds a SHA-256 and nothing else. openssl reads and \
      checks the answer.
      """,
    subcommands: [Request.self, Add.self])

  struct Request: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: "Write the request for a time stamp.",
      discussion: """
        Over a published file, best its manifest, which names all files and the journal's head; \
        without a file over the head of the journal as it is now. Authorities take it by HTTP as \
        application/timestamp-query.
        """)

    @Argument(help: "The matter file.") var matter: String
    @Argument(help: "A published file; else the journal's head.") var file: String?
    @ArgumentParser.Option(
      help: ArgumentHelp("Where it goes; else to standard output.", valueName: "file"))
    var out: String?

    func run() throws {
      let session = try MatterSession.read(matter, at: .here)
      defer { session.file.close() }
      let request = try Attesting.request(of: file, in: session)
      if let out {
        do throws(Output.Fault) {
          Console.say(try Output(of: session).write(request.bytes, to: out))
        } catch {
          throw error.outcome
        }
      } else if Console.isTerminal {
        throw Outcome.usage(
          "A request is bytes, not words: name its file with --out, or send it on with > FILE.")
      } else {
        Console.handOver(request.bytes)
      }
      Console.complain(request.says)
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Keep a time stamp in a matter.",
      discussion: """
        It is checked and becomes one entry, which art28 undo takes back. art28 verify finds it from \
        then on, and checks it against the certificates that its reader names.
        """)

    @Argument(help: "The matter file.") var matter: String
    @Argument(help: "The authority's answer.") var token: String
    @ArgumentParser.Option(
      help: ArgumentHelp(
        "Certificates of the authorities that you trust, in PEM.", valueName: "file"))
    var tsaCertificates: String
    @OptionGroup var person: PersonOptions

    func run() async throws {
      let session = try MatterSession.open(matter, by: person.name, at: .here)
      defer { session.file.close() }
      Console.say(
        try await Attesting.takeStamp(token, into: session, trusting: tsaCertificates))
    }
  }
}
