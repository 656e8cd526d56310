import Interview
import PlainText

/// Looks through a file's bytes for the rows of a matter.
///
/// Entries and enclosures are found by the form of their records wherever they lie, also where no page
/// leads to them any more: their hashes tell what is one. The other rows have no hash; of them only
/// those are taken that a page of an index names.
struct WreckReader {
  let image: PageImage
  private(set) var wreck: Wreck
  /// How many bytes may still be copied or hashed. In a file that art28 wrote no two rows share a byte.
  private var work: Int
  /// How many bytes may still come out of zlib streams.
  private var unpacking = 512 << 20
  /// Where pages begin that hold the rest of a whole enclosure: an enclosed matter is not this one.
  private var enclosed: Set<Int> = []
  /// Where the records of whole entries begin.
  private var known: Set<Int> = []

  /// SHA-256, as the header of a record says it.
  private static let hashType: UInt8 = 76

  /// In bytes, of an entry and of an enclosure as they are stored: sealed, they are padded by an eighth.
  private static let largestEntry = MatterFile.largestEntry / 8 * 9 + 4096
  private static let largestEnclosure = MatterFile.largestEnclosure / 8 * 9 + 1 << 16

  init(_ image: PageImage) {
    self.image = image
    wreck = Wreck()
    work = 4 * image.bytes.count + 1 << 20
  }

  mutating func read() {
    for place in image.start..<max(image.bytes.count - 6, image.start) {
      let kind = image.bytes[place + 1]
      if kind & 1 == 1, (13...77).contains(kind), (6...40).contains(image.bytes[place]) {
        takeEnclosure(at: place)
      }
    }
    var place = image.start
    while place < image.bytes.count - 6 {
      let end =
        image.bytes[place + 1] == 0 && (5...13).contains(image.bytes[place])
          && !enclosed.contains(page(of: place)) ? takeEntry(at: place) : nil
      place = end ?? place + 1
    }
    for place in image.places where !enclosed.contains(place) {
      guard let page = BTreePage(at: place, in: image) else { continue }
      switch page.kind {
      case .tableLeaf: takeEntries(of: page)
      case .indexLeaf, .indexInterior: takeRows(of: page)
      case .tableInterior: break
      }
    }
  }

  private func page(of place: Int) -> Int {
    image.start + (place - image.start) / image.pageSize * image.pageSize
  }

  /// The content of a cell, as long as there is work left.
  private mutating func content(
    at place: Int, _ length: Int, in tree: PageImage.Tree, fromJournal: Bool = false
  ) -> (bytes: [UInt8], pages: [Int])? {
    guard length <= work else { return nil }
    let found = image.content(at: place, length: length, in: tree, fromJournal: fromJournal)
    // A chain that leads nowhere was followed, too.
    work -= found == nil ? min(length, image.pageSize) : length
    return found
  }

  // MARK: Entries

  /// Looks whether the record of an entry begins here: a number that stands elsewhere, a payload and
  /// two hashes.
  ///
  /// - Returns: where its bytes on this page end, where it is whole.
  private mutating func takeEntry(at place: Int) -> Int? {
    let bytes = image.bytes
    guard let type = Varint(bytes, at: place + 2), type.value >= 12, type.value.isMultiple(of: 2),
      Int(bytes[place]) == 4 + type.length, place + 4 + type.length <= bytes.count,
      bytes[place + 2 + type.length] == Self.hashType,
      bytes[place + 3 + type.length] == Self.hashType
    else { return nil }
    let payload = (type.value - 12) / 2
    guard payload <= Self.largestEntry else { return nil }
    let size = Int(bytes[place])
    let length = size + payload + 64
    guard let record = entry(at: place, length, header: size, number: number(before: place)) else {
      return nil
    }
    wreck.entries.append(record)
    guard record.isWhole else { return nil }
    known.insert(place)
    return place + image.local(of: length, in: .table)
  }

  private mutating func entry(
    at place: Int, _ length: Int, header: Int, number: Int
  ) -> EntryRecord? {
    var found: EntryRecord?
    let isInJournal = place >= image.fileLength
    for fromJournal in image.earlier.isEmpty ? [false] : [isInJournal, !isInJournal] {
      guard let content = content(at: place, length, in: .table, fromJournal: fromJournal)?.bytes
      else { continue }
      let record = EntryRecord(
        number: number, payload: Array(content[header..<length - 64]),
        hash: Array(content[length - 64..<length - 32]), link: Array(content[(length - 32)...]))
      if record.isWhole { return record }
      found = found ?? record
    }
    return found ?? cutOff(at: place, length, header: header, number: number)
  }

  /// An entry whose file ends within its link.
  private func cutOff(at place: Int, _ length: Int, header: Int, number: Int) -> EntryRecord? {
    let end = place + length - 32
    guard image.local(of: length, in: .table) == length, end <= image.bytes.count else {
      return nil
    }
    let record = EntryRecord(
      number: number, payload: Array(image.bytes[place + header..<end - 32]),
      hash: Array(image.bytes[end - 32..<end]), link: [])
    return record.isWhole ? record : nil
  }

  /// The number of variable length that ends before a place; 0 where there is none.
  private func number(before place: Int) -> Int {
    var begin = place - 1
    while begin > max(place - 9, 0), begin > 0, image.bytes[begin - 1] & 0x80 != 0 { begin -= 1 }
    guard let number = Varint(image.bytes, at: begin), begin + number.length == place else {
      return 0
    }
    return number.value
  }

