import Interview
import PlainText

/// The members of a change, in whatever order they come.
struct ChangeParts {
  private var kind: String?
  private var subject = ""
  private var row: String?
  private var table: String?
  private var at: Int?
  private var to: Int?
  private var cells: [Change.Cell]?
  private var finding: String?
  private var field: String?
  private var name: String?
  /// What stood before and what stands now: of an answer an object, of all else a text.
  private var was = Standing()
  private var new = Standing()

  private struct Standing {
    var answer: Answer?
    var text: String?

    var isEmpty: Bool { answer == nil && text == nil }

    init() {}

    init(_ reader: inout JSONReader) throws(JSONFault) {
      if reader.next() == .string {
        text = try reader.string()
      } else {
        answer = try reader.answer()
      }
    }
  }

  mutating func read(_ member: String, from reader: inout JSONReader) throws(JSONFault) {
    switch member {
    case "set", "addRow", "removeRow", "moveRow", "remark", "setting":
      guard kind == nil else { throw reader.fault("two changes in one") }
      kind = member
      subject = try reader.string()
    case "row": row = try reader.string()
    case "table": table = try reader.string()
    case "at": at = try reader.count()
    case "to": to = try reader.count()
    case "finding": finding = try reader.string()
    case "field": field = try reader.string()
    case "name": name = try reader.string()
    case "was": was = try Standing(&reader)
    case "is": new = try Standing(&reader)
    case "cells":
      var list: [Change.Cell] = []
      try reader.array { (reader) throws(JSONFault) in list.append(try reader.cell()) }
      cells = list
    default: throw reader.fault("a member that this version does not know: \(member)")
    }
  }

  /// nil where a member is missing, or one too many.
  var change: Change? {
    switch kind {
    case "set":
      guard plain, unnamed, was.text == nil, new.text == nil else { return nil }
      return .set(AnswerKey(subject, row: row), from: was.answer, to: new.answer)
    case "remark":
      guard plain, unnamed, was.answer == nil, new.answer == nil else { return nil }
      return .remark(AnswerKey(subject, row: row), from: was.text, to: new.text)
    case "setting":
      guard plain, was.answer == nil, new.answer == nil, let setting else {
        return nil
      }
      return .setting(setting, from: was.text, to: new.text)
    case "addRow", "removeRow", "moveRow": return rowChange
    default: return nil
    }
  }

  private var plain: Bool { table == nil && at == nil && to == nil && cells == nil }

  private var unnamed: Bool { finding == nil && field == nil && name == nil }

  private var rowChange: Change? {
    guard let table, let at, was.isEmpty, new.isEmpty, row == nil, unnamed else { return nil }
    switch (kind, to, cells) {
    case ("addRow", nil, nil): return .addRow(table: table, row: subject, at: at)
    case ("removeRow", nil, let cells?):
      return .removeRow(table: table, row: subject, at: at, cells: cells)
    case ("moveRow", let to?, nil): return .moveRow(table: table, row: subject, from: at, to: to)
    default: return nil
    }
  }

  private var setting: Setting? {
    switch (subject, finding, field, name, row) {
    case ("journey", nil, nil, nil, nil): .journey
    case ("title", nil, nil, nil, nil): .title
    case ("pack", nil, nil, nil, nil): .pack
    case ("as-of", nil, nil, nil, nil): .asOf
    case (let subject, nil, nil, nil, nil) where DocumentForm(rawValue: subject) != nil:
      DocumentForm(rawValue: subject).map(Setting.form)
    case ("follow-up", let finding?, let field?, nil, nil):
      .followUp(finding: finding, field: field)
    case ("published", nil, nil, let name?, nil): .published(name)
    case ("paper", nil, let field?, let name?, nil):
      PaperFact(rawValue: field).map { .paper(name, $0) }
    case ("term", nil, let field?, let name?, nil): .term(name, ours: field)
    case ("quotation", nil, nil, let name?, let row): .quotation(AnswerKey(name, row: row))
    default: nil
    }
  }
}
