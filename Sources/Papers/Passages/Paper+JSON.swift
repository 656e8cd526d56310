import PlainText

/// A paper as it is kept: canonical JSON of what was read. Places, headings and anchors are worked out anew
/// when it is read back, so that they cannot disagree with the words.
extension Paper {
  /// The version of the form.
  private static let version = 1

  /// The bytes; equal papers of equal bytes of text give equal bytes. Nothing is cleaned: what shows the
  /// words has to.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("art28-paper", Paper.version)
      json.member("format", format.rawValue)
      json.member("title", ifAny: title)
      json.member("recognisedBy", ifAny: recognisedBy)
      json.member("pages", ifAny: pages)
      json.key("pagesWithoutText")
      json.array(pagesWithoutText) { $0.integer($1) }
      json.key("passages")
      json.array(passages) { $1.read.write(to: &$0) }
      json.key("comments")
      json.array(comments) { $1.write(to: &$0) }
      json.key("remarks")
      json.array(remarks) { $0.string($1) }
    }
    return json.bytes
  }

  /// The paper that was kept. Any other bytes are a fault: unknown members, a number that no paper has, a
  /// comment beside a passage that isn't there, more passages than are read of a file.
  package init(json bytes: [UInt8]) throws(PaperFault) {
    var kept = Kept()
    do throws(JSONFault) {
      var json = JSONReader(bytes)
      try kept.read(&json)
      try json.end()
    } catch {
      guard kept.version == Paper.version || kept.version == nil else {
        throw PaperFault(
          "The paper was stored in a form that this version of art28 does not know. Use a newer version, or add the paper's file again."
        )
      }
      throw PaperFault(
        "The stored text of the paper is damaged, at byte \(error.offset): \(PaperFault.quoted(error.what)). Add the paper's file again."
      )
    }
    guard let format = kept.format, kept.version == Paper.version else {
      throw PaperFault("This is not the stored text of a paper. Add the paper's file again.")
    }
    self.init(
      format: format, title: kept.title, read: kept.passages, comments: kept.comments,
      pages: kept.pages, pagesWithoutText: kept.pagesWithoutText, recognisedBy: kept.recognisedBy,
      remarks: kept.remarks)
  }

  /// What was read so far.
  private struct Kept {
    var version: Int?
    var format: Format?
    var title: String?
    var recognisedBy: String?
    var pages: Int?
    var pagesWithoutText: [Int] = []
    var passages: [ReadPassage] = []
    var comments: [PaperComment] = []
    var remarks: [String] = []

    mutating func read(_ json: inout JSONReader) throws(JSONFault) {
      try json.object { (json, name) throws(JSONFault) in
        switch name {
        case "art28-paper":
          version = try json.integer()
          if version != Paper.version { throw json.fault("another version") }
        case "format":
          format = Format(rawValue: try json.string())
          if format == nil { throw json.fault("an unknown format") }
        case "title": title = try json.string()
        case "recognisedBy": recognisedBy = try json.string()
        case "pages": pages = try json.integer(from: 0)
        case "pagesWithoutText":
          try json.array { (json) throws(JSONFault) in
            pagesWithoutText.append(try json.integer(from: 1))
          }
        case "passages":
          try json.array { (json) throws(JSONFault) in
            guard passages.count < PaperLimits.passages else {
              throw json.fault("more passages than are read")
            }
            passages.append(try ReadPassage(&json))
          }
        case "comments":
          try json.array { (json) throws(JSONFault) in
            comments.append(try PaperComment(&json))
          }
        case "remarks":
          try json.array { (json) throws(JSONFault) in remarks.append(try json.string()) }
        default: throw json.fault("an unknown member")
        }
      }
      guard comments.allSatisfy({ ($0.passage ?? -1) < passages.count }) else {
        throw json.fault("a comment beside no passage")
      }
    }
  }
}

extension ReadPassage {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("number", ifAny: number)
      json.member("level", ifAny: level)
      json.member("text", text)
      json.member("page", ifAny: page)
      json.member("paragraph", ifAny: paragraph)
      json.member("isProposed", ifTrue: isProposed)
    }
  }

  fileprivate init(_ json: inout JSONReader) throws(JSONFault) {
    var (kind, text): (Kind?, String?)
    var read = ReadPassage(.text, text: "")
    try json.object { (json, name) throws(JSONFault) in
      switch name {
      case "kind":
        kind = Kind(rawValue: try json.string())
        if kind == nil { throw json.fault("an unknown kind") }
      case "number": read.number = try json.string()
      case "level": read.level = try json.integer(from: 1)
      case "text": text = try json.string()
      case "page": read.page = try json.integer(from: 1)
      case "paragraph": read.paragraph = try json.integer(from: 0)
      case "isProposed": read.isProposed = try json.boolean()
      default: throw json.fault("an unknown member")
      }
    }
    guard let kind, let text else { throw json.fault("half a passage") }
    (read.kind, read.text) = (kind, text)
    self = read
  }
}

extension PaperComment {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("author", author)
      json.member("text", text)
      json.member("passage", ifAny: passage)
    }
  }

  fileprivate init(_ json: inout JSONReader) throws(JSONFault) {
    var (author, text): (String?, String?)
    var passage: Int?
    try json.object { (json, name) throws(JSONFault) in
      switch name {
      case "author": author = try json.string()
      case "text": text = try json.string()
      case "passage": passage = try json.integer(from: 0)
      default: throw json.fault("an unknown member")
      }
    }
    guard let author, let text else { throw json.fault("half a comment") }
    self.init(author: author, text: text, passage: passage)
  }
}

extension JSONReader {
  /// A whole number that is no less.
  fileprivate mutating func integer(from least: Int) throws(JSONFault) -> Int {
    let number = try integer()
    guard number >= least else { throw fault("a number below \(least)") }
    return number
  }
}
