import Documents

/// Words that make no sense at the foot of a page without what comes after them.
enum Lead {
  /// The sentence that opens what follows with a colon, the one before a table or the places to sign,
  /// and a line in bold that does a heading's work.
  static func isLead(_ paragraph: Paragraph, before next: Block?) -> Bool {
    isTitle(paragraph, before: next) || opens(paragraph, next)
  }

  static func isTitle(_ paragraph: Paragraph, before next: Block?) -> Bool {
    next != nil && paragraph.isTitle
  }

  private static func opens(_ paragraph: Paragraph, _ next: Block?) -> Bool {
    switch next {
    case .signatures?, .table?: true
    case .list?, .paragraph?: paragraph.endsInColon
    default: false
    }
  }
}
