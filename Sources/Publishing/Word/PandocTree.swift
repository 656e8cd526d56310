/// The few words of pandoc's document tree that are used here. A paragraph names its style in Word;
/// everything that Word has and pandoc has no word for goes in as Word's own XML.
enum PandocBlock {
  case paragraph(style: String, [PandocInline])
  case raw(String)
}

indirect enum PandocInline {
  case words(String)
  case lineBreak
  case strong([PandocInline])
  case emphasis([PandocInline])
  case span(class: String?, attributes: [(String, String)], [PandocInline])
  case raw(String)
}

/// A whole tree as the JSON that pandoc reads.
enum PandocTree {
  /// `version` is that of pandoc's types: a pandoc reads its own and no newer one.
  static func json(_ blocks: [PandocBlock], version: [Int]) -> String {
    var json = JSONText()
    json.object { json in
      json.key("pandoc-api-version")
      json.array(version) { $0.number($1) }
      json.key("meta")
      json.object { _ in }
      json.key("blocks")
      json.array(blocks) { $0.write($1) }
    }
    return json.text
  }
}

extension JSONText {
  fileprivate mutating func write(_ block: PandocBlock) {
    switch block {
    case .paragraph(let style, let inlines):
      node("Div") { json in
        json.pair {
          $0.attributes(class: nil, [("custom-style", style)])
        } _: {
          $0.array(0..<1) { json, _ in
            json.node("Para") { $0.inlines(inlines) }
          }
        }
      }
    case .raw(let xml): raw("RawBlock", xml)
    }
  }

  private mutating func inlines(_ inlines: [PandocInline]) {
    array(inlines) { json, inline in
      switch inline {
      case .words(let words): json.node("Str") { $0.string(words) }
      case .lineBreak:
        json.object { json in
          json.key("t")
          json.string("LineBreak")
        }
      case .strong(let inner): json.node("Strong") { $0.inlines(inner) }
      case .emphasis(let inner): json.node("Emph") { $0.inlines(inner) }
      case .span(let name, let attributes, let inner):
        json.node("Span") { json in
          json.pair {
            $0.attributes(class: name, attributes)
          } _: {
            $0.inlines(inner)
          }
        }
      case .raw(let xml): json.raw("RawInline", xml)
      }
    }
  }

  private mutating func node(_ type: String, _ contents: (inout JSONText) -> Void) {
    object { json in
      json.key("t")
      json.string(type)
      json.key("c")
      contents(&json)
    }
  }

  private mutating func raw(_ type: String, _ xml: String) {
    node(type) { json in json.array(["openxml", xml]) { $0.string($1) } }
  }

  private mutating func pair(
    _ first: (inout JSONText) -> Void, _ second: (inout JSONText) -> Void
  ) {
    array(0..<2) { json, part in
      if part == 0 { first(&json) } else { second(&json) }
    }
  }

  private mutating func attributes(class name: String?, _ pairs: [(String, String)]) {
    array(0..<3) { json, part in
      switch part {
      case 0: json.string("")
      case 1: json.array(name.map { [$0] } ?? []) { $0.string($1) }
      default:
        json.array(pairs) { json, pair in json.array([pair.0, pair.1]) { $0.string($1) } }
      }
    }
  }
}
