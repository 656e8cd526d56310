import Interview
import PlainText

extension JSONWriter {
  /// Canonical JSON: people in the order of their bytes.
  mutating func beside(_ beside: Beside, bound: String) {
    object { writer in
      writer.member("v", 1)
      writer.member("bound", bound)
      writer.key("summary")
      writer.object { writer in
        for (name, value) in beside.summary.members { writer.member(name, value) }
      }
      writer.key("desks")
      let desks = beside.desks.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      writer.array(desks) { writer, desk in writer.desk(desk.value, of: desk.key) }
    }
  }

  private mutating func desk(_ desk: WorkState, of person: String) {
    object { writer in
      writer.member("person", person)
      writer.member("step", ifAny: desk.place?.step)
      writer.member("question", ifAny: desk.place?.question)
      writer.member("row", ifAny: desk.place?.row)
      writer.key("fields")
      writer.array(desk.fields.sorted { $0.key < $1.key }) { writer, field in
        writer.object { writer in
          writer.member("question", field.key.linkId)
          writer.member("row", ifAny: field.key.row)
          writer.member("text", field.value)
        }
      }
    }
  }
}

extension JSONReader {
  /// - Returns: what it is bound to.
  mutating func beside(into beside: inout Beside) throws(JSONFault) -> String {
    var (version, bound): (Int?, String?)
    var summary: [String: String] = [:]
    var desks: [String: WorkState] = [:]
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "v": version = try reader.integer()
      case "bound": bound = try reader.string()
      case "summary":
        try reader.object { (reader, name) throws(JSONFault) in
          summary[name] = try reader.string()
        }
      case "desks":
        try reader.array { (reader) throws(JSONFault) in
          let (person, desk) = try reader.desk()
          desks[person] = desk
        }
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard version == 1, let bound else { throw fault("no whole desk") }
    (beside.summary, beside.desks) = (MatterSummary(members: summary), desks)
    return bound
  }

  private mutating func desk() throws(JSONFault) -> (String, WorkState) {
    var (person, step, question, row): (String?, String?, String?, String?)
    var desk = WorkState()
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "person": person = try reader.string()
      case "step": step = try reader.string()
      case "question": question = try reader.string()
      case "row": row = try reader.string()
      case "fields":
        try reader.array { (reader) throws(JSONFault) in
          let (key, text) = try reader.field()
          desk.fields[key] = text
        }
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let person else { throw fault("nobody's desk") }
    if let step { desk.place = DeskPlace(step: step, question: question, row: row) }
    return (person, desk)
  }

  private mutating func field() throws(JSONFault) -> (AnswerKey, String) {
    var (question, row, text): (String?, String?, String?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "question": question = try reader.string()
      case "row": row = try reader.string()
      case "text": text = try reader.string()
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let question, let text else { throw fault("no whole field") }
    return (AnswerKey(question, row: row), text)
  }
}
