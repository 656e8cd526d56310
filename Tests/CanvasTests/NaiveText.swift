/// The plainest text with a caret: everything is computed anew from one string.
struct NaiveText {
  var text = ""
  var caret = 0

  mutating func insert(_ new: String) {
    let head = String(text.prefix(caret))
    let scalars = head.unicodeScalars.count + new.unicodeScalars.count
    text = Self.joined(Self.joined(head, new), String(text.dropFirst(caret)))
    place(afterScalars: scalars)
  }

  mutating func deleteLeft() {
    guard caret > 0 else { return }
    remove(at: caret - 1)
  }

  mutating func deleteRight() {
    guard caret < text.count else { return }
    remove(at: caret)
  }

  private mutating func remove(at index: Int) {
    let head = String(text.prefix(index))
    text = Self.joined(head, String(text.dropFirst(index + 1)))
    place(afterScalars: head.unicodeScalars.count)
  }

  private mutating func place(afterScalars scalars: Int) {
    var seen = 0
    caret = 0
    for character in text where seen < scalars {
      seen += character.unicodeScalars.count
      caret += 1
    }
  }

  private static func joined(_ head: String, _ tail: String) -> String { head + tail }
}
