/// What `pdftotext -tsv` would write of lines at places.
struct TSVFixture {
  private(set) var text =
    "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
  private var page = 0
  private var block = 0

  mutating func page(width: Double = 595, height: Double = 842) {
    page += 1
    text += "1\t\(page)\t0\t0\t0\t0\t0.0\t0.0\t\(width)\t\(height)\t-1\t###PAGE###\n"
  }

  /// Lines below each other, in a block of their own. Letters are half as wide as they are high; where
  /// `to` is given, the words of all lines but the last are spread to it.
  mutating func block(
    _ left: Double, _ top: Double, _ lines: [String], height: Double = 10, step: Double = 13,
    to edge: Double? = nil
  ) {
    block += 1
    text += "3\t\(page)\t\(block)\t\(block)\t0\t0\t\(left)\t\(top)\t1.0\t1.0\t-1\t###FLOW###\n"
    for (number, line) in lines.enumerated() {
      let y = top + Double(number) * step
      text +=
        "4\t\(page)\t\(block)\t\(block)\t\(number)\t0\t\(left)\t\(y)\t1.0\t1.0\t-1\t###LINE###\n"
      let words = line.split(separator: " ")
      let letters = words.reduce(0) { $0 + $1.count }
      var gap = height * 0.3
      if let edge, number + 1 < lines.count, words.count > 1 {
        gap = (edge - left - Double(letters) * height * 0.5) / Double(words.count - 1)
      }
      var x = left
      for word in words {
        let width = Double(word.count) * height * 0.5
        text +=
          "5\t\(page)\t\(block)\t\(block)\t\(number)\t0\t\(x)\t\(y)\t\(width)\t\(height)\t100\t\(word)\n"
        x += width + gap
      }
    }
  }

  var bytes: [UInt8] { Array(text.utf8) }
}
