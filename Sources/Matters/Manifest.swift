import PlainText

/// What a final copy was made from and as, for whoever has to prove it later. It stands beside the
/// files and in the matter.
package struct Manifest: Hashable, Sendable {
  /// The document's id in the pack.
  package var document: String
  /// The matter's title.
  package var matter: String
  /// The program's version.
  package var program: String
  package var pack: Pack
  /// The journal that the text follows from.
  package var head: MatterHead
  /// ISO 8601.
  package var asOf: String
  /// SHA-256 of the `Document` as canonical JSON, before header and footer.
  package var content: Fingerprint
  /// How the document is written, by the names of the matter's own settings.
  package var form: [Pair]
  /// Blanks that were left open.
  package var leftOpen: [LeftOpen] = []
  /// Findings that stood.
  package var findings: [Finding] = []
  package var files: [File] = []

  package struct Pair: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Pack: Hashable, Sendable {
    package var id: String
    package var version: String
    /// SHA-256 of its sources, in hexadecimal.
    package var hash: String

    package init(id: String, version: String, hash: String) {
      self.id = id
      self.version = version
      self.hash = hash
    }
  }

  package struct LeftOpen: Hashable, Sendable {
    /// As the blank is named in the text.
    package var name: String
    package var linkId: String
    package var row: String?
    package var reason: String

    package init(name: String, linkId: String, row: String?, reason: String) {
      self.name = name
      self.linkId = linkId
      self.row = row
      self.reason = reason
    }
  }

  package struct Finding: Hashable, Sendable {
    package var id: String
    package var severity: String
    package var says: String
    /// Why it was accepted, and by whom; nil where it was not.
    package var reason: String?
    package var by: String?

    package init(
      id: String, severity: String, says: String, reason: String? = nil, by: String? = nil
    ) {
      self.id = id
      self.severity = severity
      self.says = says
      self.reason = reason
      self.by = by
    }
  }

  package struct File: Hashable, Sendable {
    package var name: String
    package var format: String
    package var content: Fingerprint
    /// The program of others that made it: "typst 0.15.0"; nil for formats that need none.
    package var converter: String?
    /// Of the styles it was made with, and of the fonts beyond the converter's own.
    package var style: Fingerprint?
    package var fonts: Fingerprint?

    package init(
      name: String, format: String, content: Fingerprint, converter: String? = nil,
      style: Fingerprint? = nil, fonts: Fingerprint? = nil
    ) {
      self.name = name
      self.format = format
      self.content = content
      self.converter = converter
      self.style = style
      self.fonts = fonts
    }
  }

  package init(
    document: String, matter: String, program: String, pack: Pack, head: MatterHead,
    asOf: String, content: Fingerprint, form: [Pair]
  ) {
    self.document = document
    self.matter = matter
    self.program = program
    self.pack = pack
    self.head = head
    self.asOf = asOf
    self.content = content
    self.form = form
  }

  /// The file's ending, after the document's id.
  package static let ending = "manifest.json"
  /// The signature's.
  package static let signatureEnding = "manifest.sig"
  /// Of a signature of the other side, after the document's id and before it the key's name.
  package static func counterSignatureEnding(_ key: VerifyingKey) -> String {
    "manifest.\(key.name).sig"
  }
  static let format = "art28 manifest"
  static let version = 1
}
