import Canvas
import FoundationEssentials
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The pictures in README.md are the screens of the program as it is, on the real questionnaire.
///
/// `RECORD_GOLDENS=1` makes them anew, and fails: what was recorded is to be looked at.
@Suite struct PictureTests {
  static let pictures: [(name: String, size: Size, keys: String)] = [
    ("question", Size(columns: 80, rows: 24), "<Ctrl-G>notice of changes<Enter><Ctrl-U>10<pause>"),
    (
      "draft-beside", Size(columns: 120, rows: 34), "<Ctrl-G>notice of changes<Enter><Alt-P><pause>"
    ),
    ("draft", Size(columns: 80, rows: 24), "<Ctrl-G>notice of changes<Enter><Ctrl-R>"),
  ]

  @Test func areCurrent() throws {
    let pack = TestPacks.compiled(
      SourceFiles(TestPacks.files(under: "Questionnaires/ai-dpa")))
    let answers = TestPacks.text("Questionnaires/ai-dpa/examples/saas-processor/answers.yaml")
    var assigning = Assigning(evaluate(pack, AnswerSheet()))
    guard case .success(let file) = AnswersFile.read(answers, file: "answers.yaml") else {
      Issue.record("the example cannot be read")
      return
    }
    assigning.take(file.assignments)
    for picture in Self.pictures {
      var sitting = try Sitting(picture.size, pack: pack)
      sitting.open(
        "Nordlicht / Datenlotse", journey: pack.journeys.first?.id ?? "", since: assigning.changes)
      sitting.press(picture.keys)
      #expect(throws: Never.self, "\(picture.name)") {
        try Golden.expect(
          FrameSVG(sitting.frame).text, "\(picture.name).svg", in: "Documentation/Screens")
      }
    }
  }

  @Test func aPictureShowsEveryCharacterAtItsColumn() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.put("a<山&", at: Point(x: 1, y: 0), style: .error)
    frame.put("bar", at: Point(x: 0, y: 1), style: .title)
    let svg = FrameSVG(frame).text
    #expect(svg.contains(">a&lt;山</text>"))
    #expect(svg.contains("textLength=\"33.6\""))
    #expect(svg.contains(">&amp;</text>"))
    #expect(svg.contains("<rect x=\"12\" y=\"30\" width=\"25.2\""))
  }
}
