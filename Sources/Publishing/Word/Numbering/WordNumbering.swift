/// The lists that Word counts by itself.
enum WordNumbering {
  enum List: Int, CaseIterable { case clauses = 1, annexes, bullets, cover }

  static func xml(annexWord: String) -> String {
    let lists = List.allCases.map { list in
      "<w:abstractNum w:abstractNumId=\"\(list.rawValue)\"><w:multiLevelType w:val=\"multilevel\"/>"
        + levels(of: list, annexWord: annexWord) + "</w:abstractNum>"
    }
    let numbers = List.allCases.map { list in
      "<w:num w:numId=\"\(list.rawValue)\"><w:abstractNumId w:val=\"\(list.rawValue)\"/></w:num>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      \(lists.joined())\(numbers.joined())</w:numbering>
      """
  }

  private static func levels(of list: List, annexWord: String) -> String {
    let clause = WordPage.clause
    let step = WordPage.step
    switch list {
    case .clauses:
      return level(0, "decimal", "%1.", "Heading1", clause, clause)
        + level(1, "decimal", "%1.%2", "Clause", clause, clause)
        + level(2, "lowerLetter", "(%3)", "ClauseList", clause + step, step)
        + level(3, "lowerRoman", "(%4)", "ClauseList2", clause + 2 * step, step)
    case .annexes:
      let word = WordXML.escaped(annexWord)
      return level(0, "upperLetter", "\(word)%1.", "AnnexHeading", 0, 0)
        + level(1, "decimal", "%1.%2", "AnnexClause", clause, clause)
        + level(2, "lowerLetter", "(%3)", "AnnexList", clause + step, step)
        + level(3, "lowerRoman", "(%4)", "AnnexList2", clause + 2 * step, step)
    case .bullets:
      return level(0, "bullet", "•", "ListBullet", step, step)
        + level(1, "bullet", "•", "ListBullet2", clause + step, step)
        + level(2, "bullet", "–", "ListBullet3", clause + 2 * step, step)
    case .cover: return level(0, "bullet", "•", "CoverList", 425, 425)
    }
  }

  private static func level(
    _ level: Int, _ format: String, _ text: String, _ style: String, _ left: Int, _ hanging: Int
  ) -> String {
    // Without an indent a space parts the number from the words.
    let gap = hanging == 0 ? "space" : "tab"
    let stop = hanging == 0 ? "" : "<w:tabs><w:tab w:val=\"num\" w:pos=\"\(left)\"/></w:tabs>"
    return """
      <w:lvl w:ilvl="\(level)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\
      <w:pStyle w:val="\(style)"/><w:suff w:val="\(gap)"/><w:lvlText w:val="\(text)"/><w:lvlJc w:val="left"/>\
      <w:pPr>\(stop)<w:ind w:left="\(left)" w:hanging="\(hanging)"/></w:pPr></w:lvl>
      """
  }
}
