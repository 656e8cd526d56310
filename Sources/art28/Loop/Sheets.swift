import Casework
import Screens

/// Sheets for colleagues, which lie beside the matter.
extension EffectRunner {
  func writeSheet(_ text: String) -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    let sheets = SheetFiles(of: session)
    do throws(Output.Fault) {
      let (name, isBeside) = try sheets.write(text)
      return .noted(
        Notice(
          isBeside
            ? "Written: “\(name)”, beside the matter; “\(sheets.name)” was filled in or changed and stays. When one comes back, r takes it."
            : "Written: “\(name)”, beside the matter. When it comes back, r takes it."))
    } catch {
      return .noted(Notice("The sheet was not written: \(error.message)", .error))
    }
  }

  func readSheet() -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    let sheets = SheetFiles(of: session)
    do {
      guard let (sheet, name) = try sheets.read() else {
        return .noted(
          Notice(
            "Put the sheet that came back beside the matter, as “\(sheets.name)”, or as DOCX or XLSX of that name.",
            .error))
      }
      return .sheet(sheet.text, name, remark: sheet.remark)
    } catch let outcome as Outcome {
      return .noted(Notice(outcome.lines.joined(separator: " "), .error))
    } catch {
      return .noted(Notice("\(error)", .error))
    }
  }
}
