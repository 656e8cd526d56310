import Interview
import PlainText

/// An entry as bytes: canonical JSON, described in `Documentation/MatterFile.md`. The entry's number
/// is not in it; the chain holds that.
enum Payload {
  /// The version of the form. A reader refuses any other, and every member it does not know.
  static let version = 1

  /// Equal entries give equal bytes.
  static func bytes(of entry: Entry) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("v", version)
      writer.member("when", entry.when)
      writer.member("by", entry.by)
      writer.member("why", ifAny: entry.why)
      switch entry.reverses {
      case .undo(let number): writer.member("undo", number)
      case .redo(let number): writer.member("redo", number)
      case nil: break
      }
      writer.key("changes")
      writer.array { writer in
        for change in entry.changes { writer.change(change) }
      }
    }
    return writer.bytes
  }

  /// Members may stand in any order, with white space between; `bytes(of:)` of what comes back is
  /// the canonical form.
  static func entry(number: Int, from bytes: [UInt8]) throws(JSONFault) -> Entry {
    var reader = JSONReader(bytes)
    let entry = try reader.entry(number: number)
    try reader.end()
    return entry
  }
}
