import Interview
import PlainText

extension JSONWriter {
  mutating func change(_ change: Change) {
    object { writer in
      switch change {
      case .set(let key, let from, let to):
        writer.key("set", of: key)
        writer.member("was", ifAny: from)
        writer.member("is", ifAny: to)
      case .addRow(let table, let row, let at):
        writer.member("addRow", row)
        writer.member("table", table)
        writer.member("at", at)
      case .removeRow(let table, let row, let at, let cells):
        writer.member("removeRow", row)
        writer.member("table", table)
        writer.member("at", at)
        writer.key("cells")
        writer.array { writer in
          for cell in cells { writer.cell(cell) }
        }
      case .moveRow(let table, let row, let from, let to):
        writer.member("moveRow", row)
        writer.member("table", table)
        writer.member("at", from)
        writer.member("to", to)
      case .remark(let key, let from, let to):
        writer.key("remark", of: key)
        writer.member("was", ifAny: from)
        writer.member("is", ifAny: to)
      case .setting(let setting, let from, let to):
        writer.setting(setting)
        writer.member("was", ifAny: from)
        writer.member("is", ifAny: to)
      }
    }
  }

  mutating func cell(_ cell: Change.Cell) {
    object { writer in
      writer.key("cell", of: cell.key)
      writer.member("is", ifAny: cell.answer)
    }
  }

  private mutating func key(_ name: String, of key: AnswerKey) {
    member(name, key.linkId)
    member("row", ifAny: key.row)
  }

  private mutating func member(_ name: String, ifAny answer: Answer?) {
    guard let answer else { return }
    key(name)
    self.answer(answer)
  }

  private mutating func setting(_ setting: Setting) {
    switch setting {
    case .journey: member("setting", "journey")
    case .title: member("setting", "title")
    case .pack: member("setting", "pack")
    case .asOf: member("setting", "as-of")
    case .form(let form): member("setting", form.rawValue)
    case .followUp(let finding, let field):
      member("setting", "follow-up")
      member("finding", finding)
      member("field", field)
    case .published(let name):
      member("setting", "published")
      member("name", name)
    case .paper(let sha256, let fact):
      member("setting", "paper")
      member("name", sha256)
      member("field", fact.rawValue)
    case .term(let sha256, let ours):
      member("setting", "term")
      member("name", sha256)
      member("field", ours)
    case .quotation(let key):
      member("setting", "quotation")
      member("name", key.linkId)
      member("row", ifAny: key.row)
    }
  }
}
