/// A block of a document's file.
indirect enum BlockTree {
  case paragraph(TextSource)
  case heading(TextSource, id: String)
  case list(ordered: Bool, [[BlockTree]])
  case table(header: [TextSource]?, [[TextSource]])
  /// `isLed`: a sentence that ends in a colon stands right before it.
  case each(TextSource, [BlockTree], isLed: Bool)
  case when(TextSource, [BlockTree])
  case landscape([BlockTree])
  case picture(TextSource, SourcePosition)
  case generated(String, [String: TextSource], SourcePosition)

  /// Whether it is a sentence that goes on in what follows.
  var leads: Bool {
    if case .paragraph(let source) = self { return source.text.hasSuffix(":") }
    return false
  }
}
