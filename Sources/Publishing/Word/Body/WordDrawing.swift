import Documents
import PlainText

/// A sketch as a drawing of Word's own: shapes with words that can be found and read aloud, without
/// any file beside it.
enum WordDrawing {
  /// English metric units in a point.
  private static let unit = 12_700

  /// A run that holds the drawing. `id` is its own in the file.
  static func run(_ sketch: Sketch, _ picture: Picture, part: String, id: Int) -> String {
    let (width, height) = (Sketch.width * unit, max(sketch.height, 1) * unit)
    let words = HTMLText.escaped(Sanitiser.documentLine.clean(picture.description))
    let name = HTMLText.escaped(Sanitiser.documentLine.clean(picture.title + part))
    var number = id
    let shapes = sketch.items.map { item -> String in
      number += 1
      return shape(item, number)
    }
    return """
      <w:r><w:drawing><wp:inline \
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(width)" cy="\(height)"/>\
      <wp:docPr id="\(id)" name="\(name)" descr="\(words)"/><wp:cNvGraphicFramePr/>\
      <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData \
      uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp \
      xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\
      <wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>\
      <a:ext cx="\(width)" cy="\(height)"/><a:chOff x="0" y="0"/>\
      <a:chExt cx="\(width)" cy="\(height)"/></a:xfrm></wpg:grpSpPr>\(shapes.joined())</wpg:wgp>\
      </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
      """
  }

  private static func shape(_ item: Sketch.Item, _ id: Int) -> String {
    switch item {
    case .box(let x, let y, let width, let height, let tone):
      let dash = tone == .unknown ? "<a:prstDash val=\"dash\"/>" : ""
      return wrapped(
        id, x, y, width, height, geometry: "rect",
        fill: "<a:solidFill><a:srgbClr val=\"\(Ink.fill(tone))\"/></a:solidFill>",
        line: """
          <a:ln w="\(tone == .bad ? 19_050 : 9_525)"><a:solidFill><a:srgbClr val="555555"/>\
          </a:solidFill>\(dash)</a:ln>
          """)
    case .line(let x1, let y1, let x2, let y2):
      return wrapped(
        id, x1, y1, x2 - x1, y2 - y1, geometry: "line", fill: "",
        line: "<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"777777\"/></a:solidFill></a:ln>")
    case .text(let x, let y, let width, let words, let face):
      let size = SketchText.size(face)
      let strong = face == .strong ? "<w:b/>" : ""
      return wrapped(
        id, x, y - size - 1, width, size + 5, geometry: "rect", fill: "<a:noFill/>",
        line: "<a:ln><a:noFill/></a:ln>",
        text: """
          <wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" \
          w:line="\(20 * (size + 2))" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr>\
          <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>\(strong)<w:sz w:val="\(2 * size)"/>\
          </w:rPr><w:t xml:space="preserve">\(HTMLText.escaped(words))</w:t></w:r></w:p>\
          </w:txbxContent></wps:txbx>
          """)
    }
  }

  private static func wrapped(
    _ id: Int, _ x: Int, _ y: Int, _ width: Int, _ height: Int, geometry: String, fill: String,
    line: String, text: String = ""
  ) -> String {
    """
    <wps:wsp><wps:cNvPr id="\(id)" name="\(id)"/><wps:cNvSpPr\(text.isEmpty ? "" : " txBox=\"1\"")/>\
    <wps:spPr><a:xfrm><a:off x="\(x * unit)" y="\(y * unit)"/>\
    <a:ext cx="\(width * unit)" cy="\(height * unit)"/></a:xfrm>\
    <a:prstGeom prst="\(geometry)"><a:avLst/></a:prstGeom>\(fill)\(line)</wps:spPr>\(text)\
    <wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="none"><a:noAutofit/></wps:bodyPr></wps:wsp>
    """
  }
}
