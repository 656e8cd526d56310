import Canvas

/// Files that are there already and are not as the program wrote them last, and what is to become of
/// each new one.
package struct HeldFiles: Hashable, Sendable {
  package enum Choice: Hashable, Sendable, CaseIterable {
    case rename, replace, leave

    var key: Character {
      switch self {
      case .rename: "n"
      case .replace: "o"
      case .leave: "l"
      }
    }

    var forAll: String {
      switch self {
      case .rename: "A new name for each"
      case .replace: "Overwrite all that may be"
      case .leave: "Leave all as they are"
      }
    }
  }

  let files: [HeldFile]
  private(set) var choices: [Choice]

  init(_ files: [HeldFile]) {
    self.files = files
    choices = files.map { _ in .rename }
  }

  /// The next choice for one file.
  mutating func turn(_ number: Int) {
    let all = allowed(number)
    let at = all.firstIndex(of: choices[number]) ?? 0
    choices[number] = all[(at + 1) % all.count]
  }

  /// The same for all; what may not be replaced keeps its choice.
  mutating func choose(_ choice: Choice) {
    for number in files.indices where allowed(number).contains(choice) { choices[number] = choice }
  }

  private func allowed(_ number: Int) -> [Choice] {
    files[number].mayGiveWay ? Choice.allCases : [.rename, .leave]
  }

  /// How those go that are written.
  var placing: [String: Placing] {
    var placing: [String: Placing] = [:]
    for (file, choice) in zip(files, choices) {
      switch choice {
      case .rename: placing[file.name] = .renamed(file.newName)
      case .replace: placing[file.name] = .replaced
      case .leave: break
      }
    }
    return placing
  }

  /// Names of those that stay as they are.
  var left: [String] { zip(files, choices).filter { $0.1 == .leave }.map(\.0.name) }

  // MARK: Looks

  func rows(width: Int) -> [StyledLine] {
    StyledLine.wrapped(
      "\(counted(files.count, "file")) not written yet, so that nothing of yours is lost. What shall become of the new ones? n: a new name for each. o: overwrite. l: leave all as they are.",
      width: width) + [StyledLine()]
  }

  var choiceRows: [StyledLine] { files.indices.map { StyledLine("  " + line($0)) } }

  /// Why a file is asked about.
  func reason(for number: Int, width: Int) -> [StyledLine] {
    [StyledLine()]
      + StyledLine.wrapped(says(number), width: width, style: .warning, sign: "*")
  }

  /// Everything about each file, for the linear view.
  var lines: [String] { files.indices.map { "\(line($0)). \(says($0))" } }

  private func says(_ number: Int) -> String { "“\(files[number].name)” \(files[number].says)" }

  private func line(_ number: Int) -> String {
    let words =
      switch choices[number] {
      case .rename: "new name: “\(files[number].newName)”"
      case .replace: "overwrite it"
      case .leave: "leave it"
      }
    return "\(number + 1) \(files[number].name) - \(words)"
  }
}
