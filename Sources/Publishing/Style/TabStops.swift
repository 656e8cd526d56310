import Documents

/// Tab stops at the right margin of the pages that a style starts from, moved to the margin of the
/// pages that it is used on: Word moves none where a page becomes wider.
struct TabStops {
  private var moves: [String: Int] = [:]

  init(_ sections: WordSections, _ paper: Document.Paper) {
    for isLandscape in [false, true] {
      let width = sections.page(paper, isLandscape: isLandscape).textWidth
      for start in [Document.Paper.a4, .letter] {
        let started = WordPage(paper: start, isLandscape: isLandscape).textWidth
        moves[String(started)] = width
        if !isLandscape {
          moves[String(WordStyles.signatureWidth(page: started, columns: 2))] =
            WordStyles.signatureWidth(page: width, columns: 2)
        }
      }
    }
  }

  func moved(_ xml: String) -> String {
    var bytes = Array(xml.utf8)
    guard let scan = XMLTags(bytes) else { return xml }
    // From the end, so that what is still to do stays where it is.
    for tag in scan.tags.reversed() where tag.name == "w:tab" {
      guard let old = tag["w:pos"], let new = moves[old], String(new) != old,
        let place = bytes[tag.range].firstRange(of: Array("w:pos=\"\(old)\"".utf8))
      else { continue }
      bytes.replaceSubrange(place, with: Array("w:pos=\"\(new)\"".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