  /// Entries whose record says something else of their lengths than their cell, and the ways to open a
  /// locked matter.
  private mutating func takeEntries(of page: BTreePage) {
    for cell in page.cells where work > 0 {
      work -= 8
      guard let length = Varint(image.bytes, at: cell),
        let number = Varint(image.bytes, at: cell + length.length),
        length.value <= Self.largestEntry + 72
      else { continue }
      let place = cell + length.length + number.length
      guard !known.contains(place) else { continue }
      takeLock(at: place, length.value, slot: number.value)
      for header in 5...8 where length.value > 72 {
        guard
          let record = entry(at: place, length.value, header: header, number: number.value),
          record.isWhole
        else { continue }
        wreck.entries.append(record)
        break
      }
    }
  }

  /// A row of the ways to open a locked matter.
  private mutating func takeLock(at place: Int, _ length: Int, slot: Int) {
    guard length < 300, let content = content(at: place, length, in: .table),
      let values = StoredRecord(content.bytes)?.values, values.count == 7
    else { return }
    wreck.lockRows.append((slot, values))
  }

  // MARK: Enclosures

  private mutating func takeEnclosure(at place: Int) {
    let bytes = image.bytes
    let size = Int(bytes[place])
    var (header, types) = (1, [Int]())
    while header < size, types.count < 6, let type = Varint(bytes, at: place + header) {
      types.append(type.value)
      header += type.length
    }
    guard header == size, types.count == 5, types[3] == Int(Self.hashType), types[0] & 1 == 1,
      types[1] & 1 == 1, types[2] & 1 == 0, types[4] & 1 == 0, types[1] >= 13, types[2] >= 12,
      types[4] >= 12
    else { return }
    let most = 2 * Self.largestEnclosure
    guard types.allSatisfy({ $0 < most }) else { return }
    let length = types.reduce(size) { $0 + ($1 - ($1 & 1 == 1 ? 13 : 12)) / 2 }
    let isInJournal = place >= image.fileLength
    for fromJournal in image.earlier.isEmpty ? [false] : [isInJournal, !isInJournal] {
      guard let content = content(at: place, length, in: .table, fromJournal: fromJournal),
        let record = enclosure(content.bytes)
      else { continue }
      wreck.enclosures.append(record)
      enclosed.formUnion(content.pages.compactMap(image.place(of:)))
      return
    }
  }

  /// nil where it is not whole, or known already.
  private mutating func enclosure(_ content: [UInt8]) -> EnclosureRecord? {
    guard unpacking > 0, let values = StoredRecord(content)?.values, let kind = values[0].text,
      let name = values[1].text, let title = values[2].blob,
      let hash = values[3].blob.flatMap(Fingerprint.init(bytes:)), let stored = values[4].blob,
      !wreck.enclosures.contains(where: { $0.kind == kind && $0.name == name })
    else { return nil }
    let record = EnclosureRecord(
      kind: kind, name: name, title: String(decoding: title, as: UTF8.self), hash: hash,
      stored: stored)
    unpacking -= max(record.bytes.count, stored.first == 0x78 ? 1 << 20 : 0)
    return record.isWhole ? record : nil
  }

  // MARK: Other rows

  private mutating func takeRows(of page: BTreePage) {
    var states: [StateRow] = []
    for cell in page.cells where work > 0 {
      work -= 8
      let place = cell + (page.kind == .indexInterior ? 4 : 0)
      guard let length = Varint(image.bytes, at: place),
        let content = content(
          at: place + length.length, length.value, in: .index,
          fromJournal: place >= image.fileLength),
        let values = StoredRecord(content.bytes)?.values, let first = values.first?.text
      else { continue }
      switch values.count {
      case 2:
        guard let value = values[1].blob else { continue }
        if first == Beside.name {
          wreck.besides.append(value)
        } else if wreck.metadata[first] == nil {
          wreck.metadata[first] = value
        }
      case 3:
        if let name = values[1].text, values[2].integer != nil {
          wreck.enclosureNames.insert([first, name])
        }
      case 4: takeDesk(first, Array(values.dropFirst()))
      case 5: if let row = StateRow(values) { states.append(row) }
      default: break
      }
    }
    if !states.isEmpty { wreck.states.append(states) }
  }

  private mutating func takeDesk(_ person: String, _ values: [StoredRecord.Value]) {
    guard let first = values[0].text else { return }
    if let text = values[2].blob, let row = values[1].text {
      let key = AnswerKey(first, row: row.isEmpty ? nil : row)
      if wreck.fields[person]?[key] == nil {
        wreck.fields[person, default: [:]][key] = String(decoding: text, as: UTF8.self)
      }
    } else if wreck.places[person] == nil, values[2].blob == nil {
      wreck.places[person] = DeskPlace(
        step: first, question: values[1].text, row: values[2].text)
    }
  }
}

extension StateRow {
  /// - Returns: nil where a column holds what it cannot.
  init?(_ values: [StoredRecord.Value]) {
    guard values.count == 5, let kind = values[0].text.flatMap(Key.Kind.init),
      let name = values[1].text, let part = values[2].text, let value = values[3].blob,
      let entry = values[4].integer
    else { return nil }
    key = Key(kind: kind, name: name, part: part)
    (self.value, self.entry) = (value, entry)
  }
}
