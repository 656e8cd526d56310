import PackModel

/// Clauses of which one is in: those that follow one another and are for cases of one subject.
struct Alternatives {
  private let contents: PackContents
  private let symbols: SymbolTable
  private let report: Report

  init(_ contents: PackContents, _ symbols: SymbolTable, _ report: Report) {
    self.contents = contents
    self.symbols = symbols
    self.report = report
  }

  /// The clauses, each with its group; a group that leaves out a code is reported.
  func grouped() -> [Clause] {
    var clauses = contents.clauses
    for document in contents.documents {
      for section in document.sections {
        var previous: Int?
        var groups: [[Int]] = []
        for part in section.parts {
          guard case .clause(let number) = part,
            let alternative = clauses[number].alternative
          else {
            previous = nil
            continue
          }
          if let previous, let before = clauses[previous].alternative,
            before.subject == alternative.subject,
            clauses[previous].when == clauses[number].when
          {
            clauses[number].alternative?.group = before.group
            groups[groups.count - 1].append(number)
          } else {
            groups.append([number])
          }
          previous = number
        }
        for group in groups { check(group) }
      }
    }
    return clauses
  }

  /// Together the clauses of a group are for every code.
  private func check(_ group: [Int]) {
    guard let first = group.first, let subject = contents.clauses[first].alternative?.subject
    else { return }
    let alternatives = group.compactMap { contents.clauses[$0].alternative }
    let document = symbols.documents[contents.clauses[first].document]
    let said = Set(alternatives.flatMap { $0.codes + $0.silent })
    let missing = symbols.caseCodes(subject, isSigned: document.isSigned).subtracting(said)
    // For yes and no, some and none, one side may well have nothing to say.
    let pairs = ["yes", "no", "some", "none"]
    if !missing.isEmpty, !missing.isSubset(of: pairs) || alternatives.isEmpty {
      report.add(
        .missingAlternative, symbols.clauses[first].tree.place,
        "No clause is for \(missing.sorted().joined(separator: ", ")) of "
          + "\(symbols.id(of: subject)).",
        "Add a clause with `case`, or list the codes under `silent`.")
    }
  }
}
