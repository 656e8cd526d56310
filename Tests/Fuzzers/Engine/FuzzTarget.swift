/// Something of the program that reads what strangers write.
struct FuzzTarget: Sendable {
  let name: String
  /// Honest inputs to begin with.
  let seeds: @Sendable () -> [[UInt8]]
  /// Words that its language has, to be put in.
  var words: [String] = []
  /// How many changed inputs one turn of `swift test` tries, so that it takes some seconds.
  var runs = 1_000
  /// Reads an input; a trap, no end and too much memory are what is looked for.
  let run: @Sendable ([UInt8]) -> Void

  /// Inputs that once failed.
  var kept: [[UInt8]] { Folder.contents(of: "\(Folder.kept)/\(name)") }

  static let all: [FuzzTarget] = [
    .expression, .pack, .document, .json, .answers, .values, .sheet, .separated, .hypertextTable,
    .workbook, .archive, .text, .markdown, .hypertext, .pages, .office, .openText, .redline,
    .keptPaper, .versions, .search, .cache, .manifest, .keyFile, .journal, .export, .matter,
    .style, .typed, .keys, .names,
  ]
}
