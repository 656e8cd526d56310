import Canvas

/// What to publish as a final copy.
package struct FinalPublication: Hashable, Sendable {
  package var formats: [PublishFormat]
  /// The path of the private key that signs; nil: it is not signed.
  package var key: String?

  package init(formats: [PublishFormat], key: String? = nil) {
    self.formats = formats
    self.key = key
  }
}

/// What came of publishing.
package struct FinalReport: Hashable, Sendable {
  /// Paths of what was written; empty where nothing was.
  package var written: [String]
  /// What stood when it was published, a sentence each.
  package var remarks: [String]
  /// Why nothing was written, a sentence each.
  package var refused: [String]
  /// What verifying said of it.
  var proofs: [String] = []

  package init(written: [String], remarks: [String] = [], refused: [String] = []) {
    self.written = written
    self.remarks = remarks
    self.refused = refused
  }

  /// Everything, laid out.
  func rows(_ width: Int) -> [StyledLine] {
    var found: [StyledLine] = []
    if !refused.isEmpty {
      found += StyledLine.wrapped("No final copy was written:", width: width, style: .emphasis)
      for line in refused {
        found += StyledLine.wrapped(line, width: width, style: .error, sign: "!")
      }
      return found
    }
    found += StyledLine.wrapped("The final copy:", width: width, style: .emphasis)
    for path in written { found += StyledLine.wrapped(path, width: width, sign: "+") }
    for remark in remarks {
      found += StyledLine.wrapped(remark, width: width, style: .warning, sign: "!")
    }
    found.append(StyledLine())
    let next =
      proofs.isEmpty
      ? [
        "Enter verifies it. Send the files with their manifest: with the matter they can be proved."
      ]
      : proofs
    for line in next { found += StyledLine.wrapped(line, width: width) }
    return found
  }
}
