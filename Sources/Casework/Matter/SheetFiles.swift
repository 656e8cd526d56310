import Matters
import PackModel
import Papers
import Publishing

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
  package func read() throws -> (sheet: ReturnedText, name: String)? {
    let folder = Files.folder(of: first)
    let stem = name.dropLast(".txt".count)
    let sheets = Files.names(in: folder)
      .filter { $0.hasPrefix(stem) && isNumber($0.dropFirst(stem.count)) }
      .map { "\(folder)/\($0)" }
    let filled = sheets.filter { !output.isItsOwn($0) }
    let latest = (filled.isEmpty ? sheets : filled).max {
      Files.changed($0) < Files.changed($1)
    }
    return try latest.map { (try ReturnedText($0), Files.name(of: $0)) }
  }

  /// What stands between “NAME questions” and the end: “.txt”, “ 2.docx”, “ (1).docx”.
  private func isNumber(_ rest: Substring) -> Bool {
    guard let dot = rest.lastIndex(of: "."),
      ["txt", "docx", "xlsx"].contains(rest[rest.index(after: dot)...].lowercased())
    else { return false }
    let number = rest[..<dot].filter { $0 != "(" && $0 != ")" }
    return number.isEmpty || (number.first == " " && Int(number.dropFirst()) != nil)
  }
}

/// The text of a sheet that came back, from whatever it was filled in with.
package struct ReturnedText: Sendable {
  package let text: String
  /// What the person should know of how it was read; nil where nothing.
  package let remark: String?

  /// - Parameters:
  ///   - path: plain text in UTF-8, UTF-16 or code page 1252, a form for Word, or a workbook; `-` is
  ///     standard input.
  ///   - isPlain: whether it can be plain text only.
  /// - Throws: an `Outcome` where it cannot be read.
  package init(_ path: String, isPlain: Bool = false) throws {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .answers) }
    if !isPlain, ReturnedForm.isOne(bytes) {
      guard let text = ReturnedForm.text(
        bytes, heads: (AskingForm.answerHead, AskingForm.placeHead))
      else {
        throw Outcome.file(
          "“\(path)” is no form that can be read here. Save it as DOCX, XLSX or plain text and try again."
        )
      }
      (self.text, remark) = (text, nil)
    } else if let text = TextBytes.text(bytes) {
      (self.text, remark) = (text, nil)
    } else if let text = TextBytes.western(bytes) {
      self.text = text
      remark =
        "“\(Files.name(of: path))” is no UTF-8 text and was read as Windows-1252: look at letters such as “ä” in it."
    } else {
      throw Outcome.file(
        "“\(path)” is no text that can be read here. Save it as UTF-8 (in an editor: Save as, Encoding) and try again."
      )
    }
  }
}

/// The formats in which questions are handed out.
package enum SheetForm: String, CaseIterable, Sendable {
  case txt, docx, xlsx
}
