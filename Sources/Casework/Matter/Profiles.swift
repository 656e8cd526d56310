import Glibc
import Interview
import PackCompiler
import PackModel
import PlainText

/// What a firm answers in all its matters: files of answers in the person's own folder, one a name, that
/// can be read and edited.
package struct Profiles {
  private let folder: String

  package init(at place: Workplace) { folder = "\(place.folders.configuration)/profiles" }

  /// By their names.
  package var names: [String] {
    Files.names(in: folder).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(".yaml".count)) }.sorted()
  }

  /// What is proposed unless another is named: the one that was saved last.
  package var newest: HouseAnswers? {
    names.compactMap { try? read($0) }.max { a, b in
      (a.saved?.ordinal ?? 0, b.name) < (b.saved?.ordinal ?? 0, a.name)
    }
  }

  /// - Throws: an `Outcome` where there is none of that name, or its file is none of answers.
  package func read(_ name: String) throws -> HouseAnswers {
    guard names.contains(name) else {
      throw Outcome.usage(
        names.isEmpty
          ? "There is no profile yet: art28 profile save NAME MATTER makes one."
          : "There is no profile “\(name)”. Profiles: \(names.joined(separator: ", ")).")
    }
    let path = path(name)
    let text = String(
      decoding: try Files.outcome { () throws(FileError) in try Files.read(path, as: .own) },
      as: UTF8.self)
    switch AnswersFile.read(text, file: path) {
    case .failure(let failure): throw Outcome(failure)
    case .success(let file):
      let day = file.assignments.first { $0.path == Self.savedKey }?.said
      let saved: CalendarDate? =
        if case .words(let words)? = day { CalendarDate(iso: words) } else { nil }
      return HouseAnswers(
        name: name, saved: saved,
        assignments: file.assignments.filter { $0.path != Self.savedKey })
    }
  }

  /// Writes it so that only the person reads it; one of that name gives way.
  ///
  /// - Throws: an `Outcome` for what is no name of a file, and where it cannot be written.
  package func save(_ house: HouseAnswers) throws {
    let isName =
      !house.name.isEmpty && house.name.count <= 60
      && house.name.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
    guard isName else {
      throw Outcome.usage("A profile's name has letters, digits, spaces and hyphens only.")
    }
    let lines = house.assignments.map { "\(Self.quoted($0.path)): \(Self.written($0.said))\n" }
    let day = house.saved.map { "\(Self.savedKey): \($0.iso)\n" } ?? ""
    let text =
      "# What is mostly answered alike, for art28 to propose in the next matter. It may be edited.\n"
      + day + lines.joined()
    try Files.outcome { () throws(FileError) in
      try Files.makeFolder(folder)
      try Files.write(Array(text.utf8), to: path(house.name))
    }
    chmod(path(house.name), 0o600)
  }

  package func remove(_ name: String) throws {
    _ = try read(name)
    guard unlink(path(name)) == 0 else {
      throw Outcome.file(
        "The profile “\(name)” could not be removed: \(String(cString: strerror(errno))).")
    }
  }

  private static let savedKey = "profile-saved"

  private func path(_ name: String) -> String { "\(folder)/\(name).yaml" }

  private static func written(_ said: Assignment.Said) -> String {
    switch said {
    case .words(let words): quoted(words)
    case .list(let list): "[\(list.map(quoted).joined(separator: ", "))]"
    default: "null"
    }
  }

  /// As YAML and JSON write it between quotation marks; plain where nothing in it means something else.
  private static func quoted(_ words: String) -> String {
    let isPlain =
      words.first?.isLetter == true
      && words.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
      }
      && !["yes", "no", "null", "true", "false", "on", "off", "y", "n"].contains(words)
    guard !isPlain else { return words }
    let escaped = words.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\t": "\\t"
      default: scalar.value < 32 ? " " : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
