import Glibc
import PlainText
import Subprocess

/// One run of another program: no shell, a clean environment, and an end to its output, time and
/// memory, which `prlimit` sets, and to what it writes into files: nothing.
struct Child {
  var tool: Tool
  var executable: String
  var arguments: [String]
  var input: [UInt8] = []
  /// Seconds since 1970 that the program takes for now, so that files come out alike.
  var epoch: Int
  var outputLimit = 64_000_000
  var seconds = 120
  /// In bytes, of the address space: ten times what a long agreement takes.
  var memory = 3_000_000_000
  /// In bytes, of any file that it makes.
  var largestFile = 0

  struct Outcome: Sendable {
    var succeeded: Bool
    var output: [UInt8]
    var said: String
  }

  /// Runs to the end. A program that ends badly is an outcome, not an error.
  func run() async throws(PublishError) -> Outcome {
    guard
      ["/usr/local/bin", "/usr/bin", "/bin"].contains(where: { access("\($0)/prlimit", X_OK) == 0 })
    else {
      throw .toolFailed(
        tool, said: "it is run by prlimit, which is not installed: apt install util-linux")
    }
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
    let limits = [
      "--as=\(memory)", "--cpu=\(seconds * 2)", "--fsize=\(largestFile)", "--nofile=256",
      "--core=0", "--",
      String(executable[end...].drop { $0 == "/" }),
    ]
    let result = try await Subprocess.run(
      .name("prlimit"), arguments: Arguments(limits + arguments),
      environment: .custom([
        "PATH": "\(executable[..<end]):/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8", "TZ": "UTC",
        // A template may ask for packages of the network: whoever goes there meets nobody.
        "http_proxy": Self.nobody, "https_proxy": Self.nobody, "all_proxy": Self.nobody,
        "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": String(epoch), "PYTHONDONTWRITEBYTECODE": "1",
        // Each thread keeps room of its own, which counts as memory, however many cores there are.
        "RAYON_NUM_THREADS": "4", "MALLOC_ARENA_MAX": "4",
      ]),
      input: .inputWriter, output: .bytes(limit: outputLimit), error: .bytes(limit: 1_000_000)
    ) { execution in
      // Subprocess traps where a child leaves the input it was given unread (its issue 367), so the
      // input is written here. Such a child says itself what is wrong.
      _ = try? await execution.standardInputWriter.write(input)
    }
    let said =
      if case .signaled(let signal) = result.terminationStatus {
        stopped(by: signal)
      } else {
        Self.end(of: String(decoding: result.standardError, as: UTF8.self))
      }
    return Outcome(
      succeeded: result.terminationStatus.isSuccess, output: result.standardOutput, said: said)
  }

  /// What is said in the place of its own last words, which are of no use to anybody. Which of its limits
  /// it met, a signal does not tell, nor whether it met one.
  private func stopped(by signal: CInt) -> String {
    "it was stopped by signal \(signal); it may take \(memory / 1_000_000) MB of memory and \(seconds * 2) seconds of the processor, and write no file"
  }

  /// No program listens there.
  private static let nobody = "http://127.0.0.1:0"

  /// The last lines, which say what went wrong, without anything that would act on a terminal.
  private static func end(of said: String) -> String {
    Sanitiser.document.clean(said).split(separator: "\n").suffix(6).joined(separator: "\n")
  }
}
