/// A line of a paper as it is laid out: of a PDF in points, of a plain text in letters and lines.
struct LaidLine: Hashable {
  var text: String
  var left: Double
  var right: Double
  /// From the top of its page.
  var top: Double
  /// Of its letters.
  var height: Double
  /// Which group of lines it belongs to, over all pages.
  var block: Int
  /// From 1; nil where there are no pages.
  var page: Int?
  /// Whether it stands where pages have what they repeat: at their very top or bottom.
  var isOuter = false
  /// How far to the right the lines of its block reach.
  var edge = 0.0

  /// About the width of a letter.
  var letter: Double { height == 1 ? 1 : height * 0.42 }
}
