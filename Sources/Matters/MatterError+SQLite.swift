import GRDB

extension MatterError {
  /// What SQLite reports; see "Result and Error Codes" at sqlite.org/rescode.html.
  init(_ error: any Error, path: String, kept: Kept) {
    self.init(Kind(error), path: path, kept: kept)
  }
}

extension MatterError.Kind {
  fileprivate init(_ error: any Error) {
    if let error = error as? MatterError {
      self = error.kind
      return
    }
    guard let error = error as? DatabaseError else {
      self = .storage(code: 0, String(describing: error))
      return
    }
    let words = error.message ?? "no reason given"
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTINIT:
      self = .unfinishedSave
    case .SQLITE_READONLY_DBMOVED: self = .movedAway
    case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_RDLOCK,
      .SQLITE_IOERR_CHECKRESERVEDLOCK, .SQLITE_IOERR_BLOCKED:
      self = .noLocks
    case .SQLITE_IOERR_SHORT_READ: self = .damaged(Damage(whole: 0, faults: [.pages(words)]))
    default:
      switch error.resultCode {
      case .SQLITE_FULL: self = .diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
      case .SQLITE_READONLY: self = .readOnlyPlace
      case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission
      case .SQLITE_PROTOCOL, .SQLITE_NOLFS: self = .noLocks
      case .SQLITE_CORRUPT, .SQLITE_FORMAT:
        self = .damaged(Damage(whole: 0, faults: [.pages(words)]))
      case .SQLITE_NOTADB: self = .notAMatter(.other)
      default: self = .storage(code: Int(error.extendedResultCode.rawValue), words)
      }
    }
  }
}
