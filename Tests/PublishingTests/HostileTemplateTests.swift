import Documents
import FoundationEssentials
import Glibc
import Testing

@testable import Publishing

/// A firm's template that somebody sent who means ill.
@Suite("A hostile template", .serialized, .enabled { await Tools.typstIsHere() })
struct HostileTemplateTests {
  /// What becomes of a document in a style whose template ends with this, in a folder of its own that
  /// lies beside a file with a secret.
  private func said(_ code: String) async throws -> String {
    let outer = "/tmp/art28-template-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: "\(outer)/style", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: outer) }
    #expect(FileManager.default.createFile(atPath: "\(outer)/secret.txt", contents: Data("s".utf8)))
    let style = try HouseStyle(
      folder: "\(outer)/style", reference: nil,
      template: Array((TypstTemplate.starter + "\n" + code + "\n").utf8))
    let publisher = Publisher(tools: Tools.paths, imprint: Tools.imprint, style: style)
    do throws(PublishError) {
      _ = try await publisher.publish(Sample.document(), as: .pdf)
      return ""
    } catch {
      return error.description
    }
  }

  @Test(
    "it reads no file but those beside it, and asks no network",
    arguments: [
      (#"#read("/etc/passwd")"#, "not found"), (#"#read("../secret.txt")"#, "escape"),
      (#"#read("/proc/self/environ")"#, "not found"),
      (#"#import "@local/x:0.1.0": *"#, "not found"),
      (#"#import "@preview/cetz:0.3.0": *"#, "refused"),
    ])
  func reads(code: String, refusal: String) async throws {
    let said = try await said(code)
    #expect(said.contains(refusal), "\(code): \(said)")
    #expect(said.contains("template.typ"), "\(said)")
  }

  @Test("one without end is refused")
  func ends() async throws {
    #expect(try await said("#while true { }").contains("condition is always true"))
    #expect(try await said("#let f(n) = f(n + 1)\n#f(0)").contains("depth"))
  }

  @Test("one that wants all the memory there is gets none of it, and a sentence says so")
  func memory() async throws {
    let said = try await said(#"#let s = "a" * 9000000000"#)
    #expect(said.contains("it was stopped by signal"), "\(said)")
    #expect(said.contains("it may take 3000 MB of memory"), "\(said)")
    #expect(!said.contains("RUST_BACKTRACE"))
  }
}
