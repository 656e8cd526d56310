import TestSupport
import Testing

/// Every import line is held to the table of ARCHITECTURE.md.
struct ImportTests {
  private let house = House.written

  @Test func theTableHasARowForEveryTarget() {
    let targets = Set(SourceTree.sources.map(\.target))
    #expect(house.rows.count >= 14)
    #expect(targets.subtracting(house.rows.keys).isEmpty)
    #expect(house.rows["PlainText"] == [])
    #expect(house.rows["PackModel"] == [])
    #expect(house.rows["Drafting"] == ["Findings", "Interview", "Documents"])
    #expect(house.rows["Publishing"] == ["Documents", "PlainText", "Compression", "Subprocess"])
    let casework = house.allowed("Casework")
    #expect(casework.isSuperset(of: ["Drafting", "Publishing", "Matters", "PackCompiler"]))
    #expect(casework.isDisjoint(with: ["Screens", "CursesTerminal", "ArgumentParser", "art28"]))
    #expect(!house.allowed("Screens").contains("Casework"))
  }

  @Test func everyImportStandsInItsRow() {
    var found = 0
    for file in SourceTree.sources {
      let allowed = house.allowed(file.target)
      for (number, line) in file.code {
        guard let module = imported(line) else { continue }
        found += 1
        // Foundation is looked at by itself.
        if module == "Foundation" || House.free.contains(module) { continue }
        #expect(
          allowed.contains(module), "\(file.path):\(number): \(file.target) imports \(module)")
      }
    }
    #expect(found > 100)
  }

  @Test func foundationStandsOnlyWhereARoomCannotDoWithout() {
    for file in SourceTree.sources {
      for (number, line) in file.code where imported(line) == "Foundation" {
        #expect(
          House.withFoundation[file.target] != nil,
          "\(file.path):\(number): \(file.target) imports Foundation")
      }
    }
  }

  @Test func cursesStayInTheirRoom() {
    for file in SourceTree.sources where file.target != "CursesTerminal" {
      #expect(!file.code.contains { imported($0.text) == "CNcurses" }, "\(file.path)")
    }
  }

  /// What comes from a stranger is unpacked in one place, where its size is looked at first.
  @Test func zlibIsKnownInOneFile() {
    let files = SourceTree.sources.filter { file in
      file.code.contains { imported($0.text) == "CZlib" }
    }
    #expect(files.map(\.path) == ["Sources/Compression/Deflate.swift"])
  }

  @Test func importsArePlain() {
    for file in SourceTree.sources {
      for (number, line) in file.code where line.contains("import ") {
        let trimmed = line.drop { $0 == " " }
        let isMarked = [
          "@testable import", "@_exported import", "@preconcurrency import", "public import",
          "package import", "internal import",
        ]
        .contains { trimmed.hasPrefix($0) }
        #expect(!isMarked, "\(file.path):\(number): \(trimmed)")
      }
    }
  }

  private func imported(_ line: String) -> String? {
    guard line.hasPrefix("import ") else { return nil }
    let words = line.split(separator: " ")
    // `import struct Foundation.Data` names a module too.
    guard let last = words.last else { return nil }
    return last.split(separator: ".").first.map(String.init)
  }
}
