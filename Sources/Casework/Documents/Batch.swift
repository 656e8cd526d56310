import Glibc

/// The same work for every matter of a folder, on all cores. One that fails does not stop the rest.
package struct Batch {
  /// Of the matters, by name.
  package let paths: [String]

  /// The matters that lie in a folder, by name.
  /// - Throws: an `Outcome` where there is none.
  package init(folder: String) throws {
    guard Files.isFolder(folder) else { throw Outcome.file("“\(folder)” is no folder.") }
    paths = Files.matters(in: folder)
    if paths.isEmpty { throw Outcome.file("There is no matter in “\(folder)”.") }
  }

  /// How far the work is.
  package enum Step: Sendable {
    /// The next matter, in their order, is done, and these files were written of it.
    case written([String])
    /// So many are done, in whatever order.
    case done(Int)
  }

  /// Does the work.
  ///
  /// - Parameter tell: hears how far it is, on the caller's thread.
  /// - Returns: what came of it all, and each failure once with the matters that it befell.
  package func run(
    tell: (Step) -> Void,
    _ work: @escaping @Sendable (_ path: String) async throws -> DocumentWriter.Result
  ) async -> (result: DocumentWriter.Result, failures: [Failure], failed: Int) {
    var results: [DocumentWriter.Result?] = Array(repeating: nil, count: paths.count)
    var said = 0
    var total = DocumentWriter.Result()
    var failures: [Failure] = []
    var failed = 0
    await withTaskGroup(of: (Int, DocumentWriter.Result).self) { group in
      func add(_ number: Int) {
        let path = paths[number]
        group.addTask { (number, await Self.result(of: path, work)) }
      }
      for number in paths.indices.prefix(Self.width) { add(number) }
      var next = min(Self.width, paths.count)
      while let (number, result) = await group.next() {
        if next < paths.count { add(next) }
        next += 1
        results[number] = result
        while said < paths.count, let result = results[said] {
          tell(.written(result.written))
          total.add(result)
          if !result.failures.isEmpty { failed += 1 }
          for sentence in result.failures {
            let name = MatterSession.title(of: paths[said])
            if let known = failures.firstIndex(where: { $0.sentence == sentence }) {
              failures[known].matters.append(name)
            } else {
              failures.append(Failure(sentence: sentence, matters: [name]))
            }
          }
          said += 1
        }
        tell(.done(results.count { $0 != nil }))
      }
    }
    return (total, failures, failed)
  }

  /// What went wrong in the same words for several matters.
  package struct Failure: Hashable, Sendable {
    /// What went wrong.
    package var sentence: String
    /// Their titles.
    package var matters: [String]

    /// The matters, the first three by name, and what went wrong.
    package var line: String {
      let names = matters.prefix(3).joined(separator: ", ")
      let more = matters.count > 3 ? " and \(matters.count - 3) more" : ""
      return "\(names)\(more): \(sentence)"
    }
  }

  private static func result(
    of path: String, _ work: @Sendable (String) async throws -> DocumentWriter.Result
  ) async -> DocumentWriter.Result {
    do {
      return try await work(path)
    } catch let outcome as Outcome {
      return DocumentWriter.Result(missing: [outcome.lines.joined(separator: " ")])
    } catch {
      return DocumentWriter.Result(missing: ["\(error)"])
    }
  }

  /// How many matters are in hand at a time: one for each core, and one that waits for a tool.
  private static var width: Int { max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 1) }
}
