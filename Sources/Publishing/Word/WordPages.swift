/// On which page each bookmark of a file for Word will come to stand: counted from the styles, as
/// Word has no page until it opens the file. Word puts its own count in the place of this one.
struct WordPages {
  private let metrics: WordMetrics
  /// Twentieths of a point that are left for text from top to bottom.
  private var height = 0.0
  /// What lines are closer in truth than counted, on a page; found by comparing with pages as they
  /// were laid out.
  private static let tolerance = 110.0
  private var used = 0.0
  private var page = 1
  private(set) var pages: [String: Int] = [:]

  /// Something that stands on one page, or breaks between its lines.
  private struct Item {
    var before = 0.0
    var after = 0.0
    var lines = 1
    var lineHeight = 0.0
    var keepsNext = false
    var keepsLines = false
    var startsPage = false
    /// The style, where it takes no space from another of its kind.
    var close: String?
    /// The rows that repeat on a new page.
    var header = 0.0
    var bookmarks: [String] = []

    var height: Double { Double(lines) * lineHeight }
  }

  /// - Parameter last: the page of the last section.
  init(_ blocks: [PandocBlock], metrics: WordMetrics, last: WordPage) {
    self.metrics = metrics
    var start = 0
    for (place, block) in blocks.enumerated() {
      guard case .raw(let xml) = block, xml.contains("<w:sectPr>") else { continue }
      flow(blocks[start...place], on: Self.page(in: xml, like: last))
      start = place + 1
      page += 1
      used = 0
    }
    flow(blocks[start...], on: last)
  }

  private static func page(in xml: String, like last: WordPage) -> WordPage {
    guard let tags = XMLTags(Array(xml.utf8))?.tags else { return last }
    var page = last
    for tag in tags where tag.name == "w:pgSz" {
      page.isLandscape = tag["w:orient"] == "landscape"
    }
    return page
  }

  private mutating func flow(_ blocks: ArraySlice<PandocBlock>, on page: WordPage) {
    height = Double(page.height - page.margins.top - page.margins.bottom) + Self.tolerance
    let items = items(blocks, width: Double(page.textWidth))
    for place in items.indices { put(items, place) }
  }

  /// What stands for the page of a bookmark until it is counted.
  static func mark(_ bookmark: String) -> String { "\u{2026}\(bookmark)\u{2026}" }

  /// The blocks with every such mark filled in.
  func filled(_ blocks: [PandocBlock]) -> [PandocBlock] {
    blocks.map { block in
      guard case .paragraph(let style, let inlines) = block, style.hasPrefix("toc ") else {
        return block
      }
      return .paragraph(
        style: style,
        inlines.map { inline in
          guard case .raw(let xml) = inline,
            let name = xml.split(separator: "\u{2026}").dropFirst().first.map(String.init)
          else { return inline }
          return .raw(
            xml.replacing(Self.mark(name), with: pages[name].map(String.init) ?? "\u{2013}"))
        })
    }
  }

  // MARK: Items

  private func items(_ blocks: ArraySlice<PandocBlock>, width: Double) -> [Item] {
    var items: [Item] = []
    /// The cell that is being filled, and what its row has come to.
    var cell: Double?
    var (row, rowHeight, cellHeight, header) = (Item(), 0.0, 0.0, 0.0)
    for block in blocks {
      switch block {
      case .paragraph(let name, let inlines):
        let style = metrics.style(name)
        var item = item(style, inlines, width: cell ?? width)
        guard cell != nil else {
          if style.isClose { item.close = name }
          if item.close != nil, items.last?.close == item.close {
            items[items.count - 1].after = 0
            item.before = 0
          }
          items.append(item)
          continue
        }
        cellHeight += item.before + item.height + item.after
        item.bookmarks += row.bookmarks
        row.keepsNext = row.keepsNext || style.keepsNext
      case .raw(let xml):
        for tag in XMLTags.tags(of: xml) {
          switch tag.name {
          case "w:tr" where tag.kind == .opens: (row, rowHeight) = (Item(), 0)
          case "w:tblHeader": row.header = -1
          case "w:tcW":
            // The margins of a cell, as the table's styles have them.
            cell = (tag["w:w"].flatMap { Int($0) }.map(Double.init) ?? width) - 170
            cellHeight = 0
          case "w:tc" where tag.kind == .closes:
            rowHeight = max(rowHeight, cellHeight)
            cell = nil
          case "w:tr" where tag.kind == .closes:
            row.lineHeight = rowHeight
            // The header stands at the top of every page that the table reaches.
            if row.header < 0 { header = row.lineHeight }
            row.header = row.header < 0 ? 0 : header
            row.keepsLines = true
            items.append(row)
          case "w:tbl" where tag.kind == .closes: header = 0
          case "w:pStyle" where cell == nil:
            let style = metrics.style(tag["w:val"] ?? "")
            items.append(item(style, [], width: width))
          default: continue
          }
        }
      }
    }
    return items
  }

  private func item(
    _ style: WordMetrics.Style, _ inlines: [PandocInline], width: Double
  ) -> Item {
    var text = WordText()
    text.take(inlines, isBold: style.isBold)
    return Item(
      before: style.before, after: style.after,
      lines: text.lines(
        first: width - style.left - style.right - style.firstLine,
        rest: width - style.left - style.right, unit: style.size * 20 / 1000,
        hangs: style.firstLine < 0),
      lineHeight: style.lineHeight, keepsNext: style.keepsNext, keepsLines: style.keepsLines,
      startsPage: style.startsPage, bookmarks: text.bookmarks)
  }

  // MARK: Pages

  private mutating func turn() {
    page += 1
    used = 0
  }

  private mutating func put(_ items: [Item], _ place: Int) {
    let item = items[place]
    if item.startsPage, used > 0 { turn() }
    if used > 0, used + needed(items, place) > height { turn() }
    // At the head of a page that was turned nothing stands above.
    if used == 0, item.header > 0, place > 0 { used = item.header }
    var room = Int((height - used - item.before + 0.5) / max(item.lineHeight, 1))
    for name in item.bookmarks { pages[name] = page }
    used += used == 0 ? 0 : item.before
    var left = item.lines
    while left > room, room > 0, !item.keepsLines {
      // No last line alone on the next page.
      left -= left - room == 1 ? max(room - 1, 1) : room
      turn()
      room = Int(height / max(item.lineHeight, 1))
    }
    used += Double(left) * item.lineHeight + item.after
  }

  /// What must have room on this page together with an item: what it stays with, and two lines.
  private func needed(_ items: [Item], _ place: Int) -> Double {
    var sum = 0.0
    var at = place
    while at < items.count {
      let item = items[at]
      let stays = item.keepsNext && at + 1 < items.count
      let lines = stays || item.keepsLines || item.lines <= 3 ? item.lines : 2
      sum += item.before + Double(lines) * item.lineHeight
      if !stays || sum > height { break }
      sum += item.after
      at += 1
    }
    return sum > height ? 0 : sum
  }
}
