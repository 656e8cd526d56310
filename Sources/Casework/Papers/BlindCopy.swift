import Interview
import Matters
import PackModel

extension MatterSession {
  /// Makes a matter for a second reader: the papers, and what was said of them before the first row that
  /// is graded. It carries no grade, reason, quotation, note or finding of this one, nor its journal, so
  /// that the second reading is blind whoever opens it.
  ///
  /// - Throws: an `Outcome` where something is there already, there is no paper to read, or this matter is
  ///   locked, so that a copy would show what its passphrase keeps.
  package func blindCopy(to path: String) throws -> MatterSession {
    let sheet = file.sheet
    guard !file.isLocked else {
      throw Outcome.found(
        "“\(file.path)” is locked, and its papers would lie open in a copy.",
        "For the second reader make a matter with a passphrase of its own, and add the paper there."
      )
    }
    guard !sheet.papers.isEmpty else {
      throw Outcome.found(
        "There is no paper in this matter for a second reader.",
        "art28 paper add MATTER FILE puts one in.")
    }
    let title = "\(self.title), second reading"
    let empty = AnswerSheet()
    var changes = empty.changing(.pack, to: pack.hash)
    changes += empty.changing(.journey, to: sheet.setting(.journey))
    changes += empty.changing(.title, to: title)
    var enclosures = [try enclosedPack]
    for paper in sheet.papers {
      changes += empty.adding(
        KeptPaper(
          sha256: paper.sha256, name: paper.name, rank: paper.rank, reading: paper.reading))
      enclosures += try [paper.sha256, paper.reading].map(enclosed)
    }
    for key in saidBeforeRows {
      if let answer = sheet[key] { changes += empty.setting(key, to: answer) }
    }
    do throws(MatterError) {
      let copy = try MatterFile.create(
        at: path, by: MatterSession.holder(by, place), enclosing: enclosures,
        first: Entry(
          number: 1, when: place.stamp, by: by, why: "Opened for a second reader, blind.",
          changes: changes), summary: MatterSummary(title: title))
      return MatterSession(file: copy, pack: pack, by: by, at: place)
    } catch {
      throw Outcome(error)
    }
  }

  /// The answers outside tables that the way comes to before the first table that is graded with the
  /// paper in hand.
  private var saidBeforeRows: [AnswerKey] {
    let evaluation = evaluate(pack, file.sheet)
    let graded = Set((pack.review?.reading ?? []).map(\.table))
    let journey =
      pack.journeys.firstIndex { $0.id == file.sheet.setting(.journey) } ?? 0
    var keys: [AnswerKey] = []
    for item in evaluation.route(journey: journey).steps.flatMap(\.items) {
      guard !graded.contains(item.question) else { break }
      keys += item.places.filter { $0.row == nil }
        .map { evaluation.key($0.question, row: nil) }
    }
    return keys
  }

  private var enclosedPack: Enclosure {
    get throws {
      let sources: PackSources?
      do throws(MatterError) { sources = try file.pack(pack.hash) } catch { throw Outcome(error) }
      guard let sources else {
        throw Outcome.file("“\(file.path)” does not carry its questionnaire.")
      }
      return .pack(sources)
    }
  }

  private func enclosed(_ sha256: String) throws -> Enclosure {
    let paper: AttachedFile?
    do throws(MatterError) {
      paper = try Fingerprint(hexadecimal: sha256).flatMap { print throws(MatterError) in
        try file.paper(print)
      }
    } catch {
      throw Outcome(error)
    }
    guard let paper else {
      throw Outcome.file("A paper of “\(file.path)” can't be read any more.")
    }
    return .paper(paper)
  }
}
