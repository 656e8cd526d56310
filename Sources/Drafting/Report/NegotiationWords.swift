import Documents
import Findings
import Interview
import PackModel

/// A term of the playbook in words, for help, reports and the command line.
package struct NegotiationWords: Hashable, Sendable {
  package let title: String
  package let answer: String
  package let position: String
  package let preferred: String
  package let acceptable: String
  package let walkAway: String
  package let fallback: String
  package let because: String
  package let authority: String

  package init(
    _ term: Negotiation, _ evaluation: Evaluation, asOf: CalendarDate,
    _ settings: DraftSettings = DraftSettings()
  ) {
    let pack = evaluation.pack
    let runs = RunDrafter.speaking(
      evaluation, asOf, settings, document: pack.document(.contract) ?? 0)
    title = pack.questions[term.question].shortText
    if case .value(let value)? = evaluation.sheet[evaluation.key(term.question)] {
      answer = evaluation.shown(value, of: term.question, in: settings.language)
    } else {
      answer = "open"
    }
    position =
      switch term.position {
      case .preferred: "preferred"
      case .acceptable: "acceptable"
      case .walkAway: "walk away"
      case nil: term.isOpen ? "open" : "between acceptable and walk away"
      }
    preferred = term.side.bound(.preferred)?.says ?? ""
    acceptable = term.side.bound(.acceptable)?.says ?? ""
    walkAway = term.side.bound(.walkAway)?.says ?? ""
    fallback = runs.inlines(term.side.fallback, Whereabouts()).text
    because = term.side.because
    authority = pack.citations(term.authority)
  }
}
