import Documents

/// The sheet, in Word's twentieths of a point.
struct WordPage: Hashable {
  var paper: Document.Paper
  var isLandscape = false
  var margins = Margins()

  struct Margins: Hashable {
    var top = 1588
    var right = 1418
    var bottom = 1418
    var left = 1418
    var header = 794
    var footer = 680
    var gutter = 0
  }

  /// Where the text of a clause stands.
  static let clause = 709
  static let step = 567

  private var short: Int { paper == .a4 ? 11906 : 12240 }
  private var long: Int { paper == .a4 ? 16838 : 15840 }
  var width: Int { isLandscape ? long : short }
  var height: Int { isLandscape ? short : long }
  var textWidth: Int { width - margins.left - margins.right - margins.gutter }

  var xml: String {
    """
    <w:pgSz w:w="\(width)" w:h="\(height)"\(isLandscape ? " w:orient=\"landscape\"" : "")/>\
    <w:pgMar w:top="\(margins.top)" w:right="\(margins.right)" w:bottom="\(margins.bottom)" \
    w:left="\(margins.left)" w:header="\(margins.header)" w:footer="\(margins.footer)" \
    w:gutter="\(margins.gutter)"/>
    """
  }
}
