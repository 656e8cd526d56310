import Matters
import PlainText

/// A document of a matter that lies on the disk as it was written last.
package struct PaperOnDisk: Hashable, Sendable {
  package let path: String
  /// The entry of the journal after which the matter stood as the document has it.
  package let head: Int
}

extension Workplace {
  /// The documents of a matter, as far as nobody has changed or taken them away since.
  package func papers(of matter: String) -> [PaperOnDisk] {
    written.files(of: matter).filter { file in
      (try? Files.read(file.path, as: .published))
        .map { Fingerprint(of: $0).hexadecimal == file.hash } ?? false
    }.map { PaperOnDisk(path: $0.path, head: $0.head) }
  }
}
