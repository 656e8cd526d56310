import Documents

/// Margin comments: what is open at each blank, beside the first place where it stands.
struct WordComments {
  let wording: Wording
  /// What they are dated with.
  let date: String
  let styles: StyleIndex
  /// Whether blanks that are written now get one.
  var areWritten = true
  private var done: Set<Blank> = []
  private var comments = ""

  init(wording: Wording, date: String, styles: StyleIndex) {
    (self.wording, self.date, self.styles) = (wording, date, styles)
  }

  /// The runs of a blank with its comment, where it is to have one and has none yet.
  mutating func beside(_ runs: String, _ blank: Blank) -> String {
    guard areWritten, done.insert(blank).inserted else { return runs }
    let id = "w:id=\"\(done.count - 1)\""
    let look = WordXML.properties(styles.run("annotation reference"))
    comments += """
      <w:comment \(id) w:author="art28" w:date="\(date)" w:initials="art28"><w:p>\
      <w:pPr>\(styles.paragraph("annotation text"))</w:pPr><w:r>\(look)<w:annotationRef/></w:r>\
      \(WordXML.run(wording.comment(on: blank).joined(separator: "\n")))</w:p></w:comment>
      """
    return """
      <w:commentRangeStart \(id)/>\(runs)<w:commentRangeEnd \(id)/>\
      <w:r>\(look)<w:commentReference \(id)/></w:r>
      """
  }

  /// `word/comments.xml`; nil where there are none.
  var xml: String? {
    if comments.isEmpty { return nil }
    return "\(WordXML.head)<w:comments \(WordXML.namespaces)>\(comments)</w:comments>"
  }
}
