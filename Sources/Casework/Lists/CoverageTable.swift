import PackModel

/// The inventory as tables for the project's documentation.
enum CoverageTable {
  static func places(_ item: CoverageItem) -> [(String, [String])] {
    [
      ("questions", item.questions), ("clauses", item.clauses), ("checks", item.checks),
      ("authorities", item.authorities),
    ].filter { !$0.1.isEmpty }
  }

  static func markdown(_ items: [CoverageItem], _ pack: Pack) -> String {
    var text = ""
    var from = ""
    for item in items {
      if item.from != from {
        from = item.from
        text += "\n## \(from.first.map { $0.uppercased() } ?? "")\(from.dropFirst())\n\n"
        text += "| id | what | where it stands | left out, or a remark |\n|---|---|---|---|\n"
      }
      let places = places(item).map { "\($0.0): \($0.1.joined(separator: ", "))" }
      text +=
        "| \(item.obligation ?? item.id) | \(cell(item.says)) | \(cell(places.joined(separator: "; "))) "
        + "| \(cell(item.reason ?? "")) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
