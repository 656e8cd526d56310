import PackModel
import Testing

@testable import Papers

@Suite struct HTMLTableTests {
  static let page = Array(
    """
    <!DOCTYPE html><html><head><title>a</title><style>td{color:red}</style></head><body>
    <script>document.write("<table><tr><td>no</td></tr></table>")</script>
    <h2>Infra&shy;structure</h2><p>Text.</p>
    <table class="x"><thead><tr><th>Entity&nbsp;name<th>Purpose</th><th colspan=2>Location</th></tr></thead>
    <tbody><tr><td rowspan="2"><a href="https://a.b?c=1&amp;d">Beta Mail, Inc.</a><sup>1</sup></td><td>E-mail<br>delivery</td><td>USA</td><td>Ohio</td></tr>
    <tr><td>Logs &amp; traces</td><td>Germany<td></tr>
    <!-- <tr><td>hidden</td></tr> -->
    <tr><td colspan="4">Support</td></tr>
    <tr><td>M&uuml;ller &#8211; S&ouml;hne</td><td><ul><li>Help</li><li>Desk</li></ul></td><td>AT</td></tr></table>
    </body></html>
    """.utf8)

  @Test func aPageIsReadAsItShows() throws {
    let grids = try TableFile.read(Self.page)
    #expect(grids.count == 1)
    #expect(
      grids[0].rows.map(\.cells) == [
        ["Entity\u{A0}name", "Purpose", "Location"],
        ["Beta Mail, Inc.", "E-mail\ndelivery", "USA", "Ohio"],
        ["Beta Mail, Inc.", "Logs & traces", "Germany"],
        ["Support"],
        ["Müller – Söhne", "Help\nDesk", "AT"],
      ])
    #expect(grids[0].rows.map(\.isBand) == [false, false, false, true, false])
  }

  @Test func depthAndLengthAreBounded() {
    #expect(throws: PaperFault.self) {
      try TableFile.read(text: String(repeating: "<table><tr><td>", count: 5000))
    }
    #expect(throws: PaperFault.self) {
      try TableFile.read(
        text: "<table>" + String(repeating: "<tr><td>x<td>y", count: 10_300) + "</table>")
    }
    let wide =
      "<table><tr><td colspan=1000000 rowspan=1000000>x</td></tr><tr><td>y</td></tr></table>"
    #expect(throws: Never.self) { try TableFile.read(text: wide) }
    #expect(throws: PaperFault.noTable) { try TableFile.read(text: "<html><p>no") }
    // Signs without a tag end nothing early, and cost little.
    #expect(throws: Never.self) {
      try TableFile.read(text: "<table><tr><td>a < b<td>" + String(repeating: "<", count: 100_000))
    }
  }
}
