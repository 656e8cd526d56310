import Canvas
import CursesTerminal
import Interview
import PackModel
import PlainText
import TestSupport

enum AnswerTargets {
  static let mini = """
    notice: 30 day
    laws:
      - {law: de}
    controller.name: Nordlicht GmbH
    unknown.question: x

    """

  static let real = evaluate(TestPacks.real, AnswerSheet())

  /// A question of each kind.
  static let kinds: [Int] = {
    var seen: Set<String> = []
    return real.pack.questions.indices.filter { number in
      let question = real.pack.questions[number]
      guard question.kind != .table, question.kind != .group else { return false }
      return seen.insert("\(question.kind) \(question.open) \(question.options.isEmpty)").inserted
    }
  }()

  private static let motions: [CaretMotion] = [
    .left, .wordLeft, .rowStart, .lineStart, .up(1), .down(3), .wordRight, .rowEnd, .lineEnd,
    .right,
    .textStart, .textEnd,
  ]

  static func show(_ text: String) {
    for sanitiser in [
      Sanitiser.line, .lines, .document, .documentLine, .diagnostic, .field, .fieldLine,
    ] {
      let clean = sanitiser.clean(text)
      precondition(
        clean.unicodeScalars.allSatisfy {
          $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        }, "a control went through")
      precondition(sanitiser.clean(clean) == clean, "cleaned twice is not cleaned once")
    }
    let shown = DisplayText(text)
    for width in [1, 7, 80] {
      _ = shown.clipped(to: width)
      _ = wrap(text, width: width)
    }
    var frame = Frame(size: Size(columns: 30, rows: 3))
    frame.put(text, at: Point(x: 3, y: 1))
    _ = frame.text(row: 1)
    var buffer = TextBuffer(multiline: true, wrapWidth: 20)
    _ = buffer.paste(text)
    _ = buffer.type(text)
    for motion in motions {
      buffer.move(motion)
      _ = buffer.delete(motion)
    }
    _ = buffer.undo()
  }

  static func press(_ bytes: [UInt8]) {
    var waiting = bytes[...]
    var reader = KeyReader {
      guard let byte = waiting.popFirst() else { return nil }
      // Codes of keys come beside the bytes.
      guard byte == 0xFF, let next = waiting.popFirst() else { return Int32(byte) }
      return 0x1000 + Int32(next)
    }
    var events: [Event] = []
    while reader.drain(into: &events) {}
    reader.endPaste(into: &events)
    var buffer = TextBuffer(multiline: true, wrapWidth: 20)
    for event in events {
      switch event {
      case .key(let key):
        if case .character(let character) = key.code, key.modifiers.isEmpty {
          _ = buffer.type(String(character))
        }
      case .paste(let text): _ = buffer.paste(text)
      default: break
      }
    }
    _ = buffer.row(of: buffer.caret)
  }
}
