import Foundation
import Interview
import Matters
import Testing

/// Expects a `MatterError` of this kind, and prose that says it.
func expect<T>(
  _ kind: MatterError.Kind, kept: MatterError.Kept = .untouched,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> T
) {
  do {
    _ = try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch let error as MatterError {
    #expect(error.kind == kind, sourceLocation: sourceLocation)
    #expect(error.kept == kept, sourceLocation: sourceLocation)
    #expect(error.message.hasSuffix("."), sourceLocation: sourceLocation)
    #expect(!error.message.contains("\n"), sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

extension Folder {
  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

  func move(_ name: String, to other: String) throws {
    if FileManager.default.fileExists(atPath: file(other)) { try remove(other) }
    try FileManager.default.moveItem(atPath: file(name), toPath: file(other))
  }
}

extension [UInt8] {
  /// Whether these words stand somewhere in it.
  func contains(_ words: String) -> Bool {
    Data(self).range(of: Data(words.utf8)) != nil
  }
}
