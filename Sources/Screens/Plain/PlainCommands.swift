/// What can be typed into the linear view instead of an answer.
enum PlainCommands {
  static let all = [
    "Instead of an answer you can type:",
    "back: the question before. An empty line: go on.",
    "goto 12: to question 12. list: all questions. find WORDS: search.",
    "next: the next open question; an empty line then goes on to the one after it. warnings: the next warning. counsel: the next one left for counsel.",
    "review: all answers. findings: the matrix and what was found. above: in a table, what the row above has.",
    "help: what the question means. draft: what it writes. read: the whole draft. edit: your editor.",
    "unknown: I don't know yet. park NOTE: leave it for counsel. na REASON: it does not apply.",
    "note TEXT: a note. clear: take the answer away. use: take the suggestion.",
    "usual: all usual values. follows: what follows for this step. paper: the paper in hand. finish: write the documents.",
    "rows, add, remove 2, none: in a table. undo, redo, save, quit.",
    "\"text\" in quotation marks is always an answer.",
  ]
}
