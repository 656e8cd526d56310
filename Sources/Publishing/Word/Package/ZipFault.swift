import PlainText

/// Why an archive is not read: what a stranger's file could do harm with.
enum ZipFault: Error, Hashable {
  case noArchive
  /// Files that share their bytes, so that little becomes much.
  case overlapping
  case twice(String)
  /// A name that leads out of the archive.
  case outside(String)
  case tooLarge(String, limit: Int)
  case tooMuch(limit: Int)

  /// A sentence without the full stop.
  var said: String {
    switch self {
    case .noArchive: "it is no DOCX file; art28 style new writes one to start from"
    case .overlapping: "the files in it lie over each other"
    case .twice(let name): "it holds “\(Sanitiser.documentLine.clean(name))” twice"
    case .outside(let name):
      "it holds “\(Sanitiser.documentLine.clean(name))”, a name that leads out of it"
    case .tooLarge(let name, let limit):
      "“\(Sanitiser.documentLine.clean(name))” in it would unpack to more than \(limit / 1_000_000) MB"
    case .tooMuch(let limit): "it would unpack to more than \(limit / 1_000_000) MB"
    }
  }
}
