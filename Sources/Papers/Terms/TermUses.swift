/// How often a paper uses terms, and how it writes them.
struct TermUses {
  struct Use {
    /// The position of the first passage that has it.
    let first: Int
    private(set) var count = 0
    private var forms: [String: Int] = [:]

    init(first: Int) { self.first = first }

    mutating func add(_ form: String) {
      count += 1
      forms[form, default: 0] += 1
    }

    /// The form that is used most, one without the plural's letter if there is one.
    var usual: String {
      let single = forms.filter { form, _ in forms[form + "s"] != nil || !form.hasSuffix("s") }
      return (single.isEmpty ? forms : single).min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        ?? ""
    }
  }

  private(set) var capitalised: [String: Use] = [:]
  private(set) var plain: [String: Use] = [:]

  init(of keys: Set<String>, in paper: Paper) {
    var beginnings: Set<String> = []
    for key in keys { for end in key.indices { beginnings.insert(String(key[...end])) } }
    // A heading has capitals anyhow.
    for passage in paper.passages where passage.kind != .heading {
      let words = TermWords.split(passage.text)
      let isAllCapitals = !passage.text.contains(where: \.isLowercase)
      var at = 0
      while at < words.count {
        guard let (key, count) = Self.longest(keys, beginnings, words[at...]) else {
          at += 1
          continue
        }
        let found = words[at..<(at + count)]
        let form = found.map(\.text).joined(separator: " ")
        // So has the first word of a sentence.
        let shows = !isAllCapitals && !(count == 1 && words[at].opens)
        if shows, TermWords.isCapitalised(found) {
          capitalised[key, default: Use(first: passage.position)].add(form)
        } else if form == form.lowercased() {
          plain[key, default: Use(first: passage.position)].add(form)
        }
        at += count
      }
    }
  }

  /// The longest of the terms that the words begin with, and how many words it has.
  private static func longest(
    _ keys: Set<String>, _ beginnings: Set<String>, _ words: ArraySlice<TermWords.Word>
  ) -> (key: String, count: Int)? {
    var found: (key: String, count: Int)?
    var whole = ""
    for (index, word) in words.enumerated() {
      whole += word.key
      let key = TermWords.singular(whole)
      if keys.contains(key) { found = (key, index + 1) }
      if word.closes || !beginnings.contains(whole) { break }
    }
    return found
  }
}
