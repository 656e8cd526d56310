import Matters

/// Who signed a publication, and whether the reader vouched for the key.
extension Verifier {
  func signed(_ published: Published) -> Answer {
    var own: ManifestSignature?
    switch published.signature {
    case .absent: break
    case .unreadable:
      return .no("No: the journal names a signature, and the matter holds none that can be read.")
    case .present(let found):
      guard found.holds(over: published.manifestBytes) else {
        return .no("No: the signature does not fit the manifest.")
      }
      own = found
    }
    let others = published.counterSignatures
    guard own != nil || !others.isEmpty else {
      guard let wanted = trust.keys.first else {
        return .yes("It is not signed; nobody's key was asked.")
      }
      return .no("No: it has no signature, of key \(wanted.hexadecimal) or any other.")
    }
    let prints =
      [own].compactMap(\.self).map(\.key.fingerprint)
      + others.map(\.signature.key.fingerprint)
    if let missing = trust.keys.first(where: { !prints.contains($0) }) {
      let found = prints.map(\.hexadecimal).joined(separator: ", ")
      return .no("No: with another key (\(found), wanted \(missing.hexadecimal)).")
    }
    var parts: [String] = []
    if let own { parts.append("with key \(named(own.key))") }
    parts += others.map { came, signature in
      "countersigned in \(place(came.entry)) with key \(named(signature.key))"
    }
    let said = parts.joined(separator: "; ")
    if prints.allSatisfy(trust.keys.contains) { return .yes("Yes: \(said).") }
    let hint = "name the public key, or its fingerprint, with --key to be sure whose it is"
    return .yes((trust.keys.isEmpty ? "" : "Yes: ") + capital(said) + "; \(hint).")
  }

  /// The fingerprint, and whether the reader named it.
  private func named(_ key: VerifyingKey) -> String {
    key.fingerprint.hexadecimal
      + (trust.keys.contains(key.fingerprint) ? " (which you named)" : " (which you did not name)")
  }

  private func capital(_ text: String) -> String {
    trust.keys.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// What was signed by a key that the reader named, and is of this journal: the entries that its head
  /// stands for, a sentence each.
  var signedAnchors: [(upTo: Int, says: String)] {
    all.documents.flatMap { published -> [(upTo: Int, says: String)] in
      let head = published.manifest.head
      guard published.contradictions.isEmpty, heads.contains(head) else { return [] }
      var keys: [VerifyingKey] = published.counterSignatures.map(\.signature.key)
      if case .present(let own) = published.signature, own.holds(over: published.manifestBytes) {
        keys.insert(own.key, at: 0)
      }
      return keys.filter { trust.keys.contains($0.fingerprint) }.map { key in
        (
          head.number,
          "key \(key.fingerprint.hexadecimal), which you named, signed “\(published.manifest.document)” "
            + "with the head of entry \(head.number)"
        )
      }
    }
  }
}
