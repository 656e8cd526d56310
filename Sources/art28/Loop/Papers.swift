import Casework
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Papers
import PlainText
import Publishing
import Screens
import Synchronization

/// The papers of the open matter.
extension EffectRunner {
  /// The finder over the papers that lie in the matter now.
  private func finder() throws -> PaperFinder? {
    guard let session else { return nil }
    let papers = session.file.sheet.papers
    if let known = finderAtHand, known.shelf.items.map(\.kept) == papers { return known }
    let made = PaperFinder(try PaperShelf(of: session), session.pack)
    finderAtHand = made
    return made
  }

  func readShelf() -> Message {
    do {
      guard let finder = try finder() else { return .shelf(Shelf()) }
      return .shelf(
        Shelf(
          papers: finder.shelf.items.map(ShelfPaper.init),
          remarks: finder.shelf.faults + finder.shelf.items.flatMap { $0.paper.warnings }))
    } catch {
      return .shelf(Shelf(remarks: EffectRunner.lines(of: error)))
    }
  }

  /// Looks for what may hold a row.
  func findOnShelf(_ row: AnswerKey) -> Message {
    guard let session, let finder = try? finder(), let table = session.pack.question(row.linkId),
      let code = row.row, let found = finder.best(table: table, row: code)
    else { return .foundOnShelf(ShelfSearch(row: row, found: [], sought: "", isWeak: true)) }
    return .foundOnShelf(
      ShelfSearch(
        row: row, found: found.hits.map { shown($0, finder) },
        sought: found.sought.joined(separator: ", "), isWeak: found.isWeak))
  }

  func searchShelf(_ words: String) -> Message {
    guard let finder = try? finder() else { return .shelf(Shelf()) }
    return .foundOnShelf(
      ShelfSearch(
        row: nil, found: finder.search(words).map { shown($0, finder) }, sought: words))
  }

  /// What is worth a look wherever it stands, list by list.
  func watchShelf() -> Message {
    guard let finder = try? finder() else { return .shelf(Shelf()) }
    return .watchedOnShelf(
      finder.watched().map { list, hits in
        ShelfSearch(
          row: nil, found: hits.map { shown($0, finder) }, sought: "\(list.name). \(list.why)")
      })
  }

  private func shown(_ hit: PaperFinder.Hit, _ finder: PaperFinder) -> FoundOnShelf {
    let text = finder.shelf.items[hit.paper].paper.passages[hit.found.position].text
    return FoundOnShelf(
      place: ShelfPlace(paper: hit.paper, passage: hit.found.position),
      matches: hit.found.matches.compactMap { text.characters(ofBytes: $0) }, figures: hit.figures)
  }

