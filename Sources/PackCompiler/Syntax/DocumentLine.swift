/// One line of a document's file.
struct DocumentLine {
  let text: String
  let place: SourcePosition
  /// Without the spaces around it.
  let trimmed: Substring

  init(_ text: String, _ place: SourcePosition) {
    self.text = text
    self.place = place
    var trimmed = text.drop { $0 == " " }
    while trimmed.last == " " { trimmed.removeLast() }
    self.trimmed = trimmed
  }

  var isBlank: Bool { trimmed.isEmpty }
}
