/// The line `# Title {#id .class when="…"}`, split.
struct Heading {
  let title: TextSource
  /// Empty where the line gives none.
  private(set) var id = ""
  private(set) var classes: [String] = []
  private(set) var when: TextSource?

  init(_ line: DocumentLine, hashes: Int, _ report: Report) {
    let scalars = Array(line.text.unicodeScalars)
    let start = hashes + 1
    var end = scalars.count
    let whole = TextSource(line.text, line.place)
    if let open = scalars.indices.last(where: {
      scalars[$0] == "{" && $0 + 1 < scalars.count && ["#", "."].contains(scalars[$0 + 1])
    }) {
      end = open
      var index = open + 1
      while index < scalars.count, scalars[index] != "}" {
        if scalars[index] == " " {
          index += 1
          continue
        }
        var stop = index
        if whole.part(index..<scalars.count).text.hasPrefix("when=\"") {
          let begin = index + 6
          stop = begin
          while stop < scalars.count, scalars[stop] != "\"" { stop += 1 }
          when = whole.part(begin..<stop)
          index = min(stop + 1, scalars.count)
          continue
        }
        while stop < scalars.count, scalars[stop] != " ", scalars[stop] != "}" { stop += 1 }
        let word = whole.part(index..<stop).text
        if word.hasPrefix("#") {
          id = String(word.dropFirst())
        } else if word.hasPrefix(".") {
          classes.append(String(word.dropFirst()))
        } else {
          report.add(
            .brokenText, whole.place(index), "“\(word)” has no meaning here.",
            "Write {#id}, {#id .annex} or {#id when=\"CONDITION\"}.")
        }
        index = stop
      }
    }
    while end > start, scalars[end - 1] == " " { end -= 1 }
    title = start <= end ? whole.part(start..<end) : TextSource()
  }
}
