import Testing

/// The measure of the house is itself measured.
struct SwiftOutlineTests {
  private let source = #"""
    /// { not a brace }
    package struct Room: Hashable {
      var name = "a { in \(words.map { "}" }) words"
      let sign = /[{"]/
      // }
      var walls: Int {
        4
      }
      var made: [Int] = { [1] }()

      struct Door {
        func open(_ how: () -> Void = {}) {
          how()
        }
      }

      func enter() { walls }
    }

    extension Room {
      static func built(
        by whom: String
      ) -> Room {
        let text = """
          } " {
          """
        return Room(text)
      }

      init?(_ words: String) {
        for word in words where word != "{" {
        }
      }
    }

    private enum Hidden { case one }

    protocol Sees {
      func sees()
      var far: Bool { get }
    }

    """#

  private var outline: SwiftOutline {
    SwiftOutline(source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private func found(_ name: String, _ kind: SwiftOutline.Declaration.Kind) throws
    -> SwiftOutline.Declaration
  {
    try #require(outline.declarations.first { $0.name == name && $0.kind == kind }, "\(name)")
  }

  @Test func everyBraceHasItsOther() {
    #expect(outline.isBalanced)
    #expect(!SwiftOutline(["struct A {"]).isBalanced)
    for file in SourceTree.sources { #expect(SwiftOutline(file.lines).isBalanced, "\(file.path)") }
  }

  @Test func aTypeIsItsDeclarationAndItsExtensionsWithoutTheTypesWithin() throws {
    let room = try found("Room", .type)
    #expect(room.lines == 2...18)
    #expect(room.length == 17 - 5)
    #expect(try found("Room", .extension).length == 15)
    #expect(try found("Room.Door", .type).length == 5)
    #expect(try found("Hidden", .type).isPrivate)
    #expect(!room.isPrivate)
  }

  @Test func aFunctionGoesFromItsNameToItsBrace() throws {
    #expect(try found("Room.walls", .function).lines == 6...8)
    #expect(try found("Room.Door.open", .function).lines == 12...14)
    #expect(try found("Room.enter", .function).lines.count == 1)
    #expect(try found("Room.built", .function).lines == 21...28)
    #expect(try found("Room.init", .function).lines == 30...33)
    let functions = outline.declarations.filter { $0.kind == .function }.map(\.name)
    #expect(!functions.contains("Room.made"), "it is set once")
    #expect(!functions.contains("Sees.sees"), "it has no body")
  }

  @Test func theSameNameInTwoTargetsIsTwoTypes() {
    func file(_ path: String, _ lines: Int) -> SourceTree.File {
      SourceTree.File(
        path: path,
        lines: ["struct Place {"] + Array(repeating: "  let a = 1", count: lines) + ["}"])
    }
    let extended = SourceTree.File(
      path: "Sources/Screens/Place+More.swift", lines: ["extension Place {", "}"])
    let measures = HouseMeasures([
      file("Sources/Matters/Place.swift", 10), file("Sources/Screens/Place.swift", 20), extended,
    ])
    #expect(measures.types == ["Matters Place": 12, "Screens Place": 24])
  }
}
