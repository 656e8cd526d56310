import Glibc
import PlainText
import Subprocess
import SystemPackage

/// One run of a converter over a stranger's file, in a box: `prlimit` bounds its memory, its time, its
/// open files and what it may write, which is nothing; the file comes in by its standard input, as a copy
/// in memory that has no name; its environment is empty; what it gives is bounded while it is read.
package struct Box: Sendable {
  /// A converter, and the Debian package that it comes with.
  package struct Tool: Hashable, Sendable {
    package let name: String
    package let package: String

    package init(_ name: String, package: String) {
      self.name = name
      self.package = package
    }
  }

  /// How it ended, and what it gave.
  package struct Outcome: Sendable {
    package let end: TerminationStatus
    package let output: [UInt8]
    /// What it said beside that, without anything that would act on a terminal.
    package let said: String

    package var succeeded: Bool { end.isSuccess }
    /// Whether it was stopped rather than came to an end by itself.
    package var isSignalled: Bool {
      if case .signaled = end { true } else { false }
    }
  }

  package var tool: Tool
  package var arguments: [String]
  /// What it reads from its standard input, which is a file that it may go back in.
  package var input: [UInt8]
  /// The folders that tools are looked for in.
  package var folders = Box.folders
  /// In bytes, of the address space.
  package var memory = 400_000_000
  /// Of the processor; of the clock three times as many.
  package var seconds = 10
  /// In bytes.
  package var output = 64_000_000

  package static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

  package init(_ tool: Tool, _ arguments: [String], input: [UInt8]) {
    self.tool = tool
    self.arguments = arguments
    self.input = input
  }

  /// Runs to the end. A program that ends badly is an outcome; one that isn't there, takes too long or
  /// gives too much is a fault.
  package func run() async throws(PaperFault) -> Outcome {
    try look(for: tool)
    try look(for: Tool("prlimit", package: "util-linux"))
    let copy = try MemoryFile(input)
    do {
      return try await withThrowingTaskGroup(of: Outcome?.self) { group in
        group.addTask { try await collect(copy) }
        group.addTask {
          try await Task.sleep(for: .seconds(wait))
          return nil
        }
        defer { group.cancelAll() }
        guard let outcome = try await group.next(), let outcome else { throw tooLong }
        return outcome
      }
    } catch let fault as PaperFault {
      throw fault
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw PaperFault(
        "The file is not read: it unfolds to more than \(output / 1_000_000) MB, which no paper needs."
      )
    } catch {
      throw PaperFault("The file is not read: \(tool.name) could not be started. Try again.")
    }
  }

  /// In seconds of the clock: on a busy machine a program waits longer than it works.
  private var wait: Int { seconds * 3 }

  private var tooLong: PaperFault {
    PaperFault(
      "The file is not read: \(tool.name) was stopped after \(wait) seconds without a result. Ask for the paper as DOCX."
    )
  }

  private func look(for tool: Tool) throws(PaperFault) {
    guard folders.contains(where: { access("\($0)/\(tool.name)", X_OK) == 0 }) else {
      throw PaperFault(
        "This kind of file is read with \(tool.name), which is not installed. To install it: apt install \(tool.package)",
        lacksTool: true
      )
    }
  }

  private func collect(_ copy: MemoryFile) async throws -> Outcome {
    let limits = [
      "--as=\(memory)", "--cpu=\(seconds)", "--fsize=0", "--nofile=32", "--core=0", "--",
    ]
    let result = try await Subprocess.run(
      .name("prlimit"), arguments: Arguments(limits + [tool.name] + arguments),
      environment: .custom([
        "PATH": folders.joined(separator: ":"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      ]),
      workingDirectory: "/",
      input: .fileDescriptor(copy.descriptor, closeAfterSpawningProcess: false),
      output: .bytes(limit: output), error: .bytes(limit: 1_000_000))
    return Outcome(
      end: result.terminationStatus, output: result.standardOutput,
      said: Sanitiser.document.clean(String(decoding: result.standardError, as: UTF8.self)))
  }
}
