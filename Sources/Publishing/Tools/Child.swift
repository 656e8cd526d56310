import PlainText
import Subprocess

/// One run of another program: no shell, a clean environment, and an end to its output and time.
struct Child {
  var tool: Tool
  var executable: String
  var arguments: [String]
  var input: [UInt8] = []
  /// Seconds since 1970 that the program takes for now, so that files come out alike.
  var epoch: Int
  var outputLimit = 64_000_000
  var seconds = 120

  struct Outcome: Sendable {
    var succeeded: Bool
    var output: [UInt8]
    var said: String
  }

  /// Runs to the end. A program that ends badly is an outcome, not an error.
  func run() async throws(PublishError) -> Outcome {
    BrokenPipe.ignore()
    defer { BrokenPipe.restore() }
    do {
      return try await withThrowingTaskGroup(of: Outcome?.self) { group in
        group.addTask { try await collect() }
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          return nil
        }
        defer { group.cancelAll() }
        guard let outcome = try await group.next(), let outcome else {
          throw PublishError.toolTimedOut(tool, seconds: seconds)
        }
        return outcome
      }
    } catch let error as PublishError {
      throw error
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .tooLarge(tool, limit: outputLimit)
    } catch {
      throw .toolFailed(tool, said: "\(error)")
    }
  }

  private func collect() async throws -> Outcome {
    // The folder comes first on the child's own path, so its name finds this very file.
    let end = executable.lastIndex(of: "/") ?? executable.startIndex
    let result = try await Subprocess.run(
      .name(String(executable[end...].drop { $0 == "/" })), arguments: Arguments(arguments),
      environment: .custom([
        "PATH": "\(executable[..<end]):/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8", "TZ": "UTC",
        // A template may ask for packages of the network: whoever goes there meets nobody.
        "http_proxy": Self.nobody, "https_proxy": Self.nobody, "all_proxy": Self.nobody,
        "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": String(epoch), "PYTHONDONTWRITEBYTECODE": "1",
      ]),
      input: .inputWriter, output: .bytes(limit: outputLimit), error: .bytes(limit: 1_000_000)
    ) { execution in
      // Subprocess traps where a child leaves the input it was given unread (its issue 367), so the
      // input is written here. Such a child says itself what is wrong.
      _ = try? await execution.standardInputWriter.write(input)
    }
    return Outcome(
      succeeded: result.terminationStatus.isSuccess, output: result.standardOutput,
      said: Self.end(of: String(decoding: result.standardError, as: UTF8.self)))
  }

  /// No program listens there.
  private static let nobody = "http://127.0.0.1:0"

  /// The last lines, which say what went wrong, without anything that would act on a terminal.
  private static func end(of said: String) -> String {
    Sanitiser.document.clean(said).split(separator: "\n").suffix(6).joined(separator: "\n")
  }
}
