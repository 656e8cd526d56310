import Documents
import PlainText
import Testing

@testable import Publishing

/// A tree of forty companies stays readable in every format, and says in words what it shows.
struct PictureTests {
  static let tree: Picture = {
    var nodes = [Picture.Node(depth: 0, title: "Datenlotse eG", lines: [], tone: .plain)]
    for number in 1...40 {
      nodes.append(
        Picture.Node(
          depth: number % 9 == 0 ? 1 : min(number % 9, 8),
          title: "Company \(number) – 日本語データ 株式会社",
          lines: [
            "hosting · Germany · processor", "incident: 24 hours, at the controller: 60 hours",
          ],
          tone: number % 3 == 0 ? .unknown : .plain))
    }
    return Picture(title: "The chain", description: "Forty & one companies.", shape: .tree(nodes))
  }()

  @Test func everyNodeIsInEveryFormat() {
    let text = PictureText.plain(Self.tree, width: 78)
    #expect(text.allSatisfy { CellWidth.of($0) <= 78 })
    let sketches = Sketch.sketches(Self.tree)
    #expect(sketches.count > 1)
    #expect(sketches.allSatisfy { $0.height <= 640 })
    let svg = sketches.map { SVG.write($0, title: "T", description: "D & E", id: "p") }.joined()
    let word = sketches.enumerated().map {
      WordDrawing.run($0.element, Self.tree, part: "", id: 1000 * ($0.offset + 1))
    }.joined()
    for number in 1...40 {
      #expect(text.contains { $0.contains("Company \(number) ") })
      #expect(svg.contains("Company \(number) "))
      #expect(word.contains("Company \(number) "))
    }
    #expect(svg.contains("<desc id=\"p-words\">D &amp; E</desc>") && svg.contains("role=\"img\""))
    #expect(word.contains("descr=\"Forty &amp; one companies.\""))
  }

  @Test func nothingIsDrawnBeyondTheEdge() {
    for sketch in Sketch.sketches(Self.tree) {
      for item in sketch.items {
        switch item {
        case .box(let x, let y, let width, let height, _):
          #expect(x >= 0 && x + width <= Sketch.width && y + height <= sketch.height)
        case .line(let x1, let y1, let x2, let y2):
          #expect(max(x1, x2) <= Sketch.width && max(y1, y2) <= sketch.height)
        case .text(let x, let y, let width, let words, let face):
          let points = CellWidth.of(words) * SketchText.size(face) * 58 / 100
          #expect(x + min(points, width) <= Sketch.width && y <= sketch.height)
        }
      }
    }
  }

  /// A branch's rail ends with its last company.
  @Test func railsEndWhereTheBranchEnds() {
    func node(_ depth: Int) -> Picture.Node {
      Picture.Node(depth: depth, title: "n", lines: [], tone: .plain)
    }
    let guides = Picture.guides([node(0), node(1), node(2), node(1), node(2)])
    #expect(guides[1] == [false, true])
    #expect(guides[2] == [false, true, false])
    #expect(guides[3] == [false, false])
    #expect(guides[4] == [false, false, false])
  }
}
