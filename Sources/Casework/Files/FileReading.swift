import Glibc
import PackCompiler
import Papers

/// What is read, and how much of it at most: a path may come from a stranger, and lead to anything.
package struct FileUse: Sendable {
  /// In bytes; far above what an honest file needs.
  let limit: Int
  /// Whether a pipe will do: `-`, or what a shell puts in the place of a file.
  var takesStreams = false
  /// Whether nobody but this person may be able to write it.
  var isPrivate = false

  /// Answers, and sheets that came back.
  package static let answers = FileUse(limit: PaperLimits.bytes, takesStreams: true)
  /// A list from elsewhere.
  package static let list = FileUse(limit: PaperLimits.bytes, takesStreams: true)
  /// A matter as JSON.
  package static let export = FileUse(limit: 200_000_000, takesStreams: true)
  /// A file of a pack.
  package static let source = FileUse(limit: SourceFiles.largestFile)
  /// A key in PEM.
  package static let key = FileUse(limit: 100_000, takesStreams: true)
  /// A final copy, or whatever stands where a document is to be written.
  package static let published = FileUse(limit: 200_000_000)
  /// A part of a house style.
  package static let style = FileUse(limit: 50_000_000)
  /// What the program itself keeps for a person.
  package static let own = FileUse(limit: 50_000_000)
  /// An authority's time stamp, or a signature of the other side.
  package static let attestation = FileUse(limit: 1_000_000, takesStreams: true)
  /// Certificates of authorities; a system's own file of them has 200 kB.
  package static let authorities = FileUse(limit: 5_000_000)
  /// A compiled pack, which stands for sources that are not read again.
  package static let compiled = FileUse(limit: 200_000_000, isPrivate: true)
}

extension Files {
  /// The whole of a file; `-` is standard input, where the use takes streams.
  ///
  /// No device is read, a pipe that nobody writes to is empty, and what is too large is not read to
  /// its end.
  package static func read(_ path: String, as use: FileUse) throws(FileError) -> [UInt8] {
    if path == "-", use.takesStreams { return try rest(of: STDIN_FILENO, path, use.limit) }
    // Without waiting for somebody at the other end of a pipe.
    let links = use.isPrivate ? O_NOFOLLOW : 0
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | links)
    guard file >= 0 else { throw FileError(path: path, number: errno) }
    defer { close(file) }
    return try contents(of: file, path, as: use)
  }

  /// Whether a folder is this person's, and nobody else can put a file into it.
  static func isPrivateFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
      && info.st_uid == geteuid() && info.st_mode & 0o022 == 0
  }

  /// The whole of an open file, where it is one of those that the use takes.
  static func contents(
    of file: Int32, _ path: String, as use: FileUse
  ) throws(FileError) -> [UInt8] {
    var info = stat()
    guard fstat(file, &info) == 0 else { throw FileError(path: path, number: errno) }
    if use.isPrivate, info.st_uid != geteuid() || info.st_mode & 0o022 != 0 {
      throw FileError(path: path, saying: "can be written by others")
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: if info.st_size > use.limit { throw tooLarge(path, use.limit) }
    case S_IFDIR: throw FileError(path: path, number: EISDIR)
    case S_IFIFO where use.takesStreams:
      // Read as it comes, from here on.
      if fcntl(file, F_SETFL, 0) < 0 { throw FileError(path: path, number: errno) }
    default: throw FileError(path: path, saying: "is no plain file")
    }
    return try rest(of: file, path, use.limit)
  }

  private static func rest(
    of file: Int32, _ path: String, _ limit: Int
  ) throws(FileError) -> [UInt8] {
    // The size is a hint: a pipe has none, and a file may grow.
    var info = stat()
    let size = fstat(file, &info) == 0 ? min(max(Int(info.st_size), 0), limit) : 0
    var bytes = try chunk(of: file, path, upTo: max(size, 4096))
    while true {
      let more = try chunk(of: file, path, upTo: 65_536)
      if bytes.count + more.count > limit { throw tooLarge(path, limit) }
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileError {
    let size = limit < 1_000_000 ? "\(limit / 1000) kB" : "\(limit / 1_000_000) MB"
    return FileError(path: path, saying: "is larger than \(size), the most that is read here")
  }

  /// What one read gives; nothing at the end.
  private static func chunk(
    of file: Int32, _ path: String, upTo size: Int
  ) throws(FileError) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got = Glibc.read(file, buffer.baseAddress, size)
      while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, size) }
      number = got < 0 ? errno : 0
      count = max(got, 0)
    }
    guard number == 0 else { throw FileError(path: path, number: number) }
    return bytes
  }

  /// The whole of a file as text: UTF-8, or UTF-16 with its mark.
  ///
  /// - Throws: an `Outcome` where it cannot be read, or is no such text.
  package static func text(_ path: String, as use: FileUse) throws -> String {
    let bytes = try outcome { () throws(FileError) in try read(path, as: use) }
    guard let text = TextBytes.text(bytes) else {
      throw Outcome.file(
        "“\(path)” is no UTF-8 text. Save it as UTF-8 (in an editor: Save as, Encoding) and try again."
      )
    }
    return text
  }
}
