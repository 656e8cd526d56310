/// What a Word document says once somebody's changes are accepted or rejected, as Word does it: what is
/// inserted stays or goes, what is deleted goes or comes back, and a paragraph whose mark goes is one with
/// the next.
struct RevisedText {
  private let author: String
  private let accepts: Bool

  /// The root of the main part after it.
  static func resolved(_ root: MarkupTree, accepting: Bool, author: String) -> MarkupTree {
    let one = RevisedText(author: author, accepts: accepting)
    return one.resolved(root)
  }

  private func resolved(_ element: MarkupTree) -> MarkupTree {
    let copy = MarkupTree(element.name, element.attributes)
    var carried: [MarkupTree.Part] = []
    for part in element.parts {
      guard case .element(let child) = part else {
        copy.parts.append(part)
        continue
      }
      if ["w:ins", "w:del"].contains(child.name), child.attribute("w:author") == author {
        guard (child.name == "w:ins") == accepts else { continue }
        copy.parts += resolved(child).parts.map(restored)
        continue
      }
      if child.name.hasPrefix("w:comment") { continue }
      if child.name == "w:r", child.child("w:commentReference") != nil { continue }
      let new = resolved(child)
      guard child.name == "w:p" else {
        copy.parts.append(.element(new))
        continue
      }
      if !carried.isEmpty {
        let own = new.parts.firstIndex {
          if case .element(let one) = $0 { one.name == "w:pPr" } else { false }
        }
        new.parts.insert(contentsOf: carried, at: own.map { $0 + 1 } ?? 0)
        carried = []
      }
      if loses(child) {
        carried = new.parts.filter {
          if case .element(let one) = $0 { one.name != "w:pPr" } else { true }
        }
        // Nothing to carry: the paragraph is gone.
      } else {
        copy.parts.append(.element(new))
      }
    }
    precondition(carried.isEmpty, "a paragraph has none to be one with")
    return copy
  }

  /// Whether the paragraph's end goes.
  private func loses(_ paragraph: MarkupTree) -> Bool {
    let letters = paragraph.child("w:pPr")?.child("w:rPr")
    return letters?.child(accepts ? "w:del" : "w:ins")?.attribute("w:author") == author
  }

  private func restored(_ part: MarkupTree.Part) -> MarkupTree.Part {
    guard case .element(let element) = part, !accepts else { return part }
    let name =
      switch element.name {
      case "w:delText": "w:t"
      case "w:delInstrText": "w:instrText"
      default: element.name
      }
    let copy = MarkupTree(name, element.attributes)
    copy.parts = element.parts.map(restored)
    return .element(copy)
  }

  // MARK: What is compared

  /// The text of each paragraph, as a reader sees it; nested ones by themselves, where they stand.
  static func paragraphs(_ root: MarkupTree) -> [String] {
    root.all("w:p").map { paragraph in signs(paragraph, []).map(\.sign).joined() }
  }

  /// Each sign of each paragraph with how it looks and what it stands in, so that a run may be in pieces.
  static func letters(_ root: MarkupTree) -> [[String]] {
    root.all("w:p").map { paragraph in
      let own = paragraph.child("w:pPr").map(properties) ?? ""
      return [own] + signs(paragraph, [], all: true).map { "\($0.sign) \($0.look)" }
    }
  }

  /// A paragraph's properties; without any, and with empty letters, it is the same.
  private static func properties(_ element: MarkupTree) -> String {
    let text = element.written.replacing("<w:rPr></w:rPr>", with: "")
    return text == "<w:pPr></w:pPr>" ? "" : text
  }

  private static func signs(
    _ element: MarkupTree, _ around: [String], all: Bool = false
  ) -> [(sign: String, look: String)] {
    var found: [(sign: String, look: String)] = []
    for child in element.children {
      switch child.name {
      case "w:r":
        let look = (child.child("w:rPr")?.written ?? "") + around.joined(separator: "/")
        for part in child.children {
          switch part.name {
          case "w:t",
            "w:delText" where all:
            found += part.text.map { (String($0), look) }
          case "w:tab": found.append(("\t", look))
          case "w:br": found.append(("\n", look))
          case "w:rPr": break
          // Comments are no text; their numbers are compared elsewhere.
          case "w:commentReference": break
          default: if all { found.append((part.written, look)) }
          }
        }
      case "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:ins":
        found += signs(child, around + [child.name], all: all)
      case "w:del": if all { found += signs(child, around + [child.name], all: all) }
      default:
        if all, child.name != "w:pPr", !child.name.hasPrefix("w:comment") {
          found.append((child.written, ""))
        }
      }
    }
    return found
  }
}
