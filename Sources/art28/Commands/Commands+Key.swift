import ArgumentParser
import Casework
import Matters

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make a key that signs final copies.",
    subcommands: [New.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Make a key and its public half.",
      discussion: """
        The key (Ed25519, PKCS #8 in PEM) is readable by you alone and has no passphrase: keep \
        it where you keep such things. FILE.pub goes to those who are to check your signatures, and \
        the fingerprint by another way: on paper, or read out. A signature says who published, and is not an electronic signature of the contract.
        """)

    @Argument(help: "The file to make; the public half is FILE.pub.") var file: String

    func run() throws {
      let key = try Keys.make(file)
      Console.say(file)
      Console.say("\(file).pub")
      Console.say("Fingerprint \(key.fingerprint.hexadecimal)")
    }
  }
}
