import Canvas
import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText

/// The rows of the dashboard, wrapped to a width.
struct DashboardRows {
  let width: Int

  /// - Parameter pictures: the matrix, which stands above the findings, and what stands below them.
  func overview(_ model: DashboardModel, _ pictures: [Picture]) -> [DashboardModel.Row] {
    var rows = text(model.verdict, .emphasis) + text(model.counts, .dim)
    rows += pictures.prefix(1).flatMap(drawn)
    rows.append(DashboardModel.Row(strip: StyledLine(), finding: nil))
    let title =
      model.entries.isEmpty ? "No check has failed." : "Findings, worst first"
    rows.append(DashboardModel.Row(strip: StyledLine(title, .heading), finding: nil))
    for (number, entry) in model.entries.enumerated() {
      let indent = entry.finding.impliedBy == nil ? "" : "  "
      let head = "\(indent)\(sign(entry.words.severity)) \(entry.words.severity.rawValue): "
      let words = DisplayText(head + entry.words.finding).clipped(to: width).text
      rows.append(DashboardModel.Row(strip: StyledLine(words), finding: number))
    }
    for picture in pictures.dropFirst() {
      rows.append(DashboardModel.Row(strip: StyledLine(), finding: nil))
      rows += text(picture.title, .heading) + drawn(picture).dropFirst()
    }
    return rows
  }

  /// A picture under an empty line.
  private func drawn(_ picture: Picture) -> [DashboardModel.Row] {
    let text = PictureText(
      width: width, measure: { CellWidth.of($0) },
      wrap: { text, width in wrap(text, width: max(1, width)).map(\.text) })
    return ([""] + text.lines(picture)).map {
      DashboardModel.Row(strip: StyledLine($0), finding: nil)
    }
  }

  private func text(_ text: String, _ style: Canvas.Style) -> [DashboardModel.Row] {
    StyledLine.wrapped(text, width: width, style: style)
      .map { DashboardModel.Row(strip: $0, finding: nil) }
  }

  private func sign(_ severity: Severity) -> String {
    switch severity {
    case .critical: "!"
    case .major: "*"
    case .minor: "-"
    case .note: "."
    }
  }

  func finding(_ entry: FindingEntry) -> [StyledLine] {
    let follow = entry.followUp
    let language = Language.british
    var rows = StyledLine.wrapped(
      "\(sign(entry.words.severity)) \(entry.words.severity.rawValue): \(entry.words.finding)",
      width: width, style: .emphasis)
    func part(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      rows += StyledLine.wrapped(
        [.init(text: "\(name): ", style: .heading), .init(text: text, style: .normal)],
        width: width, hangingIndent: 2)
    }
    part("Owner", follow.owner ?? "not named yet")
    part("Due", follow.due.map(language.date) ?? "not set yet")
    part("Status", follow.status.words + (follow.reason.map { ": \($0)" } ?? ""))
    part("Re-review", follow.reReview.map(language.date) ?? "not set yet")
    rows.append(StyledLine())
    part("What shows it", entry.evidence)
    part("Where", entry.place)
    part("Authority", entry.words.authority)
    part("Rule", entry.words.norm)
    part("Consequence", entry.words.consequence)
    part("What to do", entry.words.remedy)
    part("Look for", entry.words.look)
    part("Follows from", entry.finding.impliedBy ?? "")
    part("Id", entry.id)
    if entry.clause != nil {
      rows.append(StyledLine())
      rows += StyledLine.wrapped("Closed by \(entry.closing):", width: width, style: .heading)
      for line in entry.lines { rows += StyledLine.wrapped(line, width: width) }
    }
    return rows
  }
}
