import PackModel

/// The whole cases that a pack carries, and who names one.
struct CaseResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  func cases(_ tree: PackTree) -> [Example] {
    for (id, place) in tree.checks.compactMap(\.clean)
    where !tree.examples.contains(where: { $0.id == id }) {
      resolver.report.add(
        .brokenExample, place, "There is no example “\(id)”.",
        "`clean` names a folder under examples/.")
    }
    return tree.examples.map { id, files in
      for file in files { lookAtJourney(file, tree) }
      return Example(id: id, assignments: files.flatMap(\.assignments))
    }
  }

  private func lookAtJourney(_ file: AnswersFile, _ tree: PackTree) {
    guard let journey = file.journey, let place = file.journeyPlace,
      !resolver.symbols.has(.journey, journey)
    else { return }
    let journeys = tree.journeys.map { $0.words("id") ?? "" }
    resolver.report.add(
      resolver.symbols.unknown(
        .journey, journey, remedy: "Journeys: \(journeys.joined(separator: ", "))."), place)
  }
}
