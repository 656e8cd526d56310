import Interview
import PlainText

extension JSONReader {
  mutating func entry(number: Int) throws(JSONFault) -> Entry {
    var (version, when, by, why): (Int?, String?, String?, String?)
    var (reverses, changes): (Entry.Reverse?, [Change]?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "v":
        version = try reader.integer()
        if version != Payload.version { throw reader.fault("version \(version ?? 0)") }
      case "when": when = try reader.string()
      case "by": by = try reader.string()
      case "why": why = try reader.string()
      case "undo", "redo":
        guard reverses == nil else { throw reader.fault("undo and redo at once") }
        let target = try reader.count()
        reverses = name == "undo" ? .undo(target) : .redo(target)
      case "changes":
        var list: [Change] = []
        try reader.array { (reader) throws(JSONFault) in list.append(try reader.change()) }
        changes = list
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard version != nil, let when, let by, let changes else { throw fault("no whole entry") }
    // Days, stamps and file dates are made of it.
    guard Names.isTime(when) else { throw fault("no point in time") }
    return Entry(
      number: number, when: when, by: by, why: why, changes: changes, reverses: reverses)
  }

  private mutating func change() throws(JSONFault) -> Change {
    var parts = ChangeParts()
    try object { (reader, name) throws(JSONFault) in try parts.read(name, from: &reader) }
    guard let change = parts.change else { throw fault("no change that this version knows") }
    return change
  }

  mutating func cell() throws(JSONFault) -> Change.Cell {
    var (linkId, row, answer): (String?, String?, Answer?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "cell": linkId = try reader.string()
      case "row": row = try reader.string()
      case "is": answer = try reader.answer()
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let linkId, let answer else { throw fault("no whole cell") }
    return Change.Cell(key: AnswerKey(linkId, row: row), answer: answer)
  }
}
