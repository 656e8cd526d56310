import PlainText

/// A page of HTML as a paper: what a browser would show of it, without its scripts and styles being run.
package struct HTMLPaper {
  private var tokens: HTMLTokens
  private var found: [OfficePassage] = []
  private var letters = 0
  private var title: String?

  /// The words of the passage that is being read.
  private var words = ""
  private var heading: Int?
  private var number: String?
  private var breaks = 0
  private var lists: [HTMLList] = []
  /// How many lists have begun outside all others.
  private var countOfLists = 0
  private var tables = 0
  private var isInHead = false
  private var isInTitle = false
  private var hidden: HTMLHidden?

  package static func read(_ bytes: [UInt8]) throws(PaperFault) -> Paper {
    guard bytes.count <= PaperLimits.bytes else { throw .tooLarge }
    var page = HTMLPaper(tokens: HTMLTokens(try HTMLCharset.text(bytes)))
    var count = 0
    while let token = page.tokens.next() {
      page.take(token)
      count += 1
      guard count <= PaperLimits.tokens else { throw .tooLongText }
      guard page.found.count <= PaperLimits.paragraphs else { throw .tooManyPassages }
      guard page.letters <= PaperLimits.paperText else { throw .tooLongText }
    }
    page.flush()
    return Paper(
      format: .html, title: page.title.map { OneLine($0).clean }.flatMap { $0.isEmpty ? nil : $0 },
      read: ReadHeadings.settled(page.found))
  }

  private init(tokens: HTMLTokens) { self.tokens = tokens }

  // MARK: Tokens

  private mutating func take(_ token: HTMLTokens.Token) {
    if var hidden {
      let shows = hidden.ends(at: token)
      self.hidden = shows == nil ? hidden : nil
      // What ended the hidden part may itself be seen.
      if shows == true { take(token) }
      return
    }
    switch token {
    case .text(let text):
      if isInTitle { title = (title ?? "") + text }
      guard !isInHead, !isInTitle else { return }
      letters += text.utf8.count
      if breaks > 0, !text.allSatisfy(\.isWhitespace) { breaks = 0 }
      words += text
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if Self.inBody.contains(name) { isInHead = false }
    if HTMLHidden.hides(name, attributes) {
      if Self.blocks.contains(name) { flush() }
      hidden = HTMLHidden(name)
      return
    }
    switch name {
    case "head": isInHead = true
    case "title": if title == nil { isInTitle = true }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = name.last?.wholeNumberValue
    case "ol", "ul", "menu":
      flush()
      if lists.isEmpty { countOfLists += 1 }
      if lists.count < PaperLimits.depth {
        lists.append(HTMLList(isNumbered: name == "ol", attributes))
      }
    case "li":
      flush()
      if !lists.isEmpty { number = lists[lists.count - 1].next(attributes) }
    case "table":
      flush()
      tables += 1
    case "br":
      breaks += 1
      if breaks > 1 { flush() } else { words += " " }
    case "input", "img", "wbr": break
    default: if Self.blocks.contains(name) { flush() }
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "head": isInHead = false
    case "title": isInTitle = false
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = nil
    case "ol", "ul", "menu":
      flush()
      _ = lists.popLast()
    case "table":
      flush()
      tables = max(tables - 1, 0)
    default: if Self.blocks.contains(name) { flush() }
    }
  }

  private static let inBody: Set<String> = ["body", "h1", "p", "div", "table"]
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
    "hr",
    "html", "label", "legend", "li", "main", "nav", "option", "p", "pre", "section", "summary",
    "tbody",
    "td", "tfoot", "th", "thead", "tr",
  ]

  // MARK: Passages

  private mutating func flush() {
    breaks = 0
    let text = OneLine(words).clean
    words = ""
    // The number of an item stands before the first words in it, whatever holds them.
    guard !text.isEmpty else { return }
    var one = ReadPassage(.text, number: number, text: text)
    number = nil
    if let typed = TypedNumber.split(text), let printed = one.number, Self.isWhole(typed, printed) {
      one.number = nil
    }
    let whole = one.number.map { "\($0) \(text)" } ?? text
    if let heading {
      one.kind = .heading
      one.level = one.number == nil ? heading : nil
    } else if tables > 0, one.number == nil, TypedNumber.split(text) == nil {
      one.kind = .cell
    } else if TypedNumber.split(whole) != nil, LaidHeadings.looksLikeOne(whole) {
      one.kind = .heading
    }
    found.append(
      OfficePassage(
        read: one, list: one.number == nil ? nil : "list \(countOfLists)",
        depth: max(lists.count { $0.isNumbered } - 1, 0),
        indent: lists.isEmpty ? nil : lists.count * 4))
  }

  /// Whether a number that was typed takes the place of the one that the list has: such lists are
  /// shown without theirs.
  private static func isWhole(_ typed: TypedNumber, _ printed: String) -> Bool {
    !typed.isBare && (typed.readings.first?.values.count ?? 0 > 1 || typed.number == printed)
  }
}
