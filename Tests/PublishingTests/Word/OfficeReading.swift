import Compression
import Foundation
import Testing

@testable import Publishing

/// What LibreOffice makes of files for Word. It is asked where it is installed; nothing requires it.
struct OfficeReading {
  static let isHere = Tools.path("soffice") != nil

  /// The files in another format, by name; all of them in one start of the program.
  static func converted(
    _ files: [String: ZipArchive], to format: String, ending: String
  ) async throws -> [String: [UInt8]] {
    let folder = "\(NSTemporaryDirectory())/art28-office-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, archive) in files {
      try Data(archive.bytes()).write(to: URL(filePath: "\(folder)/\(name).docx"))
    }
    _ = try await Tools.output(
      of: "soffice",
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format,
        "--outdir", folder,
      ] + files.keys.sorted().map { "\(folder)/\($0).docx" })
    var found: [String: [UInt8]] = [:]
    for name in files.keys {
      found[name] = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name).\(ending)")))
    }
    return found
  }

  /// The words of a text, with the numbers that LibreOffice counts.
  static func text(_ bytes: [UInt8]) -> [Substring] {
    ExpectedWords.words([
      String(decoding: bytes, as: UTF8.self).replacing("\u{feff}", with: "")
        .replacing("\u{ad}", with: "")
    ])
  }

  // MARK: A flat ODF file

  private(set) var words: [Substring] = []
  /// Who wrote each comment, and its lines.
  private(set) var comments: [[String]] = []
  /// How many changes are tracked, and by whom.
  private(set) var changes = 0
  private(set) var authors: Set<String> = []

  private var text = ""
  private var kinds: [String: String] = [:]
  private var open: [String] = []
  private let choice: WordReading.Choice

  /// - Parameter choice: what is done with the tracked changes.
  init(_ fodt: [UInt8], _ choice: WordReading.Choice = .accept) throws {
    self.choice = choice
    let body = try #require(try WordNode.root(of: fodt).child("office:body", "office:text"))
    read(body)
    words = ExpectedWords.words([text.replacing("\u{ad}", with: "")])
  }

  private var isGone: Bool { open.contains(choice == .accept ? "text:deletion" : "text:insertion") }

  private mutating func read(_ node: WordNode) {
    switch node.name {
    case "text:tracked-changes":
      for region in node.children {
        guard let change = region.children.first(where: { !$0.name.isEmpty }) else { continue }
        kinds[region.attributes["text:id"] ?? ""] = change.name
        changes += 1
        authors.insert(change.child("office:change-info", "dc:creator")?.text ?? "")
      }
    case "text:change-start": open.append(kinds[node.attributes["text:change-id"] ?? ""] ?? "")
    case "text:change-end":
      let kind = kinds[node.attributes["text:change-id"] ?? ""] ?? ""
      if let at = open.lastIndex(of: kind) { open.remove(at: at) }
    case "office:annotation":
      comments.append(
        [node.child("dc:creator")?.text ?? ""]
          + node.children.filter { $0.name == "text:p" }.map(Self.plain))
    // A number that is computed: in a redline it counts what went as well.
    case "text:bookmark-ref", "text:sequence-decls": return
    case "": if !isGone { text += node.text }
    default:
      for child in node.children { read(child) }
      if ["text:p", "text:h", "text:tab", "text:line-break", "text:s"].contains(node.name) {
        text += " "
      }
    }
  }

  private static func plain(_ node: WordNode) -> String {
    node.children.map { $0.name.isEmpty ? $0.text : plain($0) }.joined()
  }
}
