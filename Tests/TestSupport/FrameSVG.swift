import Canvas

/// A frame as a picture: SVG, a line of text for each run of one style, the caret as a box.
package struct FrameSVG {
  private let frame: Frame
  private static let cell = (width: 8.4, height: 18.0)
  private static let margin = 12.0

  package init(_ frame: Frame) { self.frame = frame }

  package var text: String {
    let width = Double(frame.size.columns) * Self.cell.width + 2 * Self.margin
    let height = Double(frame.size.rows) * Self.cell.height + 2 * Self.margin
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#fdfcf8\"/>",
      "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\" fill=\"#1c1c1c\" xml:space=\"preserve\">",
    ]
    for y in 0..<frame.size.rows { lines += row(y) }
    if frame.caretIsVisible {
      lines.append(
        "<rect x=\"\(Self.number(Self.x(frame.caret.x)))\" y=\"\(Self.number(Self.y(frame.caret.y)))\" width=\"\(Self.number(Self.cell.width))\" height=\"\(Self.number(Self.cell.height))\" fill=\"#1c1c1c\" fill-opacity=\"0.35\"/>"
      )
    }
    return (lines + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  private func row(_ y: Int) -> [String] {
    let cells = Array(frame.row(y))
    var found: [String] = []
    var at = 0
    while at < cells.count {
      let style = cells[at].style
      var text = ""
      var end = at
      // A wide character ends its run, so that no font can push what stands behind it.
      while end < cells.count, cells[end].style == style {
        cells[end].forEachScalar {
          if let scalar = Unicode.Scalar($0) { text.unicodeScalars.append(scalar) }
        }
        end += 1
        if end < cells.count, cells[end].isRightHalf {
          end += 1
          break
        }
      }
      found += run(text, style, at, y, columns: end - at)
      at = end
    }
    return found
  }

  private func run(_ text: String, _ style: Style, _ x: Int, _ y: Int, columns: Int) -> [String] {
    let isReverse =
      style.role == .title || style.role == .selected || style.options.contains(.reverse)
    let isBlank = text.allSatisfy { $0 == " " }
    guard !isBlank || isReverse else { return [] }
    var found: [String] = []
    let left = Self.number(Self.x(x))
    if isReverse {
      found.append(
        "<rect x=\"\(left)\" y=\"\(Self.number(Self.y(y)))\" width=\"\(Self.number(Double(columns) * Self.cell.width))\" height=\"\(Self.number(Self.cell.height))\"/>"
      )
    }
    guard !isBlank else { return found }
    var looks = ""
    switch style.role {
    case .heading, .emphasis, .key: looks += " font-weight=\"bold\""
    case .dim: looks += " fill=\"#6b6b6b\""
    case .error: looks += " font-weight=\"bold\" fill=\"#a40000\""
    case .warning: looks += " font-weight=\"bold\" fill=\"#7c2c7c\""
    case .blank: looks += " text-decoration=\"underline\""
    case .title, .selected: looks += " fill=\"#fdfcf8\""
    case .normal, .marker: break
    }
    if style.options.contains(.underline), style.role != .blank {
      looks += " text-decoration=\"underline\""
    }
    let escaped = text.map { Self.escapes[$0] ?? String($0) }.joined()
    let length = Self.number(Double(columns) * Self.cell.width)
    found.append(
      "<text x=\"\(left)\" y=\"\(Self.number(Self.y(y) + 13.5))\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\"\(looks)>\(escaped)</text>"
    )
    return found
  }

  private static let escapes: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]

  private static func x(_ column: Int) -> Double { margin + Double(column) * cell.width }
  private static func y(_ row: Int) -> Double { margin + Double(row) * cell.height }

  /// One decimal, and none where it is 0.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
