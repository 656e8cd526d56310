import Interview
import PlainText

/// What was found in the bytes of a matter's file, whatever its state. What payloads mean is not asked
/// here.
struct Wreck {
  /// In the order in which they lie there; not all need be whole.
  var entries: [EntryRecord] = []
  /// Only those whose bytes are those of their hash.
  var enclosures: [EnclosureRecord] = []
  /// Kind and name of enclosures that the file's index names.
  var enclosureNames: Set<[String]> = []
  /// The rows of the state table, page by page. Nothing proves them.
  var states: [[StateRow]] = []
  var places: [String: DeskPlace] = [:]
  var fields: [String: [AnswerKey: String]] = [:]
  var metadata: [String: [UInt8]] = [:]
  /// What may stand sealed beside the journal of a locked matter.
  var besides: [[UInt8]] = []
  /// Rows that may be of the table of ways to open it: their numbers, and what they say.
  var lockRows: [(slot: Int, values: [StoredRecord.Value])] = []
  /// How many bytes are missing at the end, as the file's own header says.
  var missingBytes = 0

  /// How much was found; to compare readings of the same bytes.
  private var weight: Int {
    entries.count(where: \.isWhole) + enclosures.count + states.joined().count + fields.count
      + places.count + metadata.count + besides.count
  }

  /// Reads a file's bytes.
  ///
  /// - Parameter journal: the bytes of its rollback journal; none where there is none.
  init(of file: [UInt8], journal: [UInt8] = []) {
    let bytes = file + journal
    let header = Wreck.pageSize(in: file)
    var sizes = [header, PageImage.usualPageSize].compactMap(\.self)
    if header == PageImage.usualPageSize { sizes.removeLast() }
    self.init(reading: bytes, file.count, sizes)
    if weight == 0 {
      self.init(reading: bytes, file.count, PageImage.pageSizes.filter { !sizes.contains($0) })
    }
    if let pages = PageImage(file, fileLength: file.count, start: 0, pageSize: 512).number(at: 28),
      let header, file.starts(with: Wreck.mark), pages < 1 << 31
    {
      missingBytes = max(pages * header - file.count, 0)
    }
  }

  /// The best of several readings, with the entries and enclosures of all.
  private init(reading bytes: [UInt8], _ fileLength: Int, _ sizes: [Int]) {
    var readings: [Wreck] = []
    for start in Wreck.starts(in: bytes, fileLength) {
      for size in sizes {
        var reader = WreckReader(
          PageImage(bytes, fileLength: fileLength, start: start, pageSize: size))
        reader.read()
        readings.append(reader.wreck)
      }
    }
    let best = readings.indices.max { readings[$0].weight < readings[$1].weight } ?? 0
    guard readings.indices.contains(best) else {
      self.init()
      return
    }
    self = readings[best]
    for (index, other) in readings.enumerated() where index != best { add(other) }
  }

  init() {}

  private mutating func add(_ other: Wreck) {
    let known = Set(entries.map(\.mark))
    entries += other.entries.filter { $0.isWhole && !known.contains($0.mark) }
    let names = Set(enclosures.map { $0.kind + $0.name })
    enclosures += other.enclosures.filter { !names.contains($0.kind + $0.name) }
    lockRows += other.lockRows
  }

  private static let mark = Array("SQLite format 3\0".utf8)
  /// How many files in one are looked for.
  private static let mostStarts = 4

  /// Where a file may begin: at the first byte, and wherever another one does.
  private static func starts(in bytes: [UInt8], _ fileLength: Int) -> [Int] {
    var (found, place) = ([0], 1)
    while place + mark.count <= fileLength, found.count < mostStarts {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) { found.append(place) }
      place += 1
    }
    return found
  }

  /// As its header says; nil where it says nothing that can be.
  private static func pageSize(in file: [UInt8]) -> Int? {
    guard file.count >= 18 else { return nil }
    let size = Int(file[16]) << 8 | Int(file[17])
    let meant = size == 1 ? 65_536 : size
    return PageImage.pageSizes.contains(meant) ? meant : nil
  }
}

extension EntryRecord {
  /// Whether its bytes are those that its hash was taken of.
  var isWhole: Bool { Fingerprint(of: payload) == payloadHash }

  init(number: Int, payload: [UInt8], hash: [UInt8], link: [UInt8]) {
    self.number = number
    self.payload = payload
    payloadHash = Fingerprint(bytes: hash)
    self.link = Fingerprint(bytes: link)
  }
}
