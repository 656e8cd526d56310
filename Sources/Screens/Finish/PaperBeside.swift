import Drafting
import Interview
import PackModel

/// Papers that a pack has for the asking, by one word: what may be written beside the agreement.
struct PaperBeside: Hashable, Sendable {
  let word: String
  /// By their ids.
  let documents: [String]

  /// Those that are for this matter, in the pack's order.
  static func all(_ evaluation: Evaluation) -> [PaperBeside] {
    let documents = evaluation.pack.documents
    var words: [String] = []
    for case let word? in documents.map(\.with) where !words.contains(word) { words.append(word) }
    let wanted = Set(wantedDocuments(evaluation, with: words))
    return words.compactMap { word in
      let mine = documents.filter { $0.with == word && wanted.contains($0.id) }.map(\.id)
      return mine.isEmpty ? nil : PaperBeside(word: word, documents: mine)
    }
  }

  /// "records: record controller and record processor"; the word alone where it says the same.
  func words(_ language: Language) -> String {
    let names = language.list(documents.map { $0.replacing("-", with: " ") })
    return names == word ? word : "\(word): \(names)"
  }
}
