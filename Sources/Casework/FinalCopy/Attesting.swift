import Glibc
import Interview
import Matters
import Papers

/// What comes to a final copy later, from others: signatures of the same manifest, and time stamps.
package enum Attesting {
  // MARK: Signatures

  /// Signs the manifest of a final copy, which need not be of a matter that is here.
  ///
  /// - Parameters:
  ///   - path: the manifest's file.
  ///   - target: where the signature goes; nil: beside the manifest, under the key's name.
  /// - Returns: the signature's path, and what was signed, a sentence.
  /// - Throws: an `Outcome` where the file is no manifest, or the signature is there already.
  package static func sign(
    _ path: String, with key: SigningKey, to target: String?
  ) throws -> (path: String, says: String) {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .attestation) }
    guard let manifest = Manifest(bytes) else {
      throw Outcome.file(
        "“\(path)” is no manifest of a final copy: it is called DOCUMENT.manifest.json.")
    }
    let ending = Manifest.counterSignatureEnding(key.verifying)
    let target = target ?? "\(Files.folder(of: path))/\(manifest.document).\(ending)"
    guard !Files.exists(target) else {
      throw Outcome.file("“\(target)” is there already; it is left as it is.")
    }
    try Files.outcome { () throws(FileError) in
      try Files.write(key.signature(over: bytes).file, to: target)
    }
    let names = manifest.files.map { "\($0.name) (SHA-256 \($0.content.hexadecimal))" }
    return (
      target,
      "Signed: “\(manifest.document)” of “\(manifest.matter)”, "
        + names.joined(separator: ", ") + ", with key \(key.verifying.fingerprint.hexadecimal)."
    )
  }

  /// Takes the other side's signature into a matter, by one entry.
  ///
  /// - Parameter keys: fingerprints that the reader vouches for; empty: nobody was asked.
  /// - Returns: what was taken, a sentence.
  /// - Throws: an `Outcome` where it is no signature, fits no manifest of the matter, or is of another key.
  package static func takeSignature(
    _ path: String, into session: MatterSession, from keys: [Fingerprint]
  ) throws -> String {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .attestation) }
    guard let signature = ManifestSignature(file: bytes) else {
      throw Outcome.file(
        "“\(path)” is no signature of a manifest, such as art28 sign makes; or it was altered.")
    }
    let print = signature.key.fingerprint
    guard keys.isEmpty || keys.contains(print) else {
      throw Outcome.found(
        "“\(path)” is signed with another key than you named: \(print.hexadecimal).",
        "Nothing was taken. Ask the other side for the fingerprint of its key, by another way than this "
          + "file came.")
    }
    let all = try Publications(of: session.file)
    guard
      let published = all.documents.last(where: { signature.holds(over: $0.manifestBytes) })
    else {
      throw Outcome.found(
        "“\(path)” fits no manifest that was published from this matter: another text was signed, or the "
          + "signature was altered.",
        "Nothing was taken. Send the other side the manifest that lies beside the final copy.")
    }
    let document = published.manifest.document
    if case .present(signature) = published.signature {
      throw Outcome.found("This is the signature that the final copy carries itself.")
    }
    guard !published.counterSignatures.contains(where: { $0.signature == signature }) else {
      throw Outcome.found("This signature is in the matter already.")
    }
    let name = "\(document).\(Manifest.counterSignatureEnding(signature.key))"
    let entry = try attach(
      name, bytes, to: session,
      why: "“\(document)” of entry \(published.entry.number) was countersigned.")
    return
      "Entry \(entry.number): “\(document)” of entry \(published.entry.number) is countersigned "
      + "with key \(print.hexadecimal)"
      + (keys.isEmpty
        ? ". Whose it is this file cannot say: compare the fingerprint with the other side." : ".")
  }

  // MARK: Time stamps

  /// The request for a time stamp.
  ///
  /// - Parameter path: a published file; nil: the journal's head.
  /// - Returns: the request, and what it is over, a sentence.
  /// - Throws: an `Outcome` where the file was not published from this matter.
  package static func request(
    of path: String?, in session: MatterSession
  ) throws -> (bytes: [UInt8], says: String) {
    guard let path else {
      let head = session.file.head
      return (
        TimeStampRequest.bytes(for: head.link.bytes),
        "A request for the head of entry \(head.number), \(head.link.hexadecimal)."
      )
    }
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .published) }
    let fingerprint = Fingerprint(of: bytes)
    let hash = fingerprint.hexadecimal
    guard try subjects(try Publications(of: session.file), in: session)[hash] != .unknown else {
      throw Outcome.found(
        "“\(path)” was not published from this matter: its SHA-256 stands nowhere in the journal.")
    }
    return (
      TimeStampRequest.bytes(for: fingerprint.bytes),
      "A request for “\(Files.name(of: path))”, SHA-256 \(hash)."
    )
  }

  /// Takes a time stamp into a matter, by one entry.
  ///
  /// - Parameter authorities: the path of a PEM file with the certificates that are trusted.
  /// - Returns: what was taken, a sentence.
  /// - Throws: an `Outcome` where it is none, is over other bytes, or does not go back to them.
  package static func takeStamp(
    _ path: String, into session: MatterSession, trusting authorities: String
  ) async throws -> String {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .attestation) }
    var trust = Trust()
    trust.authorities = try Attesting.authorities(authorities)
    let all = try Publications(of: session.file)
    let hash = Fingerprint(of: bytes).hexadecimal
    guard !all.stamps.contains(where: { $0.hash == hash }) else {
      throw Outcome.found("This time stamp is in the matter already.")
    }
    let reading = await StampReadings.read(
      Files.name(of: path), bytes, nil, try subjects(all, in: session), trust)
    guard reading.anchor != nil else {
      throw Outcome.found(reading.sentence, "Nothing was taken.")
    }
    let name: String
    switch reading.subject {
    case .head(let number): name = "journal.\(number)\(Attestation.stampEnding)"
    case .file(let file, _): name = "\(file)\(Attestation.stampEnding)"
    case .unknown: throw Outcome.found(reading.sentence, "Nothing was taken.")
    }
    let entry = try attach(name, bytes, to: session, why: "A time stamp came in.")
    return "Entry \(entry.number), as “\(name)”: \(reading.sentence)"
  }

  /// - Returns: the absolute path of a file that openssl is to read.
  /// - Throws: an `Outcome` where it cannot be read.
  package static func authorities(_ path: String) throws -> String {
    _ = try Files.outcome { () throws(FileError) in try Files.read(path, as: .authorities) }
    // With links followed: “/dev/stdin” would be another file for openssl, the very one that is checked.
    guard let real = realpath(path, nil) else {
      throw FileError(path: path, number: errno).outcome
    }
    defer { free(real) }
    return String(cString: real)
  }

  private static func subjects(
    _ all: Publications, in session: MatterSession
  ) throws -> StampReadings.Subjects {
    do throws(MatterError) {
      return StampReadings.Subjects(all, try session.file.heads())
    } catch {
      throw Outcome(error)
    }
  }

  private static func attach(
    _ name: String, _ bytes: [UInt8], to session: MatterSession, why: String
  ) throws -> Entry {
    let paper = AttachedFile(name: name, bytes: bytes)
    let change = Change.setting(
      .published(name), from: session.file.sheet.setting(.published(name)),
      to: paper.fingerprint.hexadecimal)
    do throws(MatterError) {
      return try session.append([change], why: why, enclosing: [.paper(paper)])
    } catch {
      throw Outcome(error)
    }
  }
}
