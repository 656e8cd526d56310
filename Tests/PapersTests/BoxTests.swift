import Papers
import Testing

/// What a converter in a box can and can't do.
@Suite("A converter in a box")
struct BoxTests {
  private func box(_ name: String, _ arguments: [String], input: [UInt8] = []) -> Box {
    Box(Box.Tool(name, package: "coreutils"), arguments, input: input)
  }

  private func said(_ box: Box) async -> String {
    do throws(PaperFault) {
      _ = try await box.run()
      return ""
    } catch {
      return error.message
    }
  }

  @Test("it is given the file, and gives what it makes of it")
  func copies() async throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let outcome = try await box("cat", [], input: bytes).run()
    #expect(outcome.succeeded)
    #expect(outcome.output == bytes)
  }

  @Test("it may go back in the file, and leave the rest of it unread")
  func leavesUnread() async throws {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: 3_000_000)
    let outcome = try await box("tail", ["-c", "3"], input: bytes).run()
    #expect(outcome.output == Array("xxx".utf8))
    #expect(try await box("true", [], input: bytes).run().succeeded)
  }

  @Test("it sees no environment, and stands in no folder of the person")
  func environment() async throws {
    let outcome = try await box("env", []).run()
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    #expect(Set(lines.map { $0.prefix { $0 != "=" } }) == ["PATH", "LANG", "LC_ALL"])
    #expect(try await box("pwd", []).run().output == Array("/\n".utf8))
  }

  @Test("it writes nothing")
  func writes() async throws {
    let outcome = try await box("dd", ["of=/dev/shm/art28-box-test"], input: [1, 2, 3]).run()
    #expect(!outcome.succeeded)
    _ = try await box("rm", ["-f", "/dev/shm/art28-box-test"]).run()
  }

  @Test("one that takes no end is stopped, and so is one that gives no end")
  func ends() async {
    var slow = box("sleep", ["100"])
    slow.seconds = 1
    #expect(await said(slow).contains("stopped after 3 seconds "))
    var endless = box("yes", [])
    endless.output = 1_000_000
    #expect(await said(endless).contains("more than 1 MB"))
  }

  @Test("one that asks for more memory than it has ends by itself")
  func memory() async throws {
    var greedy = box("dd", ["if=/dev/zero", "of=/dev/null", "bs=30M", "count=1"])
    #expect(try await greedy.run().succeeded)
    greedy.memory = 20_000_000
    #expect(try await greedy.run().succeeded == false)
  }

  @Test("what it says is kept apart from what it gives")
  func says() async throws {
    let outcome = try await box("cat", ["/nonexistent-art28/file"]).run()
    #expect(outcome.output.isEmpty)
    #expect(outcome.said.contains("No such file"))
    #expect(!outcome.succeeded)
  }

  @Test("one that isn't there is named, with what to install")
  func missing() async {
    let fault = await said(Box(Box.Tool("pdftotext-9", package: "poppler-utils"), [], input: []))
    #expect(fault.contains("apt install poppler-utils"))
  }
}
