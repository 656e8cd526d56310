import Glibc

/// Which file stands at a path, whatever it is called.
struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// - Returns: nil where no file stands there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(of descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
