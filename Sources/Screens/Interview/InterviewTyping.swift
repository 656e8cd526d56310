import Canvas
import Interview
import PackModel

/// What is typed, ticked and picked.
extension InterviewModel {
  mutating func typing(_ message: TextMessage, _ shared: inout Shared) -> Response {
    var said: String?
    var laysOut = false
    switch field {
    case .line(var line):
      if case .pasted(let text) = message, let file = shared.file,
        let spread = SpreadText(text, over: Array(page.slots.dropFirst(focus)), file)
      {
        mode = .spreading(spread)
        return Response([]).layingOut()
      }
      field = .none
      if (message == .undo && !line.buffer.canUndo) || (message == .redo && !line.buffer.canRedo) {
        field = .line(line)
        return shared.undo(message == .undo)
      }
      said = line.update(message)
      field = .line(line)
    case .area(var area):
      field = .none
      if (message == .undo && !area.buffer.canUndo) || (message == .redo && !area.buffer.canRedo) {
        field = .area(area)
        return shared.undo(message == .undo)
      }
      said = area.update(message)
      field = .area(area)
    case .choice(var choice):
      if message == .undo || message == .redo, !choice.canTakeBack(message) {
        return shared.undo(message == .undo)
      }
      field = .none
      said = choice.update(message)
      field = .choice(choice)
      laysOut = choice.filter != nil
    case .none:
      if case .pasted(let text) = message, page.kind == .rows { return paste(text, shared) }
      if message == .undo || message == .redo { return shared.undo(message == .undo) }
      return []
    }
    offerCursor = nil
    if let said { shared.notice = Notice(said) }
    return pauses.layingOut(laysOut)
  }

  /// A pause settles what follows from the typing; after a second it is kept, with or without a pause.
  var pauses: Response {
    [.after(milliseconds: 150, .settle), .within(milliseconds: 1000, .keep)]
  }

  mutating func fill(_ words: String, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let slot else { return [] }
    switch field {
    case .line(var line):
      _ = line.update(.replaced(words))
      field = .line(line)
    case .area(var area):
      _ = area.update(.replaced(words))
      field = .area(area)
    case .choice(var choice):
      do {
        let value = try file.evaluation.read(words, for: slot.question, row: file.rowNumber(slot))
        choice.put(value)
        field = .choice(choice)
        error = nil
      } catch {
        self.error = error.message
        errorWasShown = false
        shared.notice = Notice(error.message, .error)
        return []
      }
    case .none: return []
    }
    errorWasShown = false
    return pauses
  }

  mutating func change(_ body: (inout ChoiceField) -> Void) -> Response {
    guard case .choice(var choice) = field else { return [] }
    field = .none
    body(&choice)
    field = .choice(choice)
    errorWasShown = false
    return pauses
  }

  mutating func pick(_ number: Int) -> Response {
    change { choice in
      guard choice.choices.indices.contains(number) else { return }
      choice.point(at: number)
      choice.toggle()
    }
  }

  /// What the words of a search have found: checks tick it and show the whole list again, a choice
  /// takes it and goes on.
  mutating func takeFound(_ shared: inout Shared) -> Response {
    guard case .choice(let choice) = field else { return [] }
    guard let number = choice.current else {
      shared.notice = Notice(
        "No option has these words. Esc shows all again; Tab goes on.", .error)
      return []
    }
    let option = choice.choices[number]
    if let refused = option.refused {
      shared.notice = Notice("\(option.label): \(refused).", .error)
      return []
    }
    guard choice.isMany else { return carryOn(&shared) }
    let verb = choice.marks.contains(number) ? "No longer ticked" : "Ticked"
    shared.notice = Notice("\(verb): \(option.label)")
    return change { $0.toggle() }
  }

  mutating func nextUnit(_ shared: inout Shared) -> Response {
    guard case .line(var line) = field, line.units.count > 1 else { return [] }
    guard line.taken != nil else {
      shared.notice = Notice("“\(line.text)” says by itself what it counts.")
      return []
    }
    line.unit = (line.unit + 1) % line.units.count
    field = .line(line)
    errorWasShown = false
    return pauses
  }

  mutating func list(_ scroll: ScrollMessage, _ shared: inout Shared) -> Response {
    if case .choice = field {
      return change { $0.move(scroll, page: max(1, shared.size.rows / 2)) }
    }
    if page.kind == .rows, let file = shared.file {
      let count = file.listCount(page.owner)
      focus = focus.moved(scroll, count: count, page: max(1, shared.size.rows / 2))
      return []
    }
    if !offers.isEmpty {
      offerCursor =
        scroll == .up
        ? offerCursor.flatMap { $0 > 0 ? $0 - 1 : nil }
        : min(offers.count - 1, (offerCursor ?? -1) + 1)
      return []
    }
    if page.kind == .reading || page.kind == .empty { return [] }
    return move(scroll == .up || scroll == .pageUp ? -1 : 1, &shared)
  }

  mutating func move(_ by: Int, _ shared: inout Shared) -> Response {
    if !offers.isEmpty, by > 0 || offerCursor != nil { return list(by > 0 ? .down : .up, &shared) }
    guard page.slots.indices.contains(focus + by) else { return [] }
    return leave(.focus(focus + by), &shared)
  }
}
