/// The elements of a Word document that a change looks at; their names without prefix.
enum WordTag: String {
  case p, r, t, pPr, rPr, sectPr, pPrChange, rPrChange, vanish
  // What stands between a paragraph and its runs.
  case hyperlink, smartTag, customXml, bdo, dir, fldSimple, ins, del, moveFrom, moveTo
  case sdt, sdtPr, sdtContent, lock, dataBinding, dropDownList, text
  case bookmarkStart, bookmarkEnd, proofErr
  case txbxContent
  // What stands in a run.
  case fldChar, instrText, delInstrText, tab, ptab, br, cr, noBreakHyphen, softHyphen, sym
  case lastRenderedPageBreak
  // Of other namespaces.
  case choice, fallback, checkbox
  /// Any other.
  case other

  /// `isWord` says whether the element is of the namespace of Word's main part.
  init(_ name: String, isWord: Bool) {
    if isWord {
      self = WordTag(rawValue: name) ?? .other
      return
    }
    switch name {
    case "Choice": self = .choice
    case "Fallback": self = .fallback
    case "checkbox": self = .checkbox
    default: self = .other
    }
  }
}
