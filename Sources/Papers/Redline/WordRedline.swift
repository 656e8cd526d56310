/// Writes changes into somebody else's Word document as tracked changes and comments. What is not changed
/// stays byte for byte: the runs around the words, the other paragraphs, the other parts of the file.
package enum WordRedline {
  /// The file with the changes, and those that were not made, each with a sentence that says why.
  ///
  /// `date` is as RFC 3339 has it (`2026-12-01T09:30:00Z`). Equal arguments give equal bytes. Throws where
  /// nothing can be written at all.
  package static func write(
    _ changes: [PaperChange], into bytes: [UInt8], author: String, date: String
  ) throws(PaperFault) -> (bytes: [UInt8], refused: [(change: PaperChange, why: String)]) {
    var package = try WordPackage(bytes)
    let markup = try WordMarkup(try package.part(package.main))
    var marks = RevisionMarks(
      space: markup.space, author: author, date: date, used: package.numbers())
    var comments: [WordPackage.Comment] = []
    var refused: [(change: PaperChange, why: String)] = []
    var plans: [Int: LinePlan] = [:]
    for change in changes {
      guard markup.paragraphs.indices.contains(change.paragraph) else {
        refused.append((change, Refusal.noParagraph.sentence))
        continue
      }
      if plans[change.paragraph] == nil {
        let line = try WordLine(markup.paragraphs[change.paragraph], of: markup)
        plans[change.paragraph] = LinePlan(line)
      }
      do throws(Refusal) {
        try plans[change.paragraph]?.add(change) { text in
          comments.append(WordPackage.Comment(number: marks.number(), text: text))
          return comments[comments.count - 1].number
        }
      } catch {
        refused.append((change, error.sentence))
      }
    }
    guard refused.count < changes.count else { return (bytes, refused) }
    var edits: [LineWriter.Edit] = []
    for (_, plan) in plans.sorted(by: { $0.key < $1.key }) {
      edits += LineWriter(plan).edits(&marks)
    }
    package.put(package.main, try applied(edits, to: markup.bytes))
    if !comments.isEmpty { try package.add(comments, marks, markup.space) }
    return (package.bytes(), refused)
  }

  /// Which of the places where words stand in a passage is meant, from 1, for a `PaperChange`.
  ///
  /// `start` is where the words begin in the passage's text, in bytes of UTF-8. nil where they don't
  /// stand there.
  package static func occurrence(of words: String, at start: Int, in passage: String) -> Int? {
    var bytes = 0
    let sign = passage.firstIndex { character in
      defer { bytes += character.utf8.count }
      return bytes >= start
    }
    guard let sign else { return nil }
    let offset = passage.distance(from: passage.startIndex, to: sign)
    return QuotedWords(passage).places(of: words).firstIndex { $0.contains(offset) }.map { $0 + 1 }
  }

  private static func applied(
    _ edits: [LineWriter.Edit], to bytes: [UInt8]
  ) throws(PaperFault) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
    var at = 0
    // What is put between stands before what takes the place of bytes that begin there.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.isEmpty ? 0 : 1, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.isEmpty ? 0 : 1, $1.offset)
    }
    for (_, edit) in sorted {
      guard edit.range.lowerBound >= at else { throw .brokenDocument }
      out += bytes[at..<edit.range.lowerBound]
      out += edit.bytes
      at = edit.range.upperBound
    }
    return out + bytes[at...]
  }
}
