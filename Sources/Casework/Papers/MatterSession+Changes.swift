import Drafting
import Interview
import Matters

extension MatterSession {
  /// What is changed in the words of the agreement under review; nothing where no such paper lies in the
  /// matter, or it can't be read.
  package var wordChanges: PaperWordChanges {
    guard file.sheet.papers.contains(where: { $0.rank == .agreement }),
      let item = try? PaperShelf(of: self).item(named: PaperRank.agreement.rawValue)
    else { return PaperWordChanges() }
    return ChangePlan(of: self, in: item, PapersWords(of: self, in: item)).said
  }
}
