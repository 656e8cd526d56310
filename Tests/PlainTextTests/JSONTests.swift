import PlainText
import Testing

@Suite struct JSONTests {
  @Test func canonicalBytesHaveNoSpaceAndNoEscapeTooMany() {
    var json = JSONWriter()
    json.object { json in
      json.member("text", "“Grüße” \"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}\u{9B}\u{202E}山")
      json.key("list")
      json.array([1, -2]) { $0.integer($1) }
      json.key("none")
      json.array { _ in }
      json.member("left out", ifAny: nil as String?)
      json.member("number", ifAny: 3)
      json.member("flag", ifTrue: true)
      json.member("no", ifTrue: false)
      json.key("nothing")
      json.null()
    }
    #expect(
      json.text == #"{"text":"“Grüße” \"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{9B}\u{202E}"
        + #"山","list":[1,-2],"none":[],"number":3,"flag":true,"nothing":null}"#)
  }

  @Test func aDocumentIsHashedOverItsOwnEscapes() {
    var json = JSONWriter(.document)
    json.array(["\u{8}\u{C}\u{7F}", "\t\n\r\u{1}\u{80}"]) { $0.string($1) }
    #expect(json.text == #"["\u0008\u000c\u007f","\t\n\r\u0001"# + "\u{80}\"]")
  }

  @Test func readableJSONIsIndentedAndHidesNothing() {
    let json = JSON.object([
      ("a", .array([.number(1), .object([("b", .bool(false)), ("c", .null)])])),
      ("empty", .array([])), ("none", .object([])),
      ("hidden", .string("\u{202E}\u{9B}\u{2028}é\"")),
      ("lines", .strings(["a\nb"])), ("nobody", .optional(nil)),
    ])
    #expect(
      json.text == #"""
        {
          "a": [
            1,
            {
              "b": false,
              "c": null
            }
          ],
          "empty": [],
          "none": {},
          "hidden": "\u202e\u009b\u2028é\"",
          "lines": [
            "a\nb"
          ],
          "nobody": null
        }

        """#)
  }

  @Test func linesMayBreakBetweenItems() {
    var json = JSONWriter()
    json.array { json in
      for text in ["a", "b"] {
        json.lineBreak()
        json.string(text)
      }
      json.lastLineBreak()
    }
    #expect(json.text == "[\n\"a\",\n\"b\"\n]")
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let texts = ["", "\"\\\u{8}\u{C}\n\r\t\u{0}\u{7F}", "山👩‍⚖️e\u{301}", "\u{FFFF}\u{10FFFF}"]
    for form in [JSONWriter.Form.canonical, .document, .readable] {
      var json = JSONWriter(form)
      json.array(texts) { $0.string($1) }
      var reader = JSONReader(json.bytes)
      var found: [String] = []
      try reader.array { (reader) throws(JSONFault) in found.append(try reader.string()) }
      try reader.end()
      #expect(found.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
    }
  }

  @Test(
    arguments: [
      "", "[", "[1", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":1}", "[01]", "[-0]", "[1.0]", "[1e1]",
      "[\"\\x\"]", "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"a\nb\"]", "[\"", "[1] 2", "[tru]",
    ])
  func theReaderIsStrict(_ text: String) {
    #expect(throws: JSONFault.self) { try Self.skim([UInt8](text.utf8)) }
  }

  @Test func bytesThatAreNoTextAreAFault() {
    #expect(throws: JSONFault.self) { try Self.skim([0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D]) }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(String(repeating: "[", count: depth).utf8)
        + Array(String(repeating: "]", count: depth).utf8)
    }
    try Self.skim(nested(64))
    let fault = #expect(throws: JSONFault.self) { try Self.skim(nested(1_000_000)) }
    #expect(fault?.what == "too deep")
    #expect(fault?.offset == 65)
  }

  /// Reads whatever is there.
  private static func skim(_ bytes: [UInt8]) throws(JSONFault) {
    var reader = JSONReader(bytes)
    try skim(&reader)
    try reader.end()
  }

  private static func skim(_ reader: inout JSONReader) throws(JSONFault) {
    switch reader.next() {
    case .object:
      try reader.object { (reader, _) throws(JSONFault) in try skim(&reader) }
    case .array: try reader.array { (reader) throws(JSONFault) in try skim(&reader) }
    case .string: _ = try reader.string()
    case .number: _ = try reader.integer()
    case .boolean: _ = try reader.boolean()
    case .other: throw reader.fault("nothing known")
    }
  }
}
