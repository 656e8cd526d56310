import PackCompiler

/// A pack of any size, made of the same words as a real one.
enum SyntheticSources {
  /// - Parameter questions: how many questions outside the table.
  static func make(questions: Int) -> SourceFiles {
    var files: [String: String] = [:]
    files["pack.yaml"] = """
      id: synthetic
      version: 1.0.0
      format: 1
      title: Synthetic
      journeys:
        - {id: draft, title: Draft, steps: [all]}
      documents:
        - {id: agreement, role: contract, title: Agreement}
      """
    files["authorities.yaml"] = """
      - {id: law, citation: Law, title: Law, kind: LAW, status: in force, asOf: 2026-01-01, source: none, confidence: high, says: Law.}
      """
    files["documents/agreement/1.md"] = """
      # Text {#text}

      ::: clause text.one
      authority: law

      {{q0}} and {{total}}.
      :::
      """
    var items = "step: all\ntitle: All\nitem:\n"
    for number in 0..<questions {
      items += """
          - linkId: q\(number)
            type: \(number % 3 == 2 ? "boolean" : "quantity")
            text: Question \(number)?
            shortText: question \(number)
            help: Help.
            why: Why.
            authority: [law]

        """
      if number % 3 != 2 { items += "    unit: [day, hour]\n" }
      if number > 5, number % 2 == 1 {
        items += "    enableWhen: q\(number - number % 3 - 1) is yes or q\(number % 3 == 0 ? 0 : 1) >= 3 day\n"
      }
    }
    items += """
        - linkId: rows
          type: table
          repeats: true
          text: Rows?
          shortText: rows
          help: Help.
          why: Why.
          authority: [law]
          item:
            - {linkId: label, type: string, text: Label, shortText: label}
            - {linkId: above, type: choice, rowsOf: [rows], text: Above, shortText: above}
            - {linkId: hours, type: quantity, unit: hour, text: Hours, shortText: hours}
            - {linkId: live, type: boolean, enableWhen: hours >= 3 hour, text: Live, shortText: live}
          calculated:
            - {id: clock, value: sum of hours along above}
      calculated:
        - {id: total, value: sum of rows.hours}
        - {id: busy, value: count of rows where live is yes}

      """
    files["all/1.yaml"] = items
    return SourceFiles(files.mapValues { Array($0.utf8) })
  }
}
