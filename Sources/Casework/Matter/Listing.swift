import Interview
import Matters
import PackModel
import Papers
import Publishing

/// A list from elsewhere that is to become rows of a table.
package struct Listing {
  /// The file's name, as it is told and stands in the journal.
  package let source: String
  package let table: Int
  package private(set) var rows: RowImport
  package private(set) var plan: RowPlan
  private let session: MatterSession

  /// The tables that a file holds.
  ///
  /// - Throws: an `Outcome` where it cannot be read.
  package static func grids(of path: String) throws -> [Grid] {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .list) }
    do throws(PaperFault) {
      return try TableFile.read(bytes)
    } catch {
      throw Outcome.file("“\(path)”: \(error.message)")
    }
  }

  /// The tables that pasted text holds.
  package static func grids(in text: String) throws -> [Grid] {
    do throws(PaperFault) {
      return try TableFile.read(text: text)
    } catch {
      throw Outcome.found(error.message)
    }
  }

  /// - Parameters:
  ///   - linkId: of the table.
  ///   - way: nil where nobody said it; a table without rows is added to.
  ///   - sheet: the name or the number of the one that is meant, of several.
  ///   - columns: `HEADING=column` or `HEADING=`, each by hand.
  package init(
    _ path: String, into linkId: String, of session: MatterSession, way: RowImport.Way?,
    sheet: String?, columns: [String]
  ) throws {
    let pack = session.pack
    guard let table = pack.question(linkId), pack.questions[table].kind == .table else {
      let tables = pack.questions.filter { $0.kind == .table }.map(\.linkId)
      throw Outcome.usage(
        "“\(linkId)” is no table. Tables: \(tables.joined(separator: ", ")).")
    }
    let grids = try Listing.grids(of: path)
    let number =
      try Listing.number(of: sheet, in: grids, path)
      ?? RowImport.best(of: grids, into: table, pack)
    let isOfPack = if case .pack = pack.questions[table].rows { true } else { false }
    source = Files.name(of: path)
    if sheet == nil {
      let others = RowImport.others(than: number, of: grids, into: table, pack)
      guard others.isEmpty else {
        // One of them may list those that have no access: nobody guesses which is meant.
        let all = ([number] + others).sorted().map { at in
          "\(at + 1)\(grids[at].name.isEmpty ? "" : " “\(grids[at].name)”")"
        }
        throw Outcome.usage(
          "“\(source)” has several tables with such columns: \(all.joined(separator: ", ")). "
            + "Say which is meant: --table \(number + 1).")
      }
    }
    self.table = table
    self.session = session
    rows = RowImport(
      grids[number], into: table, pack, way: way ?? (isOfPack ? .update : .add))
    plan = RowPlan()
    for column in columns { try map(column) }
    rows.weigh(session.evaluation, today: session.place.today)
    if !columns.isEmpty, rows.headings == .unknown { rows.setHeadings(.absent) }
    if way == nil, !isOfPack, !session.file.sheet.rows(of: linkId).isEmpty {
      throw try wayWanted(linkId)
    }
    plan = rows.plan(session.evaluation, today: session.place.today)
  }

  private static func number(
    of sheet: String?, in grids: [Grid], _ path: String
  ) throws -> Int? {
    guard let sheet else { return nil }
    if let at = grids.firstIndex(where: { FoldedName($0.name) == FoldedName(sheet) }) { return at }
    if let number = Int(sheet), grids.indices.contains(number - 1) { return number - 1 }
    let names = grids.enumerated().map { "\($0 + 1) “\($1.name)”" }
    throw Outcome.usage(
      "“\(path)” has no table “\(sheet)”. It has: \(names.joined(separator: ", ")).")
  }

  /// One column by hand. The heading is that of the list, or the column's letter.
  private mutating func map(_ words: String) throws {
    guard let equals = words.lastIndex(of: "=") else {
      throw Outcome.usage(
        "“\(words)”: write --columns HEADING=COLUMN, or HEADING= to leave it out.")
    }
    let heading = String(words[..<equals])
    let name = String(words[words.index(after: equals)...])
    let titles = rows.targets.indices
    guard
      let column = titles.first(where: { FoldedName(rows.heading($0)) == FoldedName(heading) })
        ?? titles.first(where: { Grid.letters($0) == heading.uppercased() })
    else {
      let all = titles.map { "“\(rows.title($0))”" }
      throw Outcome.usage(
        "The list has no column “\(heading)”. It has \(all.joined(separator: ", ")).")
    }
    guard !name.isEmpty else { return rows.map(column, to: nil) }
    guard let target = rows.names.target(named: name) else {
      let all = rows.names.targets.map { rows.names.id($0) }
      throw Outcome.usage(
        "The table has no column “\(name)”. It has \(all.joined(separator: ", ")).")
    }
    rows.map(column, to: target)
  }

  /// Nobody said what becomes of the rows that are there: what each way would come to.
  private mutating func wayWanted(_ linkId: String) throws -> Outcome {
    let count = session.file.sheet.rows(of: linkId).count
    var lines = [
      "\(linkId) has \(count == 1 ? "a row" : "\(count) rows") already. Say what becomes of them:"
    ]
    for way in RowImport.Way.allCases {
      rows.way = way
      let plan = rows.plan(session.evaluation, today: session.place.today)
      if let problem = plan.problem { return Outcome.found(problem) }
      lines.append("  --\(way.rawValue): \(plan.words)")
    }
    return Outcome(.usage, lines: lines)
  }

  // MARK: What is told

  /// How the list was understood.
  package var understood: [String] {
    var lines: [String] = []
    if case .rows(let first, let count) = rows.headings {
      let numbers = rows.grid.rows[first..<(first + count)].map { "\($0.number)" }
      lines.append(
        count == 1
          ? "Line \(numbers[0]) of “\(source)” names the columns."
          : "Lines \(numbers.joined(separator: " and ")) of “\(source)” name the columns.")
    }
    for (column, target) in rows.targets.enumerated() {
      guard let target else { continue }
      lines.append("  \(rows.title(column)) -> \(rows.names.label(target))")
    }
    return lines
  }

  /// What was not taken, and is no answer that was refused.
  package var remarks: [String] {
    var lines = rows.notTaken.map { "Not taken: “\(rows.title($0.column))” \($0.says)." }
    lines += plan.left.map { "Not taken: line \($0.number), “\($0.text)”, \($0.words)." }
    if plan.silent > 0 {
      lines.append(
        plan.silent == 1
          ? "A cell says only “-”, “n/a” or the like: left open."
          : "\(plan.silent) cells say only “-”, “n/a” or the like: left open.")
    }
    lines += rows.grid.remarks.map { remark in
      "\(remark.place.map { "Cell \($0)" } ?? "Of the list"): \(remark.says)."
    }
    if !plan.doubled.isEmpty {
      lines.append(
        "In the table already, and there twice now: \(Listing.short(plan.doubled)).")
    }
    return lines
  }

  /// The difference to the table as it was.
  package var difference: [String] {
    var lines = ["\(plan.words.prefix(1).uppercased())\(plan.words.dropFirst())."]
    for row in plan.changed.prefix(100) {
      let cells = row.cells.map { cell in
        "\(cell.label) \(cell.from.isEmpty ? "(open)" : cell.from) -> \(cell.to.isEmpty ? "(open)" : cell.to)"
      }
      lines.append("  \(row.name): \(cells.joined(separator: "; "))")
    }
    if plan.changed.count > 100 { lines.append("  and \(plan.changed.count - 100) more rows") }
    if !plan.removed.isEmpty { lines.append("  Removed: \(Listing.short(plan.removed))") }
    if !plan.staying.isEmpty {
      lines.append("  Not in the list, kept: \(Listing.short(plan.staying))")
    }
    return lines
  }

  private static func short(_ names: [String]) -> String {
    let shown = names.prefix(20).joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }

  /// Cells that are no answers, each with its reason; nil where all are.
  package var refusal: Outcome? {
    guard !plan.faults.isEmpty else { return nil }
    let pack = session.pack
    var lines = plan.faults.prefix(200).map { fault in
      let label = pack.questions[fault.column].label
      let name = fault.name.isEmpty ? "" : " (\(fault.name))"
      return "line \(fault.number)\(name), \(label) “\(fault.text)”: \(fault.message)"
    }
    if plan.faults.count > 200 { lines.append("and \(plan.faults.count - 200) more") }
    let count = plan.faults.count
    lines.append(
      count == 1
        ? "1 cell was not understood; the others are kept."
        : "\(count) cells were not understood; the others are kept.")
    return Outcome(.found, lines: lines)
  }

  /// Keeps what the plan says as one act, which one undo takes back.
  package func keep() throws {
    guard !plan.changes.isEmpty else { return }
    try session.keepRows(plan.changes, why: "From \(source): \(plan.words).")
  }
}

extension MatterSession {
  func keepRows(_ changes: [Change], why: String) throws {
    do throws(MatterError) { try append(changes, why: why) } catch { throw Outcome(error) }
    keepSummary()
  }

  /// A table of the matter as a file of a spreadsheet.
  ///
  /// - Parameter format: `csv` or `xlsx`.
  package func list(_ linkId: String, as format: String) throws -> [UInt8] {
    guard let table = pack.question(linkId), pack.questions[table].kind == .table else {
      let tables = pack.questions.filter { $0.kind == .table }.map(\.linkId)
      throw Outcome.usage("“\(linkId)” is no table. Tables: \(tables.joined(separator: ", ")).")
    }
    let rows = evaluation.list(of: table)
    switch format {
    case "csv": return Array(CSV.text(rows).utf8)
    case "xlsx":
      return Workbook.bytes(
        rows, name: pack.questions[table].label, language: pack.language, date: place.today)
    default: throw Outcome.usage("“\(format)” is no format of a table: write csv or xlsx.")
    }
  }
}