  /// What the paper under review calls our terms.
  func readTerms() -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    do {
      let terms = try PaperTerms(of: session, paper: nil)
      let confirmed = Dictionary(terms.confirmed.map { ($0.ours, $0.theirs) }) { one, _ in one }
      return .terms(
        terms.lines.map { line in
          ShelfTerm(
            ours: line.ours, theirs: confirmed[line.ours] ?? line.theirs, isChosen: line.isChosen,
            proposals: line.proposals)
        })
    } catch {
      return .noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error))
    }
  }

  /// Keeps what the paper calls our terms, and writes the changes beside the matter's other documents.
  func writeRedline(_ terms: [String: String]) -> [Message] {
    guard let session else { return [.noted(Notice("No matter is open.", .error))] }
    var messages: [Message] = []
    do {
      let changes = try PaperTerms(of: session, paper: nil)
        .changes(terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      if !changes.isEmpty {
        messages.append(.appended(try session.append(changes), at: Clock.minute))
      }
      let writer = try DocumentWriter(
        of: session, asOf: Clock.today)
      let result = try VendorRedline(of: session, writer.report.findings, paper: nil).write(
        to: MatterSession.documentFolder(of: session.file.path), author: session.by,
        stamp: session.place.stamp, Output(of: session))
      published(PublishReport(written: [result.path], missing: []))
      let said =
        "Wrote \(Files.name(of: result.path)): \(counted(result.changed, "change")) to words, \(counted(result.inserted, "provision")), \(counted(result.commented, "comment"))."
      let left =
        result.remarks.isEmpty
        ? ""
        : " \(counted(result.remarks.count, "remark")): art28 amend --redline tells \(result.remarks.count == 1 ? "it" : "them")."
      messages.append(.noted(Notice(said + left, result.remarks.isEmpty ? .said : .warning)))
    } catch {
      messages.append(
        .noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error)))
    }
    return messages
  }

  /// Reads a paper on another thread; `.paperRead` arrives in the inbox, and `wake` is called.
  func readPaper(_ path: String, wake: @escaping @Sendable () -> Void) {
    guard let session else { return }
    let path = Self.meant(path, beside: session.file.path)
    let (inbox, read, matter) = (inbox, paperAtHand, session.file.path)
    Task.detached {
      do {
        read.put(try await MatterSession.readPaper(path), for: matter)
        inbox.put(.paperRead)
      } catch {
        inbox.put(.noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error)))
      }
      wake()
    }
  }

  /// Reads another person's matter over the same paper.
  func readSecond(_ path: String) -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    // As where one is made, the end of its name may be left out.
    let meant = [path, path + ".art28"].map { Self.meant($0, beside: session.file.path) }
    let second = meant.first(where: Files.exists) ?? meant[0]
    do {
      let other = try MatterSession.read(second, at: .here)
      defer { other.file.close() }
      // Of one questionnaire and one paper, or it says what is amiss.
      return .secondRead(
        SecondMatter(path: second, reader: try Readings(session, other).readings.second))
    } catch let outcome as Outcome where outcome.isLocked {
      return .noted(
        Notice(
          "The second reader's matter is locked. In the shell its passphrase is asked for: art28 review \(session.file.path.shellWord) --against \(second.shellWord)",
          .error))
    } catch {
      return .noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error))
    }
  }

  /// Makes a matter for a second reader.
  func makeBlind(_ path: String) -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    do {
      let path = EffectRunner.newMatter(Self.meant(path, beside: session.file.path))
      try session.blindCopy(to: path).file.close()
      return .noted(
        Notice("Made \(Files.name(of: path)) for a second reader: it holds no grade of this one."))
    } catch {
      return .noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error))
    }
  }

  /// Puts the paper that was read into the matter.
  func keepPaper() -> [Message] {
    guard let session, let paper = paperAtHand.take(for: session.file.path)
    else { return [] }
    do {
      let added = try session.addPaper(paper)
      let count = counted(added.paper.passages.count, "passage")
      let said = "\(added.kept.name) came in as \(added.kept.rank.words): \(count)."
      let warning = added.paper.warnings.first
      return [
        .appended(added.entry, at: Clock.minute), readShelf(),
        .noted(Notice(warning.map { "\(said) \($0)" } ?? said, warning == nil ? .said : .warning)),
      ]
    } catch {
      return [.noted(Notice(EffectRunner.lines(of: error).joined(separator: " "), .error))]
    }
  }
}

/// A paper that another thread has read, until it is kept.
final class PaperAtHand: Sendable {
  private let held = Mutex<(matter: String, paper: ReadPaper)?>(nil)

  func put(_ paper: ReadPaper, for matter: String) { held.withLock { $0 = (matter, paper) } }

  /// nil where it was read for another matter.
  func take(for matter: String) -> ReadPaper? {
    held.withLock { held in
      defer { held = nil }
      return held?.matter == matter ? held?.paper : nil
    }
  }
}

extension ShelfPaper {
  /// So many characters of a passage are shown: eight pages, so that a text without paragraphs holds up
  /// no key.
  private static let shown = 20_000

  init(_ item: PaperShelf.Item) {
    self.init(
      sha256: item.kept.sha256, name: item.kept.name, rank: item.kept.rank,
      isRecognised: item.paper.recognisedBy != nil,
      passages: item.paper.passages.map { passage in
        ShelfPassage(
          anchor: passage.anchor, place: item.paper.place(of: passage),
          heading: item.paper.heading(above: passage), page: passage.page,
          text: String(passage.text.prefix(ShelfPaper.shown)),
          isHeading: passage.kind == .heading, isProposed: passage.read.isProposed)
      })
  }
}

extension String {
  /// A range of its bytes of UTF-8 in characters; nil where it has no such range.
  fileprivate func characters(ofBytes range: Range<Int>) -> Range<Int>? {
    guard let start = utf8.index(startIndex, offsetBy: range.lowerBound, limitedBy: endIndex),
      let end = utf8.index(startIndex, offsetBy: range.upperBound, limitedBy: endIndex)
    else { return nil }
    let first = distance(from: startIndex, to: start)
    return first..<(first + distance(from: start, to: end))
  }
}
