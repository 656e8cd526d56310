import Documents
import Findings
import Interview
import PackModel

/// What a draft is told beside the answers.
package struct DraftSettings: Sendable {
  package var language: Language
  package var paper: Document.Paper
  package var standing: Document.Standing
  /// The matter's name, for reports.
  package var matter: String

  package init(
    language: Language = .british, paper: Document.Paper = .a4,
    standing: Document.Standing = .draft, matter: String = ""
  ) {
    self.language = language
    self.paper = paper
    self.standing = standing
    self.matter = matter
  }
}
