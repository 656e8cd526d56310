/// A program of others that made a file, for its manifest: `typst 0.15.0`.
package struct Converter: Hashable, Sendable, CustomStringConvertible {
  package var tool: Tool
  package var version: String

  package init(tool: Tool, version: String) {
    self.tool = tool
    self.version = version
  }

  package var description: String { "\(tool.rawValue) \(version)" }

  /// Why a file cannot be made again, a sentence without the full stop; nil where it can.
  ///
  /// - Parameters:
  ///   - made: what made it, as its manifest says. Manifests of old name programs that are no longer
  ///     needed.
  ///   - here: what makes such files now and here.
  package static func difference(made: String?, here: Converter?) -> String? {
    guard let made, made != here?.description else { return nil }
    let now = here.map { "here \($0.version)" } ?? "which art28 now does without"
    return "made with \(made), \(now)"
  }
}
