import Drafting
import Findings
import Interview
import Matters
import PackModel

/// A matter as it stood after one of its entries, with the questionnaire of that time.
struct Moment {
  /// The matter's, with links followed.
  let path: String
  let title: String
  let evaluation: Evaluation
  /// The entry it stands after.
  let last: Entry
  let head: MatterHead

  /// - Parameters:
  ///   - number: of the entry; nil for the last.
  /// - Throws: an `Outcome` that says what to do.
  init(of file: MatterFile, after number: Int? = nil) throws {
    path = file.path
    let entries: [Entry]
    do throws(MatterError) { entries = try file.entries() } catch { throw Outcome(error) }
    let number = number ?? entries.count
    guard number > 0, number <= entries.count else {
      throw Outcome.usage(
        "“\(file.path)” has no entry \(number): its entries are 1 to \(entries.count) (art28 log).")
    }
    let sheet = AnswerSheet(entries: entries.prefix(number)).reopened
    last = entries[number - 1]
    do throws(MatterError) { head = try file.head(after: number) } catch { throw Outcome(error) }
    evaluation = evaluate(try PackStore.pack(sheet.setting(.pack), of: file), sheet)
    title = sheet.setting(.title) ?? MatterSession.title(of: file.path)
  }

  /// `MATTER` or `MATTER@ENTRY`.
  static func named(_ words: String) throws -> Moment {
    let (path, entry) = place(words)
    guard let entry else { return try at(path, after: nil) }
    guard let number = Int(entry) else {
      throw Outcome.usage("“\(words)”: write MATTER@12 for a matter as it was after entry 12.")
    }
    return try at(path, after: number)
  }

  /// The matter's path, and the words after an @.
  static func place(_ words: String) -> (path: String, entry: String?) {
    guard !Files.exists(words), let at = words.lastIndex(of: "@") else { return (words, nil) }
    return (String(words[..<at]), String(words[words.index(after: at)...]))
  }

  static func at(_ path: String, after number: Int?) throws -> Moment {
    let session = try MatterSession.open(path, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    return try Moment(of: session.file, after: number)
  }

  /// The day of its last entry.
  var day: CalendarDate { CalendarDate(iso: last.when.prefix(10)) ?? Clock.today }
}
