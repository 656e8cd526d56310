import Glibc

/// The bytes of a file that is to be rescued, and of the rollback journal beside it.
struct WreckFile {
  let bytes: [UInt8]
  /// Empty where there is none.
  let journal: [UInt8]
  let path: String

  /// In bytes. A matter holds a few papers of 64 MiB at most.
  private static let largest = 1 << 30

  /// Neither file is changed, nor locked.
  ///
  /// - Throws: `.notFound`, `.isFolder`, `.noPlainFile`, `.noPermission`, `.tooLarge`, `.storage`.
  init(at given: String) throws(MatterError) {
    path = try MatterPath.existing(given, needsJournal: false).path
    bytes = try WreckFile.read(path, of: path)
    journal = (try? WreckFile.read(path + "-journal", of: path)) ?? []
  }

  private static func read(_ path: String, of matter: String) throws(MatterError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { throw MatterPath.failure(errno, at: matter, kept: .untouched) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw MatterError(.noPlainFile, path: matter, kept: .untouched)
    }
    guard status.st_size <= largest else {
      throw MatterError(
        .tooLarge(bytes: Int(status.st_size), limit: largest), path: matter, kept: .untouched)
    }
    let size = Int(status.st_size)
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(file, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        number = got < 0 ? errno : 0
        guard got > 0 else { return }
        count += got
      }
    }
    // A disk that cannot read one place gives what lies before it.
    guard number == 0 || !bytes.isEmpty else {
      throw MatterPath.failure(number, at: matter, kept: .untouched)
    }
    return bytes
  }
}
