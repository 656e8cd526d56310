import Canvas
import Interview
import PackModel

/// The field in focus and what is typed in it, its error and what it is offered.
package struct Editor: Sendable {
  package private(set) var field = Field.none
  /// Under the field: why what stands in it is no answer.
  package private(set) var error: String?
  /// Whether Enter has shown the error already, so that the next one moves on.
  private(set) var errorWasShown = false
  /// Whether what stands in the field is kept already: another screen is in front.
  private(set) var isLeft = false
  /// What was in the field when it was opened.
  private var wordsAtStart = ""
  /// What to pick from, as far as it goes with what is typed.
  package private(set) var offers: [Offer] = []
  /// The one in hand, by number.
  private(set) var offer: Int?

  /// Whether typing went into the field.
  enum Typing: Equatable {
    /// `said` is what was left out of it, in words; `laysOut` whether rows lie otherwise now.
    case typed(said: String?, laysOut: Bool)
    /// Undo or redo with nothing in the field to undo: it is of the matter.
    case ofMatter
    case nothing
  }

  init() {}

  /// The field of a slot with what is kept of it; of a page that has none, no field.
  init(_ slot: Slot?, _ file: OpenMatter) {
    guard let slot else { return }
    field = Field(slot, file)
    wordsAtStart = field.words(slot, file)
  }

  /// Whether something was typed that is kept nowhere yet.
  func isChanged(_ slot: Slot, _ file: OpenMatter) -> Bool {
    !isLeft && field.words(slot, file) != wordsAtStart
  }

  /// Whether other words stand in the field than those that it was opened with.
  func hasOtherWords(_ words: String) -> Bool { words != wordsAtStart }

  /// What stands there is kept elsewhere; from now on it counts as what was there.
  mutating func isKept(as words: String) { wordsAtStart = words }

  /// What stands there is kept, and another screen comes in front.
  mutating func leave() { isLeft = true }

  // MARK: Typing

  mutating func type(_ message: TextMessage) -> Typing {
    if isOfMatter(message) { return .ofMatter }
    var said: String?
    var laysOut = false
    // The field is taken out while it changes, or its text would be copied with each key.
    switch field {
    case .line(var line):
      field = .none
      said = line.update(message)
      field = .line(line)
    case .area(var area):
      field = .none
      said = area.update(message)
      field = .area(area)
    case .choice(var choice):
      field = .none
      said = choice.update(message)
      laysOut = choice.filter != nil
      field = .choice(choice)
    case .none: return .nothing
    }
    offer = nil
    return .typed(said: said, laysOut: laysOut)
  }

  private func isOfMatter(_ message: TextMessage) -> Bool {
    guard message == .undo || message == .redo else { return false }
    let isUndo = message == .undo
    return switch field {
    case .line(let line): isUndo ? !line.buffer.canUndo : !line.buffer.canRedo
    case .area(let area): isUndo ? !area.buffer.canUndo : !area.buffer.canRedo
    case .choice(let choice): !choice.canTakeBack(message)
    case .none: true
    }
  }

  /// Puts words in the place of what stands in the field.
  ///
  /// - Returns: whether the field takes any.
  /// - Throws: why they are no answer, where the field can't hold them as they are.
  mutating func put(_ words: String, _ slot: Slot, _ file: OpenMatter) throws(AnswerError) -> Bool {
    switch field {
    case .line(var line):
      _ = line.update(.replaced(words))
      field = .line(line)
    case .area(var area):
      _ = area.update(.replaced(words))
      field = .area(area)
    case .choice(var choice):
      errorWasShown = false
      do throws(AnswerError) {
        choice.put(
          try file.evaluation.read(words, for: slot.question, row: file.rowNumber(slot)))
      } catch {
        self.error = error.message
        throw error
      }
      field = .choice(choice)
      error = nil
    case .none: return false
    }
    errorWasShown = false
    return true
  }

  /// Puts a value in the place of what stands in the field, with its unit.
  mutating func put(_ value: Value, _ slot: Slot, _ file: OpenMatter) throws(AnswerError) -> Bool {
    if case .line(var line) = field, case .quantity(let quantity) = value,
      let unit = file.pack.questions[slot.question].units.firstIndex(of: quantity.unit)
    {
      line.unit = unit
      _ = line.update(.replaced(file.language.amount(quantity)))
      field = .line(line)
      return true
    }
    return try put(Evaluation.written(value), slot, file)
  }

  /// Changes a choice; says whether the field is one.
  mutating func change(_ body: (inout ChoiceField) -> Void) -> Bool {
    guard case .choice(var choice) = field else { return false }
    field = .none
    body(&choice)
    field = .choice(choice)
    errorWasShown = false
    return true
  }

  /// What ticks and picks, by the message for it; nil for any other, and false where there is no choice.
  mutating func choose(_ message: InterviewMessage) -> Bool? {
    switch message {
    case .pick(let number):
      change { choice in
        guard choice.choices.indices.contains(number) else { return }
        choice.point(at: number)
        choice.toggle()
      }
    case .toggle: change { $0.toggle() }
    case .toggleAll: change { $0.toggleAll() }
    case .invert: change { $0.invert() }
    case .chooseNone: change { $0.chooseNone() }
    default: nil
    }
  }

  /// What the words of a search have found.
  enum Found: Equatable {
    /// It can't be taken, and why.
    case refused(String)
    /// Checks are ticked, and the whole list is there again.
    case ticked(String)
    /// A choice takes it and goes on.
    case chosen
  }

  /// - Returns: nil where the field is no choice.
  mutating func takeFound() -> Found? {
    guard case .choice(let choice) = field else { return nil }
    guard let number = choice.current else {
      return .refused("No option has these words. Esc shows all again; Tab goes on.")
    }
    let option = choice.choices[number]
    if let refused = option.refused { return .refused("\(option.label): \(refused).") }
    guard choice.isMany else { return .chosen }
    let verb = choice.marks.contains(number) ? "No longer ticked" : "Ticked"
    _ = change { $0.toggle() }
    return .ticked("\(verb): \(option.label)")
  }

  /// Enter on an option chooses it, where one only can be.
  mutating func chooseInHand() {
    guard case .choice(let choice) = field, choice.cursor != nil, !choice.isMany, !choice.isOnOther
    else { return }
    let shown = errorWasShown
    _ = change { $0.toggle() }
    errorWasShown = shown
  }

  /// Another unit or currency.
  ///
  /// - Returns: the text that names its own instead; nil where a unit was turned or there is none.
  mutating func turnUnit() -> (isTurned: Bool, ownText: String?) {
    guard case .line(var line) = field, line.units.count > 1 else { return (false, nil) }
    guard line.taken != nil else { return (false, line.text) }
    line.unit = (line.unit + 1) % line.units.count
    field = .line(line)
    errorWasShown = false
    return (true, nil)
  }

  // MARK: Acts

  /// Of acts that the matter has refused those that still hold: nothing else was typed here since.
  func outstanding(
    _ acts: [Act], _ slot: Slot, _ file: OpenMatter, today: CalendarDate
  ) -> [Act] {
    acts.filter { act in
      guard let value = act.value(at: file.key(slot)) else { return true }
      switch field.reading(slot, file, today: today) {
      case .value(let now), .below(let now, _): return now == value
      case .empty, .refused: return false
      }
    }
  }

  // MARK: Offers

  mutating func moveInOffers(_ scroll: ScrollMessage) {
    offer =
      scroll == .up
      ? offer.flatMap { $0 > 0 ? $0 - 1 : nil } : min(offers.count - 1, (offer ?? -1) + 1)
  }

  /// The words of the offer in hand, which is in hand no more.
  mutating func takeOffer() -> String? {
    guard let number = offer, offers.indices.contains(number) else { return nil }
    let words = offers[number].text
    (offer, offers) = (nil, [])
    return words
  }

  /// Says whether one was in hand.
  mutating func closeOffer() -> Bool {
    defer { offer = nil }
    return offer != nil
  }

  // MARK: Errors

  /// What stands in the field is no answer, and is kept as text.
  ///
  /// - Returns: whether the person stays with it: the error is shown once before Enter moves on.
  mutating func refuse(_ message: String, _ words: String, _ next: Next) -> Bool {
    error = message
    guard next == .stay || (next == .forward && !errorWasShown && words != wordsAtStart) else {
      return false
    }
    errorWasShown = true
    return true
  }

  /// On a pause: what the field's content comes to, and what it is offered.
  mutating func settle(
    _ slot: Slot, _ file: OpenMatter, _ profile: Profile, today: CalendarDate
  ) -> FieldReading {
    let reading = field.reading(slot, file, today: today)
    switch reading {
    case .refused(let refusal), .below(_, let refusal): error = refusal.message
    case .empty, .value: error = nil
    }
    offers = Offers(file, slot).fitting(field, profile)
    return reading
  }

  /// What a pause has brought for the same text: its error, and what it is offered.
  mutating func take(_ settled: Editor) {
    error = settled.error
    offers = settled.offers
  }

  /// On a pause while something else than the field has the keys.
  mutating func settleAside() { if !errorWasShown { error = nil } }

  // MARK: Looks

  /// Fits the field into the window.
  mutating func fit(lineWidth: Int, area size: Size) {
    switch field {
    case .line(var line):
      line.width = lineWidth
      field = .line(line)
    case .area(var area):
      area.resize(size)
      field = .area(area)
    case .choice, .none: break
    }
  }
}
