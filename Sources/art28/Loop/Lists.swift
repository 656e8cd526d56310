import Casework
import Matters
import PackModel
import PlainText
import Screens

/// Lists from elsewhere that are to become rows of a table.
extension EffectRunner {
  func readTable(_ source: TableSource, for table: Int) -> Message {
    do {
      switch source {
      case .text(let text):
        return .tableRead(
          TableRead(name: "", grids: try Listing.grids(in: text), table: table))
      case .file(let path):
        let path = Self.meant(path, beside: session?.file.path)
        return .tableRead(
          TableRead(name: Files.name(of: path), grids: try Listing.grids(of: path), table: table))
      }
    } catch let outcome as Outcome {
      return .noted(Notice(outcome.lines.joined(separator: " "), .error))
    } catch {
      return .noted(Notice("\(error)", .error))
    }
  }

  /// A path as people type it, or as a file that is dragged into a terminal writes it.
  static func meant(_ words: String, beside matter: String?) -> String {
    var path = String(words.trimmed)
    for quote in ["\"", "'"] where path.count > 2 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    path = path.replacing("\\ ", with: " ")
    if path.hasPrefix("~/") { path = Person.home + path.dropFirst() }
    guard !path.hasPrefix("/"), !Files.exists(path), let matter else { return Files.absolute(path) }
    let beside = "\(Files.folder(of: matter))/\(path)"
    return Files.exists(beside) ? beside : Files.absolute(path)
  }
}
