import Matters

/// Sheets for colleagues. Those of a matter lie beside it: “NAME questions.txt”, “NAME questions 2.txt”.
package struct SheetFiles {
  private let first: String
  private var output: Output

  package init(of session: MatterSession) {
    let matter = session.file.path
    first = "\(Files.folder(of: matter))/\(MatterSession.title(of: matter)) questions.txt"
    output = Output(of: session)
    // A sheet is no document that could be older than the answers.
    output.head = nil
  }

  /// The name of a matter's first sheet.
  package var name: String { Files.name(of: first) }

  /// Writes a sheet, over the last one only where nobody has written into that.
  ///
  /// - Returns: the name of the file, and whether it is another than the first one's, which stays.
  package func write(_ text: String) throws(Output.Fault) -> (name: String, isBeside: Bool) {
    do throws(Output.Fault) {
      try output.write(Array(text.utf8), to: first)
      return (name, false)
    } catch {
      guard case .held = error else { throw error }
    }
    let free = Output.freeName(beside: first)
    var output = output
    output.placing = [name: .renamed(free)]
    try output.write(Array(text.utf8), to: first)
    return (free, true)
  }

  /// The sheet that came back last: of those that somebody has written into, else of all.
  ///
  /// - Returns: nil where there is none.
  /// - Throws: an `Outcome` where it cannot be read.
  package func read() throws -> (text: String, name: String)? {
    let folder = Files.folder(of: first)
    let stem = name.dropLast(".txt".count)
    let sheets = Files.names(in: folder)
      .filter { $0.hasPrefix(stem) && $0.hasSuffix(".txt") && isNumber($0.dropFirst(stem.count)) }
      .map { "\(folder)/\($0)" }
    let filled = sheets.filter { !output.isItsOwn($0) }
    let latest = (filled.isEmpty ? sheets : filled).max {
      Files.changed($0) < Files.changed($1)
    }
    return try latest.map { (try Files.text($0, as: .answers), Files.name(of: $0)) }
  }

  /// What stands between “NAME questions” and the end: “.txt”, “ 2.txt”.
  private func isNumber(_ rest: Substring) -> Bool {
    let number = rest.dropLast(".txt".count)
    return number.isEmpty || (number.first == " " && Int(number.dropFirst()) != nil)
  }
}
