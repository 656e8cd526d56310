import PackModel

/// One place where an answer is wanted, as lists and reports show it.
package struct AnswerItem: Hashable, Sendable {
  package let question: Int
  package let key: AnswerKey
  package let state: AnswerState
  /// "controller: legal name", "sub-processor 2: place".
  package let name: String
  package let note: String?
}

extension Evaluation {
  /// Every place that the matter's journey asks now, in the pack's order, cells of tables included; on
  /// the short way also what somebody has said beyond it.
  package func allAnswers() -> [AnswerItem] { allAnswers { _ in true } }

  func allAnswers(where fits: (Route.Place) -> Bool) -> [AnswerItem] {
    let asked = isShort ? Set(places(onlyShort: true)) : []
    return places(onlyShort: false).filter {
      fits($0) && (!isShort || $0.state != .open || asked.contains($0))
    }.map { item($0) }
  }

  /// Those that are open, unknown, parked, in conflict or not applicable.
  package func openAnswers() -> [AnswerItem] { allAnswers().filter { $0.state != .answered } }

  /// What is open, counted once for every screen, document and list.
  package func openTally() -> OpenTally { OpenTally(places(onlyShort: isShort), pack) }

  /// How many answers the way beside the short one would ask for, that nobody has given.
  package func openBeyondTheShortWay() -> Int {
    guard isShort else { return 0 }
    return places(onlyShort: false).count(where: \.isOpen)
      - places(onlyShort: true).count(where: \.isOpen)
  }

  private var isShort: Bool { journey.map { pack.journeys[$0].onlyShort } ?? false }

  private func places(onlyShort: Bool) -> [Route.Place] {
    let steps = journey.map { evaluator().steps(of: $0) }
    return RoutePlan(self).steps(steps, onlyShort: onlyShort)
      .flatMap { $0.items.flatMap(\.places) }
  }

  private func item(_ place: Route.Place) -> AnswerItem {
    let key = key(place.question, row: place.row)
    var note = sheet.remark(key)
    if case .notApplicable(let reason)? = sheet[key] { note = note ?? reason }
    return AnswerItem(
      question: place.question, key: key, state: place.state, name: name(of: key), note: note)
  }
}

/// How much is open: answers that the journey asks for now and that are not there, not known yet, left
/// for counsel, or no longer fitting the others.
package struct OpenTally: Hashable, Sendable {
  package let missing: Int
  package let unknown: Int
  package let parked: Int
  package let conflicting: Int
  /// How many of them the final copy needs.
  package let needed: Int
  /// How many are there already.
  package let answered: Int

  package init(_ places: [Route.Place], _ pack: Pack) {
    missing = places.count { $0.state == .open }
    unknown = places.count { $0.state == .unknown }
    parked = places.count { $0.state == .parked }
    conflicting = places.count { $0.state == .conflict }
    needed = places.count { $0.isOpen && pack.questions[$0.question].required }
    answered = places.count { !$0.isOpen }
  }

  package var all: Int { missing + unknown + parked + conflicting }

  /// "91 answers open (12 needed)": those that the final copy needs are told apart.
  package var short: String {
    guard all > 0 else { return "nothing open" }
    let head = all == 1 ? "1 answer open" : "\(all) answers open"
    return needed == 0 ? head : "\(head) (\(needed) needed)"
  }

  /// "91 answers open (12 needed): 88 not given, 3 unknown"
  package var words: String {
    guard all > 0 else { return short }
    let parts = [
      (missing, "not given"), (unknown, "unknown"), (parked, "for counsel"),
      (conflicting, "no longer fitting"),
    ].filter { $0.0 > 0 }
    let kinds = parts.count == 1 ? parts.map(\.1) : parts.map { "\($0.0) \($0.1)" }
    return "\(short): \(kinds.joined(separator: ", "))"
  }
}
