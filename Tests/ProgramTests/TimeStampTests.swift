import Interview
import TestSupport
import Testing

/// Time stamps of an authority that is made here: openssl gives them as an authority would.
@Suite(.enabled(if: OtherTools.isHere("openssl"))) struct TimeStampTests {
  private let place: Place

  /// A final copy, an authority and its root, and a second root that has nothing to do with it.
  init() throws {
    place = try Place()
    try SmallPack.make("case.art28", in: place)
    try Program.run(SmallPack.answered("case.art28"), in: place).expectSuccess()
    try Program.run("draft", "case.art28", "--final", "--out", "out", in: place).expectSuccess()
    try place.write(
      """
      [tsa]
      default_tsa = here
      [here]
      serial = serial
      crypto_device = builtin
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      accuracy = secs:1
      tsa_name = yes
      ess_cert_id_alg = sha256

      """, to: "tsa.cnf")
    try Program.shell(
      """
      set -e
      echo 01 > serial
      for root in root other; do
        openssl req -x509 -newkey rsa:2048 -nodes -keyout $root.key -out $root.pem -days 30 \
          -subj "/CN=The $root" -addext keyUsage=critical,keyCertSign
      done
      openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj "/O=Clock/CN=Stamps"
      echo extendedKeyUsage=critical,timeStamping > ext
      openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -out tsa.pem \
        -days 20 -extfile ext
      """, in: place
    ).expectSuccess()
  }

  private func run(_ words: String...) throws -> Program { try Program.run(words, in: place) }

  /// An authority's answer to a request.
  private func answer(_ request: String, as name: String) throws {
    try Program.shell(
      "openssl ts -reply -config tsa.cnf -section here -queryfile \(request) -signer tsa.pem "
        + "-inkey tsa.key -out \(name)", in: place
    ).expectSuccess()
  }

  private func stamp(_ file: String?, as name: String) throws {
    let line = "art28 timestamp request case.art28 \(file ?? "") > \(name).tsq"
    try Program.shell(line, in: place).expectSuccess()
    try answer("\(name).tsq", as: name)
  }

  private func add(_ name: String, _ authorities: String = "root.pem") throws -> Program {
    try run("timestamp", "add", "case.art28", name, "--tsa-certificates", authorities)
  }

  @Test func aRequestIsOneThatOthersRead() throws {
    let made = try Program.shell(
      "art28 timestamp request case.art28 out/agreement.md > q.tsq; "
        + "openssl ts -query -in q.tsq -text; sha256sum out/agreement.md", in: place)
    #expect(made.code == 0, "\(made)")
    #expect(made.said.contains("Hash Algorithm: sha256"), "\(made)")
    #expect(made.said.contains("Certificate required: yes"), "\(made)")
    let hash = try #require(made.lines.last).prefix(64)
    let dump = made.said.filter { $0 != " " && $0 != "-" }
    #expect(dump.contains(hash.prefix(32)) && dump.contains(hash.suffix(32)), "\(made)")
    let strange = try run("timestamp", "request", "case.art28", "root.pem", "--out", "x.tsq")
    #expect(strange.code == 1 && strange.complaint.contains("was not published"), "\(strange)")
  }

  @Test func aStampOnAManifestIsKeptAndFoundAgain() throws {
    try stamp("out/agreement.manifest.json", as: "m.tsr")
    let added = try add("m.tsr")
    #expect(added.code == 0, "\(added)")
    #expect(added.said.contains("Entry 4, as “agreement.manifest.json.tsr”: Yes: 20"), "\(added)")
    #expect(added.said.contains("by “/O=Clock/CN=Stamps”"), "\(added)")
    let again = try add("m.tsr")
    #expect(again.code == 1 && again.complaint.contains("in the matter already"), "\(again)")

    let run = try run(
      "verify", "case.art28", "out/agreement.md", "--tsa-certificates", "root.pem")
    #expect(run.code == 0, "\(run)")
    #expect(run.said.contains("Has it a time stamp? Yes: 20"), "\(run)")
    #expect(run.said.contains("These bytes existed then, says that authority"), "\(run)")
    #expect(run.said.contains("So entries 1 to 2 are those of that time."), "\(run)")
    let unchecked = try self.run("verify", "case.art28", "out/agreement.md")
    #expect(unchecked.code == 0 && unchecked.said.contains("nobody checked it"), "\(unchecked)")
    #expect(unchecked.said.contains("Nowhere outside this file"), "\(unchecked)")
    let file = try self.run("verify", "case.art28", "m.tsr", "--tsa-certificates", "root.pem")
    #expect(file.code == 0 && file.said.contains("it is the time stamp of entry 4"), "\(file)")
  }

  @Test func aStampOnTheHeadProvesTheJournal() throws {
    try stamp(nil, as: "head.tsr")
    try add("head.tsr").expectSuccess()
    let run = try run("verify", "case.art28", "--tsa-certificates", "root.pem")
    #expect(run.code == 0, "\(run)")
    #expect(run.said.contains("So entries 1 to 3 are those of that time."), "\(run)")
    // The same journal with another hand in it.
    var forgery = try Forgery(of: place.file("case.art28"))
    let answers = forgery.entries[1]
    forgery.entries[1] = Entry(
      number: 2, when: answers.when, by: "Somebody else", why: nil, changes: answers.changes)
    try forgery.write(to: place.file("forged.art28"))
    let forged = try self.run("verify", "forged.art28", "--tsa-certificates", "root.pem")
    #expect(forged.code == 1, "\(forged)")
    #expect(forged.said.contains("was given for other bytes"), "\(forged)")
  }

  @Test func aStampThatIsOnlyNamedIsCheckedToo() throws {
    try stamp("out/agreement.md", as: "a.tsr")
    let run = try run(
      "verify", "case.art28", "out/agreement.md", "--timestamp", "a.tsr", "--tsa-certificates",
      "root.pem")
    #expect(run.code == 0 && run.said.contains("Has it a time stamp? Yes"), "\(run)")
    #expect(run.said.contains("(Over “agreement.md”.)"), "\(run)")
  }

  @Test func whatIsNoStampOrOneOfOthersIsRefused() throws {
    try stamp("out/agreement.manifest.json", as: "m.tsr")
    let stranger = try add("m.tsr", "other.pem")
    #expect(stranger.code == 1, "\(stranger)")
    #expect(stranger.complaint.contains("does not go back to the authorities"), "\(stranger)")
    let none = try add("m.tsr", "tsa.cnf")
    #expect(none.code == 1 && none.complaint.contains("holds no certificate"), "\(none)")
    // Of other bytes.
    try place.write("something else", to: "else.txt")
    try Program.shell(
      "openssl ts -query -data else.txt -sha256 -cert -out else.tsq", in: place
    ).expectSuccess()
    try answer("else.tsq", as: "else.tsr")
    let other = try add("else.tsr")
    #expect(other.code == 1 && other.complaint.contains("was given for other bytes"), "\(other)")
    // Altered in its last bytes, which are the signature's.
    var bytes = try place.bytes(of: "m.tsr")
    bytes[bytes.count - 20] ^= 1
    try place.write(bytes, to: "altered.tsr")
    let altered = try add("altered.tsr")
    #expect(altered.code == 1 && altered.complaint.contains("No: one that says"), "\(altered)")
    for (name, text) in [
      ("empty.tsr", ""), ("words.tsr", "Time stamp: Dec  1 10:00:00 2026 GMT\n"),
    ] {
      try place.write(text, to: name)
      let run = try add(name)
      #expect(run.code == 1 && run.complaint.contains("It is no time stamp"), "\(run)")
    }
    #expect(try run("log", "case.art28").said.contains("time stamp") == false)
  }

  /// The certificates that are trusted can't be those that the stamp itself brings.
  @Test func certificatesFromStandardInputAreThoseOfTheReader() throws {
    try stamp("out/agreement.manifest.json", as: "m.tsr")
    let words = "art28 verify case.art28 --timestamp m.tsr --tsa-certificates /dev/stdin"
    #expect(try Program.shell("\(words) < root.pem", in: place).code == 0)
    #expect(try Program.shell("\(words) < other.pem", in: place).code == 1)
  }

  @Test func anExpiredCertificateIsSaidToHaveExpired() throws {
    // A certificate that was good for a moment of the past, and a stamp of that moment.
    try Program.shell(
      """
      set -e
      printf '[ca]\\ndefault_ca=c\\n[c]\\ndatabase=db\\nserial=ser\\nnew_certs_dir=.\\n' > ca.cnf
      printf 'default_md=sha256\\npolicy=p\\nrand_serial=yes\\n[p]\\nO=optional\\nCN=supplied\\n' >> ca.cnf
      : > db
      openssl ca -batch -config ca.cnf -cert root.pem -keyfile root.key -in tsa.csr -out tsa.pem \
        -extfile ext -startdate 20200101000000Z -enddate 20200201000000Z -notext
      """, in: place
    ).expectSuccess()
    try stamp("out/agreement.manifest.json", as: "m.tsr")
    // Stamped today by a certificate that has expired: good neither now nor then.
    let run = try add("m.tsr")
    #expect(run.code == 1 && run.complaint.contains("certificate has expired"), "\(run)")
  }

  @Test func withoutOpensslItIsSaidWhatToInstall() throws {
    try stamp("out/agreement.manifest.json", as: "m.tsr")
    try add("m.tsr").expectSuccess()
    // The folders that tools are looked for in are fixed; here openssl is hidden in them.
    let hidden = try Program.shell(
      "unshare --user --map-root-user --mount sh -c 'for f in /usr/bin/openssl /usr/local/bin/openssl; "
        + "do [ ! -e $f ] || mount --bind /dev/null $f; done; "
        + "art28 verify case.art28 --tsa-certificates root.pem'", in: place)
    guard !hidden.complaint.contains("unshare") else { return }
    #expect(hidden.code == 0, "\(hidden)")
    #expect(hidden.said.contains("Not checked: "), "\(hidden)")
    #expect(hidden.said.contains("apt install openssl"), "\(hidden)")
  }
}
