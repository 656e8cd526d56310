import Documents

/// Where the sections of a file for Word end. In a redline a turn to a wide page is in one of its two
/// texts or in both, and so is the break that makes it.
struct SectionBreaks {
  private let sections: WordSections
  private let parts: [String: String]
  private var hasTitle = false
  /// The section that begins with the title is over.
  private var wasOpened = false
  /// The texts that already hold something in the section that is being written.
  private var begun: Texts = []

  /// - Parameter parts: under which id headers and footers are filed, by their names.
  init(_ sections: WordSections, parts: [String: String]) {
    (self.sections, self.parts) = (sections, parts)
  }

  mutating func beginTitle() {
    hasTitle = true
    begun = .both
  }

  /// Something was written.
  mutating func hold(_ revision: Revision?) { begun.formUnion(Texts(revision)) }

  /// Ends the section on such pages, in the texts that something with this revision stands in.
  ///
  /// - Parameter ifBegun: only in those texts that hold something in it.
  mutating func end(
    _ page: WordPage, _ revision: Revision?, ifBegun: Bool = false, in flow: inout WordFlow
  ) {
    let texts = ifBegun ? Texts(revision).intersection(begun) : Texts(revision)
    if texts.isEmpty { return }
    let opens = hasTitle && !wasOpened
    flow.paragraph(
      "Section Break", "", texts.revision, section: sections.xml(page, opens: opens, ids: parts))
    if hasTitle { wasOpened = true }
    begun.subtract(texts)
  }

  /// The properties of the last section, which stand at the end of the text.
  func last(_ page: WordPage) -> String { sections.xml(page, opens: !wasOpened, ids: parts) }

  /// The two texts of a redline; elsewhere they are one.
  private struct Texts: OptionSet {
    let rawValue: Int
    static let old = Texts(rawValue: 1)
    static let new = Texts(rawValue: 2)
    static let both: Texts = [.old, .new]

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ revision: Revision?) {
      switch revision {
      case .deleted: self = .old
      case .inserted: self = .new
      case nil: self = .both
      }
    }

    var revision: Revision? {
      if self == .both { return nil }
      return self == .old ? .deleted : .inserted
    }
  }
}
