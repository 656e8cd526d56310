import Documents

/// The sheet, in Word's twentieths of a point.
struct WordPage: Hashable {
  var paper: Document.Paper
  var isLandscape = false

  static let margin = 1418
  /// Where the text of a clause stands.
  static let clause = 709
  static let step = 567

  private var short: Int { paper == .a4 ? 11906 : 12240 }
  private var long: Int { paper == .a4 ? 16838 : 15840 }
  var width: Int { isLandscape ? long : short }
  var height: Int { isLandscape ? short : long }
  var textWidth: Int { width - 2 * Self.margin }

  /// The properties of a section on such pages. Every section names its header and footer: one that
  /// did not would show none where it is the first.
  func section(_ parts: WordParts) -> String {
    let orientation = isLandscape ? " w:orient=\"landscape\"" : ""
    return """
      <w:sectPr><w:headerReference w:type="default" r:id="\(parts.header(isWide: isLandscape))"/>\
      <w:footerReference w:type="default" r:id="\(parts.footer(isWide: isLandscape))"/><w:type w:val="nextPage"/>\
      <w:pgSz w:w="\(width)" w:h="\(height)"\(orientation)/>\
      <w:pgMar w:top="1588" w:right="\(Self.margin)" w:bottom="1418" w:left="\(Self.margin)" \
      w:header="794" w:footer="680" w:gutter="0"/></w:sectPr>
      """
  }
}
