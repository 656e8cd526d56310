import Documents
import Drafting
import Findings
import Interview
import PackModel
import Publishing

/// What changed in the contract between two matters, or two moments of one: a redline.
package struct Comparison {
  private let after: Moment
  private let redline: Document
  private let imprint: Imprint
  private let changes: ChangeList
  /// What a file of it is made of.
  package let source: String

  /// - Throws: an `Outcome` where the questionnaire of either has no contract.
  package init(from before: Moment, to after: Moment) throws {
    self.after = after
    redline = .redline(from: try before.contract(), to: try after.contract())
    changes = ChangeList(redline)
    source = "\(before.path) \(after.path)"
    let settings = DraftSettings(of: after.evaluation.sheet)
    var imprint = Imprint(
      date: after.day,
      confidentiality: settings.confidentiality.isEmpty ? nil : settings.confidentiality,
      footnote: "Redline: \(before.title), entry \(before.last.number) – "
        + "\(after.title), entry \(after.last.number)")
    imprint.revised = Imprint.Revised(by: after.last.by, when: after.last.when)
    self.imprint = imprint
  }

  /// Plain text: words that went stand in [-…-], words that came in {+…+}.
  package var text: String { changes.text }
  /// The same under the headings of the contract.
  package var markdown: String { changes.markdown }

  /// A file for Word whose tracked changes are accepted or rejected one by one.
  ///
  /// - Throws: an `Outcome` where it cannot be made.
  package func docx(tools: ToolPaths) async throws -> [UInt8] {
    do throws(PublishError) {
      return try await Publisher(tools: tools, imprint: imprint).publish(redline, as: .docx).bytes
    } catch {
      throw Outcome.found("\(error)")
    }
  }
}

extension Moment {
  /// The contract as it was then.
  fileprivate func contract() throws -> Document {
    let findings = examine(evaluation, asOf: day)
    let settings = DraftSettings(of: evaluation.sheet, matter: title)
    guard let document = draft(.contract, evaluation, findings, settings) else {
      throw Outcome.found("The questionnaire of “\(title)” has no agreement.")
    }
    return document
  }
}
