import Interview
import PackModel

/// What is typed and no answer yet.
extension InterviewModel {
  func keep(_ shared: Shared) -> Response {
    shared.file.map { [.saveDesk(note($0))] } ?? []
  }

  /// Where the person stands, with what was kept as text, and without the text in hand.
  func standing(_ file: OpenMatter) -> DeskNote {
    DeskNote(place: slot.map { file.key($0) }, drafts: file.drafts)
  }

  /// Where the person stands, with the text in hand where it is no answer yet.
  func note(_ file: OpenMatter) -> DeskNote {
    var note = standing(file)
    if let slot {
      if editor.isChanged(slot, file) {
        let words = field.words(slot, file)
        note.drafts[file.key(slot)] = words.isEmpty ? nil : words
      }
    } else if file.pack.questions.indices.contains(page.owner) {
      note.place = AnswerKey(file.pack.questions[page.owner].linkId)
    }
    return note
  }

  /// Puts the text in hand down beside the others, as if it had been left.
  mutating func putDown(_ shared: inout Shared) {
    guard let file = shared.file, let slot, editor.isChanged(slot, file) else { return }
    let words = field.words(slot, file)
    shared.file?.drafts[file.key(slot)] = words.isEmpty ? nil : words
    editor.isKept(as: words)
  }

  /// The acts that the matter has refused and that still hold: in the field nothing else was typed
  /// since.
  func outstanding(_ shared: Shared) -> [Act] {
    guard let file = shared.file else { return [] }
    let refused = file.keeping.refused
    guard let slot, !editor.isLeft, mode == .answering else { return refused }
    return editor.outstanding(refused, slot, file, today: shared.today)
  }
}
