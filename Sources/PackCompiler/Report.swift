import PackModel

/// Collects diagnostics while a pack is compiled.
final class Report {
  private(set) var diagnostics: [Diagnostic] = []
  private let sources: SourceFiles
  private var lines: [String: [Substring]] = [:]

  init(_ sources: SourceFiles) { self.sources = sources }

  func add(_ kind: Diagnostic.Kind, _ place: SourcePosition, _ message: String, _ remedy: String) {
    guard diagnostics.count < diagnosticLimit else { return }
    let (source, lead) = window(place)
    let diagnostic = Diagnostic(
      kind: kind, file: place.file, line: place.line, column: place.column, message: message,
      remedy: remedy, source: source, lead: lead)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// - Parameter place: where the text begins that has the fault.
  func add(_ fault: Fault, _ place: SourcePosition) {
    add(fault.kind, place.moved(by: fault.offset), fault.message, fault.remedy)
  }

  /// The line of a place, and how much was cut from its start: a long line is shown around the
  /// place that is meant.
  private func window(_ place: SourcePosition) -> (source: String, lead: Int) {
    if lines[place.file] == nil {
      lines[place.file] = PackCompiler.lines(of: sources.text(place.file) ?? "")
    }
    guard let found = lines[place.file], found.indices.contains(place.line - 1) else {
      return ("", 0)
    }
    let line = found[place.line - 1].unicodeScalars
    let lead = max(0, place.column - 1 - 60)
    guard
      let start = line.index(line.startIndex, offsetBy: lead, limitedBy: line.endIndex)
    else { return ("", 0) }
    return (String(String.UnicodeScalarView(line[start...].prefix(100))), lead)
  }

  /// In the order of files and lines.
  var sorted: [Diagnostic] {
    diagnostics.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }
}

/// The known word that is nearest to one that is not known, for "did you mean".
func nearest(_ word: String, in known: some Sequence<String>) -> String? {
  guard word.utf8.count <= Bounds.id else { return nil }
  return NearWord.of(word, in: known)
}
