import FoundationEssentials
import PlainText

/// The files of a pack as one blob: canonical JSON, so that it can be read with any tool, and stands
/// in an export as it is.
enum Archive {
  static func bytes(of sources: PackSources) -> [UInt8] {
    var writer = JSONWriter()
    write(sources.files, to: &writer, lines: false)
    return writer.bytes
  }

  /// Text where it is UTF-8, else base 64.
  static func write(_ files: [PackSources.File], to writer: inout JSONWriter, lines: Bool) {
    writer.array { writer in
      for file in files {
        if lines { writer.lineBreak() }
        writer.object { writer in
          writer.member("name", file.name)
          if let text = String(validating: file.bytes, as: UTF8.self) {
            writer.member("text", text)
          } else {
            writer.member("base64", Data(file.bytes).base64EncodedString())
          }
        }
      }
    }
  }

  static func files(from bytes: [UInt8]) throws(JSONFault) -> [PackSources.File] {
    var reader = JSONReader(bytes)
    let files = try read(from: &reader)
    try reader.end()
    return files
  }

  static func read(from reader: inout JSONReader) throws(JSONFault) -> [PackSources.File] {
    var files: [PackSources.File] = []
    try reader.array { (reader) throws(JSONFault) in
      var (name, content): (String?, [UInt8]?)
      try reader.object { (reader, member) throws(JSONFault) in
        switch member {
        case "name": name = try reader.string()
        case "text" where content == nil: content = [UInt8](try reader.string().utf8)
        case "base64" where content == nil: content = try reader.base64()
        default: throw reader.fault("a member that this version does not know: \(member)")
        }
      }
      guard let name, let content else { throw reader.fault("no whole file") }
      files.append(PackSources.File(name: name, bytes: content))
    }
    return files
  }
}

extension JSONReader {
  mutating func base64() throws(JSONFault) -> [UInt8] {
    guard let data = Data(base64Encoded: try string()) else { throw fault("no base 64") }
    return [UInt8](data)
  }
}
