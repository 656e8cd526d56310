import Interview
import Matters
import Papers
import PlainText

extension FileUse {
  /// A paper that is to be reviewed.
  package static let paper = FileUse(limit: PaperLimits.bytes, takesStreams: false)
}

/// A paper as it was read from its file, which no matter has yet.
package struct ReadPaper: Sendable {
  let name: String
  let bytes: [UInt8]
  let paper: Papers.Paper
}

extension AttachedFile {
  /// What the passages of a paper are called, as they were read.
  static func asRead(_ name: String) -> String { "\(name), as read" }
}

/// A paper that has come in.
package struct AddedPaper: Sendable {
  package let kept: KeptPaper
  package let paper: Papers.Paper
  package let entry: Entry
  /// What it means for what was quoted from the version before it; nil where there was none.
  package let version: NewVersion?
}

extension MatterSession {
  /// Reads a paper and puts it on the shelf: its bytes, and its passages as they were read, in one entry.
  ///
  /// - Parameters:
  ///   - rank: what it is among the papers; nil: the agreement, or where there is one already the main
  ///     terms.
  ///   - older: the version that it takes the place of.
  /// - Throws: an `Outcome` where the file can't be read, is no paper, or is there already.
  package func addPaper(
    _ path: String, rank: PaperRank? = nil, replacing older: KeptPaper? = nil
  ) async throws -> AddedPaper {
    try addPaper(await MatterSession.readPaper(path), rank: rank, replacing: older)
  }

  /// Reads a paper; it may take long, and touches no matter.
  ///
  /// - Throws: an `Outcome` where the file can't be read, or is no paper.
  package static func readPaper(_ path: String) async throws -> ReadPaper {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .paper) }
    let name = Sanitiser.documentLine.clean(Files.name(of: path))
    do throws(PaperFault) {
      return ReadPaper(
        name: name, bytes: bytes, paper: try await PaperFile.read(bytes, name: name))
    } catch {
      throw Outcome.file("“\(path)”: \(error.message)")
    }
  }

  /// Puts a paper that was read on the shelf.
  ///
  /// - Throws: an `Outcome` where it is there already, or nothing can be kept.
  package func addPaper(
    _ read: ReadPaper, rank: PaperRank? = nil, replacing older: KeptPaper? = nil
  ) throws -> AddedPaper {
    let (name, bytes, paper) = (read.name, read.bytes, read.paper)
    let original = AttachedFile(name: name, bytes: bytes)
    let sha256 = original.fingerprint.hexadecimal
    let sheet = file.sheet
    if let same = sheet.allPapers.first(where: { $0.sha256 == sha256 }) {
      throw Outcome.found(
        "This paper is in the matter already, as \(same.name). Nothing was changed.")
    }
    let reading = AttachedFile(name: AttachedFile.asRead(name), bytes: paper.json)
    let hasAgreement = sheet.papers.contains { $0.rank == .agreement }
    let kept = KeptPaper(
      sha256: sha256, name: name,
      rank: rank ?? older?.rank ?? (hasAgreement ? .mainTerms : .agreement),
      reading: reading.fingerprint.hexadecimal, replaces: older?.sha256)
    let version = try older.map { older in
      NewVersion(
        of: older, try PaperShelf.paper(older, of: self), by: sha256, paper, sheet: sheet, pack)
    }
    do throws(MatterError) {
      let entry = try append(
        sheet.adding(kept) + (version?.changes ?? []),
        why: older.map { "\(name) takes the place of \($0.name)." } ?? "\(name) came in.",
        enclosing: [.paper(original), .paper(reading)])
      return AddedPaper(kept: kept, paper: paper, entry: entry, version: version)
    } catch {
      throw Outcome(error)
    }
  }
}
