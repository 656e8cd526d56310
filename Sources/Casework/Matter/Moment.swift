import Interview
import Matters
import PackModel

/// A matter as it stood after one of its entries, with the questionnaire of that time.
package struct Moment {
  /// The matter's, with links followed.
  package let path: String
  /// What the matter was called then.
  package let title: String
  /// What followed from the answers then.
  package let evaluation: Evaluation
  /// The entry it stands after.
  package let last: Entry
  /// The journal's head then.
  package let head: MatterHead
  /// The day of its last entry.
  package let day: CalendarDate

  /// - Parameters:
  ///   - number: of the entry; nil for the last.
  /// - Throws: an `Outcome` that says what to do.
  init(of file: MatterFile, after number: Int? = nil, at place: Workplace) throws {
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
    evaluation = evaluate(try PackStore.pack(sheet.setting(.pack), of: file, at: place), sheet)
    day = CalendarDate(iso: last.when.prefix(10)) ?? place.today
    title = sheet.setting(.title) ?? MatterSession.title(of: file.path)
  }

  /// `MATTER` or `MATTER@ENTRY`.
  package static func named(_ words: String, at workplace: Workplace) throws -> Moment {
    let (path, entry) = place(words)
    guard let entry else { return try at(path, after: nil, at: workplace) }
    guard let number = Int(entry) else {
      throw Outcome.usage("“\(words)”: write MATTER@12 for a matter as it was after entry 12.")
    }
    return try at(path, after: number, at: workplace)
  }

  /// The matter's path, and the words after an @.
  package static func place(_ words: String) -> (path: String, entry: String?) {
    guard !Files.exists(words), let at = words.lastIndex(of: "@") else { return (words, nil) }
    return (String(words[..<at]), String(words[words.index(after: at)...]))
  }

  /// - Parameter number: of the entry; nil for the last.
  /// - Throws: an `Outcome` where there is no such matter or entry.
  package static func at(
    _ path: String, after number: Int?, at workplace: Workplace
  ) throws -> Moment {
    let session = try MatterSession.read(path, at: workplace)
    defer { session.file.close() }
    return try Moment(of: session.file, after: number, at: workplace)
  }
}
