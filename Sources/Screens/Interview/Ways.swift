import Interview
import PackModel

/// The journeys of a pack, as they are chosen from by number.
package struct Ways: Hashable, Sendable {
  /// By id, with their titles.
  private let ways: [Way]
  private let here: Int

  private struct Way: Hashable, Sendable {
    let id: String
    let title: String
  }

  init(_ file: OpenMatter) {
    ways = file.pack.journeys.map { Way(id: $0.id, title: $0.title) }
    here = file.journey
  }

  var title: String {
    let list = ways.enumerated().map { number, way in
      "\(number + 1) \(way.title)\(number == here ? " (you are here)" : "")"
    }
    return "Which way? \(list.joined(separator: "; ")). The answers of each stay. Esc stays here."
  }

  /// The journey that a number or a title names.
  func id(_ text: String) -> String? {
    if let number = Int(text) {
      return ways.indices.contains(number - 1) ? ways[number - 1].id : nil
    }
    return ways.first { $0.title.lowercased() == text.lowercased() }?.id
  }

  func notice(_ changes: [Change]) -> Notice? {
    guard case .setting(.journey, _, let id?)? = changes.first,
      let way = ways.first(where: { $0.id == id })
    else { return nil }
    return Notice("Now: \(way.title). Alt-J leads back.")
  }
}

extension OpenMatter {
  /// Whether the way is asked for: between the short and the long one a key goes at once, but who is or
  /// was on another leaves it knowingly, and finds back.
  var asksForTheWay: Bool {
    guard pack.journeys.count > 1, let sibling else { return true }
    let pair = [pack.journeys[journey].id, pack.journeys[sibling].id]
    return entries.contains { entry in
      entry.changes.contains { change in
        if case .setting(.journey, _, let id?) = change { return !pair.contains(id) }
        return false
      }
    }
  }
}
