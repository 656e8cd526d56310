import ArgumentParser
import Casework
import Interview
import Matters
import PackModel
import Papers
import PlainText
import Screens

struct PaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper", abstract: "The papers that a matter reviews.",
    discussion: """
      A paper comes in as a file: DOCX, ODT, PDF with text, HTML, Markdown or plain text. It lies in \
      the matter with its passages, their numbers and pages, so that each quotation can be found \
      again. A paper is named by its file, its number in the list, or its rank.
      """,
    subcommands: [
      PaperAddCommand.self, PaperListCommand.self, PaperShowCommand.self, PaperFindCommand.self,
      PaperWatchCommand.self, PaperQuoteCommand.self, PaperCheckCommand.self,
      PaperCompareCommand.self, PaperTermsCommand.self, PaperRankCommand.self,
      PaperRemoveCommand.self,
    ])
}

struct PaperAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put papers into a matter.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The papers.") var files: [String]
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "What it is: \(PaperRank.allCases.map(\.rawValue).joined(separator: ", ")). Else the first is the agreement, those after it main terms.",
      valueName: "rank"))
  var rank: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("The paper of which it is a newer version.", valueName: "paper"))
  var replaces: String?
  @OptionGroup var person: PersonOptions

  func run() async throws {
    guard replaces == nil || files.count == 1 else {
      throw Outcome.usage("--replaces takes one file.")
    }
    let rank = try rank.map(PaperRankOption.read)
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    let older = try replaces.map { try PaperShelf(of: session).item(named: $0).kept }
    for file in files {
      let added = try await session.addPaper(file, rank: rank, replacing: older)
      Console.say(
        "\(added.kept.name): \(counted(added.paper.passages.count, "passage")), as \(added.kept.rank.words)."
      )
      for warning in added.paper.warnings { Console.complain(warning) }
      if let version = added.version { tell(version) }
    }
  }

  private func tell(_ version: NewVersion) {
    Console.say(
      "\(counted(version.standing, "quotation")) stand as before, \(version.moved) of them elsewhere in the paper."
    )
    for row in version.reopened {
      Console.say("\(row.row) is open again. \(Sanitiser.documentLine.clean(row.why))")
    }
  }
}

struct PaperShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a paper as it was read.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The paper; else the first.") var paper: String?

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let item = try PaperShelf(of: session).item(named: paper)
    for line in PaperOutline(item.paper, width: 100).lines { Console.say(line) }
  }
}

/// How a rank is named.
enum PaperRankOption {
  static func read(_ word: String) throws -> PaperRank {
    guard let rank = PaperRank(rawValue: word) else {
      throw Outcome.usage(
        "“\(word)” is no rank. Write \(PaperRank.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    return rank
  }
}

struct PaperListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the papers of a matter.")

  @Argument(help: "The matter file.") var matter: String

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let shelf = try PaperShelf(of: session)
    if shelf.items.isEmpty { Console.say("There is no paper in this matter.") }
    for (number, item) in shelf.items.enumerated() {
      let pages = item.paper.pages.map { ", \(counted($0, "page"))" } ?? ""
      Console.say(
        "\(number + 1)  \(item.kept.name): \(item.kept.rank.words), \(item.paper.format.rawValue), "
          + "\(counted(item.paper.passages.count, "passage"))\(pages), SHA-256 \(item.kept.sha256)")
      for warning in item.paper.warnings { Console.say("   \(warning)") }
    }
    for fault in shelf.faults { Console.complain(fault) }
  }
}

struct PaperFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find passages in the papers of a matter.",
    discussion: """
      For a row, such as duties[D-3], what may hold it is looked for, and the best five passages are \
      shown; else the words. What is found is no judgement.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "A row, TABLE[ROW], or words.") var words: [String]

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let shelf = try PaperShelf(of: session)
    _ = try shelf.item(named: nil)
    let finder = PaperFinder(shelf, session.pack)
    let asked = words.joined(separator: " ")
    if let found = try finder.findings(for: asked) {
      guard !found.isWeak else {
        throw Outcome.found(
          "No passage found with these words: \(found.sought.joined(separator: ", ")).")
      }
      say(found.hits, shelf)
      return
    }
    let hits = finder.search(asked)
    guard !hits.isEmpty else { throw Outcome.found("No passage holds “\(asked)”.") }
    say(hits, shelf)
  }

  private func say(_ hits: [PaperFinder.Hit], _ shelf: PaperShelf) {
    for hit in hits {
      let item = shelf.items[hit.paper]
      let passage = item.paper.passages[hit.found.position]
      Console.say("\(item.kept.name), \(item.paper.placeAndPage(of: passage)):")
      Console.say("  \(Sanitiser.documentLine.clean(passage.text))")
    }
  }
}

struct PaperWatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "List words of the papers that are worth a look.",
    discussion: """
      Softening words, deemed approvals, changes by one side, caps, sole remedies, links, and papers \
      that are named and not there. Each is a passage to look at; none is a verdict.
      """)

  @Argument(help: "The matter file.") var matter: String

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let shelf = try PaperShelf(of: session)
    _ = try shelf.item(named: nil)
    for (list, hits) in PaperFinder(shelf, session.pack).watched() where !hits.isEmpty {
      Console.say("\(list.name): \(counted(hits.count, "passage")). \(list.why)")
      for hit in hits {
        let item = shelf.items[hit.paper]
        let passage = item.paper.passages[hit.found.position]
        let words = hit.found.matches.map { range in
          String(
            decoding: passage.text.utf8.dropFirst(range.lowerBound).prefix(range.count),
            as: UTF8.self)
        }
        Console.say(
          "  \(item.kept.name), \(item.paper.placeAndPage(of: passage)): “\(Sanitiser.documentLine.clean(words.joined(separator: "”, “")))”"
        )
      }
    }
  }
}

struct PaperQuoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Take words of a paper as the quotation of a row.",
    discussion: """
      The words are looked for as they stand in the paper: quotation marks, dashes and line ends may \
      differ. The paper's own words are kept, with their place and page.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The row, such as duties[D-3].") var row: String
  @Argument(help: "The words.") var words: String
  @ArgumentParser.Option(help: ArgumentHelp("The paper that is meant.", valueName: "paper"))
  var paper: String?
  @OptionGroup var person: PersonOptions

  func run() throws {
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    let taken = try Quoting(session, try PaperShelf(of: session)).take(words, for: row, from: paper)
    if !taken.changes.isEmpty {
      do throws(MatterError) { try session.append(taken.changes) } catch { throw Outcome(error) }
    }
    Console.say("\(row): “\(taken.words)”, \(taken.place)")
  }
}

