import PackModel

extension Setting {
  /// Whether a matter that has it once can do nothing without it any more: the pack that its answers
  /// belong to, and the journey through that pack.
  package var isEssential: Bool { self == .pack || self == .journey }
}

extension Entry {
  /// Whether it opened a matter: it names a pack or a journey where there was none. Such an entry is
  /// never undone, for nobody could open what that would leave.
  package var opens: Bool {
    changes.contains { change in
      guard case .setting(let setting, nil, _?) = change else { return false }
      return setting.isEssential
    }
  }
}

extension AnswerSheet {
  /// Whether the pack or the journey was taken away. The first versions could undo the opening of a
  /// matter.
  package var isClosed: Bool { lost.keys.contains(where: \.isEssential) }

  /// The same with what the opening of the matter had named, as it was named last.
  package var reopened: AnswerSheet { isClosed ? adding(reopening) : self }

  /// The changes that make `reopened` of it.
  var reopening: [Change] {
    [Setting.pack, .journey, .title].compactMap { setting in
      lost[setting].map { .setting(setting, from: nil, to: $0) }
    }
  }

  /// What such an entry says: the opening is done again where it was undone, so that whatever else
  /// was undone can still be done again.
  ///
  /// - Parameter entries: those that the sheet adds up.
  package func reopening(
    after entries: [Entry]
  ) -> (changes: [Change], reverses: Entry.Reverse?) {
    let undone = entries.last { entry in
      entry.changes.contains { change in
        if case .setting(let setting, _?, nil) = change { setting.isEssential } else { false }
      }
    }
    guard case .undo(let number)? = undone?.reverses else { return (reopening, nil) }
    return (reopening, .redo(number))
  }
}
