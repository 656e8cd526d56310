import Canvas
import Interview
import PackModel
import PlainText

/// A desk for the linear view: one pane, so that help and the draft are shown when asked for.
package let plainSize = Size(columns: 79, rows: 48)

/// What the linear view says next: every prompt complete in itself, no drawing, no box characters.
///
/// The same desk, messages and effects as on the screen; only the view is another.
package func plainPrompt(_ desk: Desk) -> [String] {
  var lines = PlainView(desk: desk).lines
  if let notice = desk.shared.notice {
    lines.insert(notice.kind == .error ? "Error: \(notice.text)" : notice.text, at: 0)
  }
  return lines
}

struct PlainView {
  let desk: Desk

  var lines: [String] {
    switch desk.screen {
    case .person: ["Who are you? " + PersonModel.words.joined(separator: " "), "Type your name."]
    case .home: home
    case .leaving: leaving
    case .interview: PlainQuestion(model: desk.interview, shared: desk.shared).lines
    case .review: review
    case .usual: usual
    case .finish: finish
    case .goTo:
      list(
        desk.goTo.list, "Go to. Type a number of this list, or words to narrow it. back returns.")
    case .search:
      list(
        desk.search.list,
        "Search. Type a number of this list, or words to look for. back returns.")
    case .draft: draft
    case .reader: desk.reader.text + ["Empty line: back."]
    case .keys: PlainReader.commands
    case .dashboard: PlainDashboard(model: desk.dashboard).lines
    }
  }

  private var home: [String] {
    let home = desk.home
    switch home.naming {
    case .new?:
      return [
        "What shall the matter be called? It becomes one file with this name, in \(desk.shared.folder). back returns."
      ]
    case .open?: return ["Where is the matter? Type the path of its file. back returns."]
    case nil:
      let lines = home.lines.enumerated().map {
        "\($0.offset + 1). \($0.element.title). \($0.element.about)"
      }
      return HomeModel.intro + lines + ["Type a number. quit leaves."]
    }
  }

  private var review: [String] {
    let review = desk.review
    let rows = review.rows.map { row -> String in
      switch row {
      case .heading(let text): return text
      case .line(let number):
        let line = review.lines[number]
        let said = review.filter == .warnings ? line.name : "\(line.name): \(line.said)"
        return "\(number + 1). \(said)"
      }
    }
    return ["All answers. Showing: \(review.filter.rawValue)."] + rows + [
      "Type a number to change that answer; all, open, warnings or changed to show these; finish to write the documents; sheet to ask a colleague, take to read that sheet back; back to the questions."
    ]
  }

  private var leaving: [String] {
    let model = desk.leaving
    if model.isNaming {
      return ["Type the path of a new file for the whole matter. back returns."]
    }
    let choices = model.choices.map { "\($0.word): \(model.words($0))." }
    guard let unsaved = model.unsaved else { return choices }
    return [unsaved.head] + unsaved.lines + [unsaved.reason].filter { !$0.isEmpty } + choices
  }

  private var usual: [String] {
    let usual = desk.usual
    guard !usual.lines.isEmpty else {
      return ["No open question has a usual value. review goes on; back returns."]
    }
    let rows = usual.lines.enumerated().map { number, line in
      "\(number + 1). \(line.name): \(line.shown). \(line.kind.rawValue). \(line.because)"
        + (usual.marked.contains(line.slot) ? " (marked)" : "")
    }
    return ["Usual values. None counts until you accept it."] + rows + [
      "Type numbers to mark them, or all; accept takes the marked ones as a group; review goes on; back returns."
    ]
  }

  private var finish: [String] {
    let finish = desk.finish
    let text = finish.rows.map(\.text).filter { !$0.isEmpty }
    switch finish.stage {
    case .choosing:
      let formats = PublishFormat.allCases.enumerated().map { number, format in
        "\(number + 1). \(format.words)" + (finish.formats.contains(format) ? " (chosen)" : "")
      }
      return text + formats + [
        "Type numbers to choose or leave out; write to write the files; back returns."
      ]
    case .writing: return text
    case .asking(let held):
      return text + held.lines + [
        "Type a number for something else for that file; new, overwrite or leave for all; write to go on; back leaves all as they are."
      ]
    case .done:
      return text + ["review shows all answers; back returns to the questions; quit leaves."]
    }
  }

  /// The section around the sentence in hand, and where that sentence leads.
  private var draft: [String] {
    let draft = desk.draft
    guard !draft.sentences.isEmpty else { return ["There is no draft yet. back returns."] }
    let number = draft.cursor + 1
    let sentence = draft.sentences[draft.cursor]
    let head = sentence.head.isEmpty ? "" : "\(sentence.head) "
    return ["Sentence \(number) of \(draft.sentences.count). \(head)\(sentence.text)"]
      + draft.about.map(\.text) + [
        "Empty line: the next sentence. up: the one before. blank: the next blank. A number: to that question. back returns."
      ]
  }

  private func list(_ list: FilteredList, _ prompt: String) -> [String] {
    let shown = list.shown.prefix(40).enumerated().map { number, line in
      let sign = line.sign.trimmed.isEmpty || line.sign == "--" ? "" : "(\(line.sign)) "
      return "\(number + 1). \(sign)\(line.text)" + (line.detail.isEmpty ? "" : ". \(line.detail)")
    }
    let more = list.shown.count > 40 ? ["and \(list.shown.count - 40) more"] : []
    return (shown.isEmpty ? ["Nothing has these words."] : shown) + more + [prompt]
  }
}

extension Strip {
  /// What it says, without its looks.
  var text: String { pieces.map(\.text).joined() }
}
