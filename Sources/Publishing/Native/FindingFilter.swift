import Documents
import PlainText

/// The choice of which findings a page shows, by grade and by owner: buttons and a style, no script.
/// A browser that does not know the style shows all.
struct FindingFilter {
  private let wording: Wording
  private let grades: [String]
  private let owners: [String]
  private var isShown = false

  /// What there is to choose from stands in the document, in its order.
  init(_ document: Document, _ wording: Wording) {
    self.wording = wording
    var (grades, owners): ([String], [String]) = ([], [])
    for case .paragraph(let paragraph) in document.blocks {
      guard let mark = paragraph.finding else { continue }
      if !grades.contains(mark.grade) { grades.append(mark.grade) }
      if !owners.contains(mark.owner) { owners.append(mark.owner) }
    }
    // One of a kind is no choice, and more owners than these are no help.
    self.grades = grades.count > 1 ? grades : []
    self.owners = (2...12).contains(owners.count) ? owners : []
  }

  /// The classes of a finding that the style knows it by.
  func classes(of mark: FindingMark) -> String {
    let grade = grades.firstIndex(of: mark.grade).map { "grade-\($0 + 1)" }
    let owner = owners.firstIndex(of: mark.owner).map { "owner-\($0 + 1)" }
    return ["finding", grade, owner].compactMap { $0 }.joined(separator: " ")
  }

  /// The rules: what is not chosen is out, on a screen.
  var css: String {
    let rules = [("grade", grades.count), ("owner", owners.count)].flatMap { name, count in
      (0..<count).map { at in
        let chosen = "\(name)-\(at + 1)"
        return "body:has(#show-\(chosen):checked) .finding:not(.\(chosen)) { display: none; }"
      }
    }
    return rules.isEmpty ? "" : "@media screen {\n\(rules.joined(separator: "\n"))\n}\n"
  }

  /// The buttons, before the first finding.
  mutating func take() -> String {
    guard !isShown else { return "" }
    isShown = true
    guard !grades.isEmpty || !owners.isEmpty else { return "" }
    return "<div class=\"filter\" role=\"group\" aria-label=\"\(wording.filter)\">\n"
      + buttons("grade", wording.grade, grades) + buttons("owner", wording.owner, owners)
      + "<p>\(wording.filterNote)</p>\n</div>\n"
  }

  private func buttons(_ name: String, _ legend: String, _ words: [String]) -> String {
    guard !words.isEmpty else { return "" }
    var html = "<fieldset>\n<legend>\(legend)</legend>\n"
    html += button(name, "\(name)-all", wording.all, isChosen: true)
    for (at, word) in words.enumerated() {
      html += button(name, "\(name)-\(at + 1)", word, isChosen: false)
    }
    return html + "</fieldset>\n"
  }

  private func button(_ name: String, _ id: String, _ words: String, isChosen: Bool) -> String {
    let chosen = isChosen ? " checked=\"checked\"" : ""
    return "<label><input type=\"radio\" name=\"show-\(name)\" id=\"show-\(id)\"\(chosen)/> "
      + "\(HTMLText.escaped(Sanitiser.documentLine.clean(words)))</label>\n"
  }
}
