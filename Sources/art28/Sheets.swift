import Matters
import Screens

/// Sheets for colleagues. Those of a matter lie beside it: “NAME questions.txt”, “NAME questions 2.txt”.
extension EffectRunner {
  private static func sheet(of matter: String) -> String {
    "\(Files.folder(of: matter))/\(MatterSession.title(of: matter)) questions.txt"
  }

  /// Writes a sheet, over the last one only where nobody has written into that.
  func writeSheet(_ text: String) -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    let path = EffectRunner.sheet(of: session.file.path)
    var output = Output(of: session)
    do throws(Output.Fault) {
      try output.write(Array(text.utf8), to: path)
      return .noted(
        Notice(
          "Written: “\(Files.name(of: path))”, beside the matter. When it comes back, r takes it."))
    } catch {
      guard case .held = error else {
        return .noted(Notice("The sheet was not written: \(error.message)", .error))
      }
    }
    let name = Output.freeName(beside: path)
    output.placing = [Files.name(of: path): .renamed(name)]
    do throws(Output.Fault) {
      try output.write(Array(text.utf8), to: path)
      return .noted(
        Notice(
          "Written: “\(name)”, beside the matter; “\(Files.name(of: path))” was filled in or changed and stays. When one comes back, r takes it."
        ))
    } catch {
      return .noted(Notice("The sheet was not written: \(error.message)", .error))
    }
  }

  /// Reads the sheet that came back last: of those that somebody has written into, else of all.
  func readSheet() -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    let first = EffectRunner.sheet(of: session.file.path)
    let folder = Files.folder(of: first)
    let stem = Files.name(of: first).dropLast(".txt".count)
    let sheets = Files.names(in: folder)
      .filter { $0.hasPrefix(stem) && $0.hasSuffix(".txt") && isNumber($0.dropFirst(stem.count)) }
      .map { "\(folder)/\($0)" }
    let output = Output(of: session)
    let filled = sheets.filter { !output.isItsOwn($0) }
    guard
      let path = (filled.isEmpty ? sheets : filled).max(by: {
        Files.changed($0) < Files.changed($1)
      })
    else {
      return .noted(
        Notice(
          "Put the sheet that came back beside the matter, as “\(Files.name(of: first))”.", .error))
    }
    do {
      return .sheet(try Files.text(path, as: .answers), Files.name(of: path))
    } catch let outcome as Outcome {
      return .noted(Notice(outcome.lines.joined(separator: " "), .error))
    } catch {
      return .noted(Notice("\(error)", .error))
    }
  }

  /// What stands between “NAME questions” and the end: “.txt”, “ 2.txt”.
  private func isNumber(_ rest: Substring) -> Bool {
    let number = rest.dropLast(".txt".count)
    return number.isEmpty || (number.first == " " && Int(number.dropFirst()) != nil)
  }
}
