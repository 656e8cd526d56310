/// Places of a line, and what is around them.
extension WordLine {
  /// The place behind a sign.
  func place(after sign: Int) -> Place {
    let before = signs[sign].place
    return Place(item: before.item, offset: before.offset + 1)
  }

  /// The number of the run that a sign stands in.
  func run(at sign: Int) -> Int { items[signs[sign].place.item].run }

  /// The item that an element of a run is; nil where it is in a deletion.
  func item(_ element: Int) -> Int? { items.firstIndex { $0.element == element } }

  /// The outermost content control of the paragraph around a sign that can't be changed.
  func closedControl(around sign: Int) -> Int? {
    let run = runs[run(at: sign)]
    guard obstacle == nil, run.obstacle != nil else { return nil }
    var found: Int?
    var at = run.element
    while at != element, at >= 0 {
      if markup.elements[at].tag == .sdt { found = at }
      at = markup.elements[at].parent
    }
    return found
  }

  // MARK: Fields

  /// Whether the field shows a sign.
  func shows(_ field: WordMarkup.Field, _ sign: Int) -> Bool {
    let element = items[signs[sign].place.item].element
    return field.separate < element && element < field.end
  }

  /// Whether the field begins and ends in the paragraph.
  func holds(_ field: WordMarkup.Field) -> Bool {
    element < field.begin && field.end < markup.elements[element].next
  }

  /// Behind a sign, or behind the field that shows it.
  func placeBehindField(of sign: Int) -> Place {
    fields.filter { shows($0, sign) && holds($0) }.compactMap { item($0.end) }
      .map { Place(item: $0, offset: items[$0].length) }
      .reduce(place(after: sign), max)
  }

  /// Before a sign, or before the field that shows it.
  func placeBeforeField(of sign: Int) -> Place {
    fields.filter { shows($0, sign) && holds($0) }.compactMap { item($0.begin) }
      .map { Place(item: $0, offset: 0) }
      .reduce(signs[sign].place, min)
  }

  /// Whether a field of one element holds runs and marks of places only, so that it can be written as one
  /// of several runs.
  func isSimple(_ field: Int) -> Bool {
    markup.children(of: field).allSatisfy {
      [.r, .bookmarkStart, .bookmarkEnd, .proofErr].contains(markup.elements[$0].tag)
    }
  }

  // MARK: Edges

  /// Where in the bytes a place is at the edge of a run; nil inside one.
  ///
  /// What stands behind the last words of a link or control stands behind the whole of it, if
  /// `leaves` says so of that element; another's insertion is always left. `left` are these.
  func edge(
    behind place: Place, leaves: (_ container: Int) -> Bool
  ) -> (byte: Int, container: Int, left: [Int])? {
    let run = runs[items[place.item].run]
    guard place.item == run.items.upperBound - 1, place.offset == items[place.item].length else {
      return nil
    }
    var at = run.element
    var left: [Int] = []
    while true {
      let parent = markup.elements[at].parent
      guard parent != element, parent >= 0, isLast(at, in: parent) else { break }
      let isInsertion = [.ins, .moveTo].contains(markup.elements[parent].tag)
      guard isInsertion || leaves(parent) else { break }
      left.append(parent)
      at = parent
    }
    return (markup.elements[at].end, markup.elements[at].parent, left)
  }

  /// Whether nothing with text follows in the container.
  private func isLast(_ child: Int, in parent: Int) -> Bool {
    var at = markup.elements[child].next
    while at < markup.elements[parent].next {
      guard [.bookmarkStart, .bookmarkEnd, .proofErr].contains(markup.elements[at].tag) else {
        return false
      }
      at = markup.elements[at].next
    }
    return true
  }

  // MARK: The paragraph's end

  /// The paragraph that follows, without anything between; nil where a table, another kind of thing or
  /// nothing does.
  var following: Int? {
    var at = markup.elements[element].next
    let parent = markup.elements[element].parent
    guard parent >= 0 else { return nil }
    while at < markup.elements[parent].next {
      switch markup.elements[at].tag {
      case .p: return at
      case .bookmarkStart, .bookmarkEnd, .proofErr: at = markup.elements[at].next
      default: return nil
      }
    }
    return nil
  }

  /// Whether the paragraph carries the end of a section.
  var endsSection: Bool {
    markup.child(.pPr, of: element).flatMap { markup.child(.sectPr, of: $0) } != nil
  }

  /// Whether somebody has proposed already that the paragraph begins or ends to be one.
  var isMarked: Bool {
    guard let properties = markup.child(.pPr, of: element),
      let letters = markup.child(.rPr, of: properties)
    else { return false }
    return markup.children(of: letters).contains {
      [.ins, .del, .moveFrom, .moveTo].contains(markup.elements[$0].tag)
    }
  }

  /// Whether the whole paragraph can go: it would be one with the next.
  var canEnd: Bool {
    obstacle == nil && following != nil && !endsSection && !isMarked
      && items.allSatisfy { $0.kind != .kept }
      && fields.allSatisfy { holds($0) }
  }
}
