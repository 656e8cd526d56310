import Papers

/// A paper to look through.
enum SearchGround {
  static let paper: Paper = {
    guard let paper = try? TextPaper.read(Ground.text(Array(PaperGround.common.prefix(20_000))))
    else {
      preconditionFailure("the paper of the tests is not read")
    }
    return paper
  }()
  static let index = PassageIndex(paper)
  static let check = QuotationCheck(paper)
}