struct PaperCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that every quotation stands in a paper.")

  @Argument(help: "The matter file.") var matter: String

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let checked = Quoting(session, try PaperShelf(of: session)).check()
    var missing = 0
    for line in checked {
      let words = Sanitiser.documentLine.clean(line.words)
      if let stands = line.stands {
        Console.say("\(line.row): “\(words)” stands in \(stands).")
      } else {
        missing += 1
        Console.complain("\(line.row): “\(words)” stands in no paper of this matter.")
      }
    }
    guard missing == 0 else {
      throw Outcome.found("\(counted(missing, "quotation")) of \(checked.count) not found.")
    }
    Console.say("\(counted(checked.count, "quotation")), all found.")
  }
}

struct PaperCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show what a newer version of a paper says otherwise.",
    discussion: "Words that are gone stand in [- -], new ones in {+ +}.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The newer paper; else the agreement.") var paper: String?

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    for line in try VersionListing(of: session, paper: paper).lines { Console.say(line) }
  }
}

struct PaperTermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms", abstract: "Show and say what a paper calls our terms.",
    discussion: """
      What goes into a paper speaks its own language: “Subprocessor” for our “Sub-processor”. A word is \
      taken where the paper defines it; roles, and the name of the paper itself, only once they were \
      confirmed. --set "Processor=Provider" says it, --set "Processor=" takes it back, --confirm takes \
      the likeliest of all.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The paper; else the agreement.") var paper: String?
  @ArgumentParser.Option(
    name: .customLong("set"), help: ArgumentHelp("Our term and the paper's.", valueName: "a=b"))
  var chosen: [String] = []
  @Flag(help: "Take the likeliest word for every term.") var confirm = false
  @OptionGroup var person: PersonOptions

  func run() throws {
    let isWriting = confirm || !chosen.isEmpty
    let session = try MatterSession.open(
      matter, by: person.name, at: .here, readOnly: !isWriting)
    defer { session.file.close() }
    if isWriting {
      let terms = try PaperTerms(of: session, paper: paper)
      let pairs = try chosen.map { words -> (ours: String, theirs: String) in
        guard let sign = words.firstIndex(of: "=") else {
          throw Outcome.usage("“\(words)” says no term: write \"Sub-processor=Subprocessor\".")
        }
        return (
          String(words[..<sign].trimmed), String(words[words.index(after: sign)...].trimmed)
        )
      }
      let named = Set(pairs.map(\.ours))
      let rest = confirm ? terms.confirmed.filter { !named.contains($0.ours) } : []
      let changes = try terms.changes(rest + pairs)
      if !changes.isEmpty {
        do throws(MatterError) { try session.append(changes) } catch { throw Outcome(error) }
      }
    }
    let terms = try PaperTerms(of: session, paper: paper)
    for line in terms.lines {
      let said = line.isChosen ? "confirmed" : line.theirs == line.ours ? "ours" : "defined there"
      Console.say("\(line.ours): \(Sanitiser.documentLine.clean(line.theirs)) (\(said))")
      for proposal in line.proposals.prefix(4) {
        Console.say("  \(Sanitiser.documentLine.clean(proposal))")
      }
    }
  }
}

struct PaperRankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Say what a paper is among the papers of a matter.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The paper.") var paper: String
  @Argument(help: "One of: \(PaperRank.allCases.map(\.rawValue).joined(separator: ", ")).")
  var rank: String
  @OptionGroup var person: PersonOptions

  func run() throws {
    let rank = try PaperRankOption.read(rank)
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    let kept = try PaperShelf(of: session).item(named: paper).kept
    let changes = session.file.sheet.changing(.paper(kept.sha256, .rank), to: rank.rawValue)
    if !changes.isEmpty {
      do throws(MatterError) { try session.append(changes) } catch { throw Outcome(error) }
    }
    Console.say("\(kept.name): \(rank.words).")
  }
}

struct PaperRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a paper off the shelf.",
    discussion:
      "Its bytes stay in the matter, as every entry of the journal does; undo brings it back.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The paper.") var paper: String
  @OptionGroup var person: PersonOptions

  func run() throws {
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    let kept = try PaperShelf(of: session).item(named: paper).kept
    do throws(MatterError) {
      try session.append(
        session.file.sheet.removing(kept), why: "\(kept.name) was taken off the shelf.")
    } catch {
      throw Outcome(error)
    }
    Console.say("\(kept.name) is off the shelf. art28 undo brings it back.")
  }
}
