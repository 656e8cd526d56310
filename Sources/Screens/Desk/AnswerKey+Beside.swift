import Interview

extension AnswerKey {
  /// Under which name a text lies on the desk that is typed beside an answer, such as a note. No
  /// linkId has this sign.
  func beside(_ word: String) -> AnswerKey { AnswerKey("\(linkId)#\(word)", row: row) }

  /// The answer beside which such a text stands, and what it is; nil for the text of an answer.
  var besides: (answer: AnswerKey, word: String)? {
    guard let sign = linkId.lastIndex(of: "#") else { return nil }
    return (
      AnswerKey(String(linkId[..<sign]), row: row), String(linkId[linkId.index(after: sign)...])
    )
  }
}
