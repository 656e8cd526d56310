import Interview
import PackModel

/// What was typed or accepted and is not on disk, for the person to read.
package struct Unsaved: Hashable, Sendable {
  /// How much it is: "2 things are not saved."
  package let head: String
  /// A line for each thing, by the names of its questions.
  package let lines: [String]
  /// Why, and what can be done; empty where that was not told.
  package let reason: String
  /// Whether the matter's file is not in its place any more.
  package let isGone: Bool
}

extension Desk {
  /// What is not on disk now; nil where everything is.
  package var unsaved: Unsaved? {
    guard let file = shared.file else { return nil }
    let acts = interview.outstanding(shared)
    let note = interview.note(file)
    let missing = file.keeping.missing(of: note)
    let texts = missing.filter { key in
      // A refused act is named once, and not its text again.
      !acts.contains { act in
        act.value(at: key) != nil
          || key.besides.map { act.overlaps([.remark($0.answer, from: nil, to: nil)]) } == true
      }
    }
    let isGone = file.keeping.isGone
    guard isGone || !acts.isEmpty || !texts.isEmpty else { return nil }
    var lines: [String] = []
    if isGone {
      let entries = counted(file.entries.count, "entry", "entries")
      lines.append("The matter itself (\(entries)): it is not at “\(file.path)” any more.")
    }
    for act in acts {
      // Its text may lie on the desk of the matter, where it is found again.
      let keys = act.changes.compactMap { change in
        if case .set(let key, _, _) = change { key } else { AnswerKey?.none }
      }
      let isKept =
        !isGone && !keys.isEmpty
        && keys.allSatisfy { note.drafts[$0] != nil && !missing.contains($0) }
      lines.append("\(file.words(act))\(isKept ? " (kept as typed, not accepted)" : "")")
    }
    lines += texts.map { "\(file.name($0)): typed" }
    let count = lines.count
    return Unsaved(
      head: count == 1 ? "1 thing is not saved." : "\(count) things are not saved.",
      lines: lines, reason: file.keeping.reason, isGone: isGone)
  }

  /// What to say on leaving: what was done, what is left.
  package var summary: [String] {
    guard let file = shared.file else { return [] }
    let acts = file.actsOfSitting
    let typed = file.keeping.texts.filter { file.textsAtStart[$0.key] != $0.value }.keys.sorted()
    var lines = ["\(file.title): \(OpenCount(file).words)."]
    if acts > 0 {
      let isAll = unsaved == nil
      lines.append("\(counted(acts, "change")) in this sitting\(isAll ? ", all saved" : "").")
    } else if typed.isEmpty, unsaved == nil {
      lines.append("Nothing was changed in this sitting.")
    } else {
      lines.append("No answer was changed in this sitting.")
    }
    if !typed.isEmpty {
      lines.append("Typed and not accepted yet: \(file.names(typed)).")
    }
    if let stale = file.staleWords { lines.append(stale) }
    return lines
  }
}

extension OpenMatter {
  /// A refused act in words.
  func words(_ act: Act) -> String {
    // An answer with its reason goes by the answer.
    let answers = act.changes.filter { if case .set(_, _, _?) = $0 { true } else { false } }
    let told = act.why == nil && answers.count == 1 ? answers : act.changes
    return words(Entry(number: 0, when: "", by: "", why: act.why, changes: told))
  }

  /// The names of questions on one line.
  func names(_ keys: [AnswerKey]) -> String {
    let more = keys.count - 5
    return keys.prefix(5).map { name($0) }.joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }
}
