import Interview

/// A document on the disk, and the entry of the journal after which the matter stood as it has it.
package struct WrittenPaper: Hashable, Sendable {
  package let path: String
  package let head: Int

  package init(path: String, head: Int) {
    self.path = path
    self.head = head
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension OpenMatter {
  /// Documents that are older than the answers: some were given, changed or taken back since.
  package var stalePapers: [WrittenPaper] {
    guard let last = entries.last(where: \.isAnAnswer)?.number else { return [] }
    return papers.filter { $0.head < last }
  }

  /// "Older than your answers: agreement.docx, memo.docx and 3 more."; nil where none is.
  var staleWords: String? {
    let names = stalePapers.map(\.name)
    guard !names.isEmpty else { return nil }
    let more = names.count - 4
    return "Older than your answers: \(names.prefix(4).joined(separator: ", "))"
      + (more > 0 ? " and \(more) more." : ".")
  }
}
