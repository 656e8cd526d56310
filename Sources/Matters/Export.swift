import FoundationEssentials
import Interview
import PlainText

/// A matter as one canonical JSON document: the same journal gives the same bytes, and one more
/// entry is one more line. `Documentation/MatterFile.md` describes it.
struct Export {
  static let format = "art28 matter"
  static let version = 1

  var summary = MatterSummary()
  var entries: [Entry] = []
  var head = MatterHead.start
  var enclosures: [Enclosure] = []
  /// Of a damaged matter: entries that are whole by themselves but follow a gap.
  var loose: [Entry] = []
  /// Of a damaged matter: what the state table says stands.
  var answers: [Change.Cell] = []

  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.lineBreak()
      writer.member("format", Export.format)
      writer.lineBreak()
      writer.member("version", Export.version)
      writer.lineBreak()
      write(summary, to: &writer)
      writer.lineBreak()
      write(entries, as: "entries", to: &writer)
      writer.lineBreak()
      writer.key("head")
      writer.object { writer in
        writer.member("number", head.number)
        writer.member("link", head.link.hexadecimal)
      }
      writer.lineBreak()
      writeEnclosures(to: &writer)
      if !loose.isEmpty {
        writer.lineBreak()
        write(loose, as: "loose", to: &writer)
      }
      if !answers.isEmpty {
        writer.lineBreak()
        writeAnswers(to: &writer)
      }
      writer.lastLineBreak()
    }
    writer.lastLineBreak()
    return writer.bytes
  }

  private func write(_ summary: MatterSummary, to writer: inout JSONWriter) {
    writer.key("summary")
    writer.object { writer in
      writer.member("title", summary.title)
      writer.member("controller", summary.controller)
      writer.member("processor", summary.processor)
      writer.member("answered", summary.answered)
      writer.member("open", summary.open)
    }
  }

  private func write(_ entries: [Entry], as name: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.array { writer in
      for entry in entries {
        writer.lineBreak()
        writer.object { writer in
          writer.member("number", entry.number)
          writer.key("payload")
          writer.verbatim(Payload.bytes(of: entry))
        }
      }
      if !entries.isEmpty { writer.lastLineBreak() }
    }
  }

  private func writeEnclosures(to writer: inout JSONWriter) {
    writer.key("enclosures")
    writer.array { writer in
      for enclosure in enclosures {
        writer.lineBreak()
        writer.object { writer in
          switch enclosure {
          case .pack(let sources):
            writer.member("pack", sources.hash)
            writer.key("files")
            Archive.write(sources.files, to: &writer, lines: true)
          case .paper(let paper):
            writer.member("paper", paper.name)
            writer.member("base64", Data(paper.bytes).base64EncodedString())
          }
        }
      }
      if !enclosures.isEmpty { writer.lastLineBreak() }
    }
  }

  private func writeAnswers(to writer: inout JSONWriter) {
    writer.key("answers")
    writer.array { writer in
      for cell in answers {
        writer.lineBreak()
        writer.cell(cell)
      }
      writer.lastLineBreak()
    }
  }
}
