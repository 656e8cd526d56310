/// Paragraphs that begin or end to be some.
extension LineWriter {
  func paragraphEdits(_ marks: inout RevisionMarks) -> [Edit] {
    if plan.endsParagraph {
      return [markEdit(marks.ofParagraph("del"))] + newParagraphs(isLastMarked: true, &marks)
    }
    guard !plan.paragraphs.isEmpty else { return [] }
    // The mark of the new paragraph is the new one where a paragraph follows with which it could be
    // one again. At the end of a cell or before a table it is the one before that.
    if plan.line.following != nil || plan.line.endsSection || plan.line.isMarked {
      return newParagraphs(isLastMarked: true, &marks)
    }
    return [markEdit(marks.ofParagraph("ins"))] + newParagraphs(isLastMarked: false, &marks)
  }

  private func newParagraphs(isLastMarked: Bool, _ marks: inout RevisionMarks) -> [Edit] {
    var bytes: [UInt8] = []
    for (number, group) in plan.paragraphs.enumerated() {
      for (index, text) in group.texts.enumerated() {
        let isLast =
          number == plan.paragraphs.count - 1 && index == group.texts.count - 1
        var content = marks.wrapped(
          "ins", newRun(text, like: usualRun, isPlain: false))
        if let comment = group.comment, index == 0 {
          content = marks.commentStart(comment) + content
        }
        if let comment = group.comment, index == group.texts.count - 1 {
          content += marks.commentEnd(comment)
        }
        bytes += paragraph(content, isMarked: isLastMarked || !isLast, &marks)
      }
    }
    let end = markup.elements[plan.line.element].end
    return bytes.isEmpty ? [] : [Edit(range: end..<end, bytes: bytes)]
  }

  /// The run outside links that holds most of the paragraph.
  private var usualRun: WordLine.Run? {
    let line = plan.line
    return line.runs.filter {
      markup.elements[markup.elements[$0.element].parent].tag != .hyperlink
    }
    .max { one, other in
      func length(_ run: WordLine.Run) -> Int {
        line.items[run.items].reduce(0) { $0 + $1.text.count }
      }
      return length(one) < length(other)
    }
  }

  /// A paragraph in the style and numbering of the plan's.
  private func paragraph(
    _ content: [UInt8], isMarked: Bool, _ marks: inout RevisionMarks
  ) -> [UInt8] {
    let prefix = marks.prefix
    var properties: [UInt8] = []
    var letters: [UInt8] = isMarked ? marks.ofParagraph("ins") : []
    if let own = markup.child(.pPr, of: plan.line.element) {
      properties = markup.inner(
        own, without: ["sectPr", "pPrChange", "rPr", "ins", "numberingChange", "pageBreakBefore"])
      if let ownLetters = markup.child(.rPr, of: own) {
        letters += markup.inner(
          ownLetters, without: ["ins", "del", "moveFrom", "moveTo", "rPrChange"])
      }
    }
    if !letters.isEmpty { properties += element("rPr", letters) }
    if !properties.isEmpty { properties = element("pPr", properties) }
    return Array("<\(prefix)p>".utf8) + properties + content + Array("</\(prefix)p>".utf8)
  }

  private func element(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let name = "\(markup.space.prefix):\(name)"
    return Array("<\(name)>".utf8) + content + Array("</\(name)>".utf8)
  }

  // MARK: The paragraph's own mark

  private func markEdit(_ mark: [UInt8]) -> Edit {
    let paragraph = plan.line.element
    guard let properties = markup.child(.pPr, of: paragraph) else {
      return inserted(element("pPr", element("rPr", mark)), atStartOf: paragraph)
    }
    if let letters = markup.child(.rPr, of: properties) {
      return inserted(mark, atStartOf: letters)
    }
    let letters = element("rPr", mark)
    let behind = markup.child(.sectPr, of: properties) ?? markup.child(.pPrChange, of: properties)
    if let behind {
      let start = markup.elements[behind].start
      return Edit(range: start..<start, bytes: letters)
    }
    let end = markup.elements[properties].insideEnd
    return markup.elements[properties].isOneTag
      ? inserted(letters, atStartOf: properties) : Edit(range: end..<end, bytes: letters)
  }

  /// An empty tag becomes two.
  private func inserted(_ bytes: [UInt8], atStartOf element: Int) -> Edit {
    let place = markup.elements[element]
    guard place.isOneTag else { return Edit(range: place.inside..<place.inside, bytes: bytes) }
    return Edit(
      range: (place.end - 2)..<place.end,
      bytes: Array(">".utf8) + bytes + Array("</\(markup.fullName(element))>".utf8))
  }
}
