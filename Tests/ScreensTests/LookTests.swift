import Canvas
import Testing
@testable import Screens

@Test func look() throws {
  for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)] {
    var s = try Sitting(size, pack: SamplePack.make())
    print(s.frame.text); print("=====")
    s.open()
    s.press("<pause>")
    func show(_ keys: String) { s.press(keys); print("---- \(keys)"); print(s.frame.text); print("caret", s.frame.caret) }
    show("")
    show("<Enter>")
    show("Nordlicht GmbH<Enter>ger<pause>")
    show("<Enter>1.3.2026<pause>")
    show("<Enter>Answering customers of the shop, and drafting texts for staff in the offices of the company.<pause>")
    show("<Tab>tomorow<pause>")
    show("<Enter><Enter>")
    show("<pause>")
    show("2<Enter> <pause>")
    show("<Enter><pause>")
    show("1<Enter>5<pause>")
    show("<Enter><Alt-W>")
    show("<Alt-P><pause>")
    show("<Enter><Enter><pause>")
    show("<Enter>Azure<Enter>")
    show("<Enter><Enter><pause>")
    show("<Tab><pause>")
    show("<Ctrl-G>")
    show("<Esc><Alt-V>")
    show("3")
    show("<Tab>")
    show("<Esc><Esc><Alt-G>")
    show("<Esc><F1><F1>")
    if size.columns == 80 { show("<Esc><Alt-/>contr") }
  }
}
