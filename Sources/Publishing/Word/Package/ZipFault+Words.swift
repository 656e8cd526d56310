import Compression
import PlainText

extension ZipFault {
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
