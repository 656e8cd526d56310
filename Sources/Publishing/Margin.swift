import Documents
import PlainText

/// Where a block stands: at the page's margin, or at the text of the numbered clause it belongs to.
/// Every format hangs its clauses by this one rule.
enum Margin: Hashable {
  case page
  case clause

  /// The margin of `block`, when the blocks before it have left `self`. Numbered clauses and
  /// headings start at the page's margin; what follows a clause stands at its text.
  mutating func take(_ block: Block) -> Margin {
    switch block {
    case .heading, .contents, .signatures, .landscape:
      self = .page
      return .page
    case .paragraph(let paragraph):
      switch paragraph.style {
      case .clause:
        self = paragraph.number == nil ? .page : .clause
        return .page
      case .continued: self = .clause
      case .body: self = .page
      }
      return self
    case .list: return self
    case .table, .picture: return .page
    }
  }
}

extension Heading {
  /// "7." or "Annex B": the number as it stands before the title.
  var label: String? { number.map(NumberLabel.label) }
}

extension ContentsEntry {
  var label: String? { number.map(NumberLabel.label) }
}

enum NumberLabel {
  /// A bare number takes a full stop, words do not.
  static func label(_ number: String) -> String {
    let number = Sanitiser.documentLine.clean(number)
    return number.utf8.allSatisfy { (0x30...0x39).contains($0) } ? number + "." : number
  }

  /// "7. Title", "Annex B – Title": for formats that cannot set a number apart.
  static func joined(_ number: String?, _ title: String) -> String {
    guard let number else { return title }
    let label = label(number)
    return label.hasSuffix(".") ? "\(label) \(title)" : "\(label) – \(title)"
  }
}
