import PlainText

extension MatterError {
  /// What happened, what is safe, and what to do: a few sentences for the user.
  package var message: String {
    [happening, safety, advice].compactMap(\.self).joined(separator: " ")
  }

  private var name: String { "“\(Sanitiser.diagnostic.clean(path))”" }

  /// The command that brings out of it whatever is whole.
  private var rescue: String {
    "art28 rescue \(Sanitiser.diagnostic.clean(path).shellWord)"
  }

  private var happening: String {
    switch kind {
    case .notFound: "There is no file \(name)."
    case .brokenLink: "\(name) is a link that leads nowhere."
    case .exists: "\(name) exists already, and nothing is overwritten."
    case .isFolder: "\(name) is a folder, not a matter file."
    case .noFolder: "The folder of \(name) does not exist."
    case .noPlainFile: "\(name) is no plain file."
    case .nameTooLong(let limit): "The name \(name) is too long: \(limit) bytes fit."
    case .notAMatter(let nature): "\(name) is not a matter of art28: \(nature.says)."
    case .newerFormat(let version):
      "\(name) was made by a newer art28 (format \(version); this one knows \(Schema.version))."
    case .damaged(let damage): "\(name) is damaged: \(damage.says)."
    case .diskFull: "The disk that holds \(name) is full."
    case .readOnlyPlace: "\(name) lies in a place where nothing can be written."
    case .noPermission: "You have no permission for \(name)."
    case .openElsewhere(let holder): "\(name) is open elsewhere\(holder?.says ?? "")."
    case .busy: "Another program is holding \(name)."
    case .headMoved(let expected, let found):
      "\(name) was changed elsewhere: it has \(MatterError.entries(found)), not \(expected)."
    case .tooLarge(let bytes, let limit):
      "That is too large for one matter file: \(bytes) bytes, and \(limit) are the limit."
    case .noLocks: "The place of \(name) cannot lock files, as some network folders cannot."
    case .lockBlocked: "\(name) cannot be locked: what is called “…-lock” beside it is no lock."
    case .movedAway: "\(name) was moved, removed or replaced while it was open."
    case .unfinishedSave:
      "A save to \(name) was cut off, and cannot be undone where nothing can be written."
    case .journalBlocked(let other):
      "\(name) cannot be opened: “\(Sanitiser.diagnostic.clean(other))” beside it is no plain file."
    case .unfinishedUnder(let other):
      "A save to \(name) was cut off under its other name “\(Sanitiser.diagnostic.clean(other))”."
    case .severalNames:
      "\(name) has more than one name (a hard link), and a save that is cut off under one of them "
        + "is not known under the others."
    case .openForReading: "\(name) is open for reading only."
    case .refused(let refusal): refusal.says
    case .notAnExport(let what, let offset):
      "That is no whole export of a matter: \(what), at byte \(offset)."
    case .locked: "\(name) is locked."
    case .wrongPassphrase: "That does not open \(name)."
    case .mistypedRecovery: "That recovery key has a typing mistake."
    case .lockTooDear:
      "\(name) asks for more memory or time to try one passphrase than any matter of art28 needs."
    case .lockRefused(let fault): fault.message
    case .isLocked: "\(name) is locked already."
    case .isOpen: "\(name) is not locked."
    case .storage(let code, let words):
      "\(name) could not be read or written: \(words)\(code == 0 ? "" : " (SQLite \(code))")."
    }
  }

  private var safety: String? {
    switch (kept, kind) {
    case (.nothingMade, .exists): nil
    case (.nothingMade, _): "No file was made."
    // Nothing was entered.
    case (_, .lockRefused): nil
    case (.untouched, .damaged(let damage)) where damage.whole > 0:
      "Entries 1 to \(damage.whole) are whole. The file was not changed."
    case (.untouched, _): nil
    // What it has now nobody knows.
    case (.entries(0), _), (.entries, .movedAway): "What you entered last is not saved."
    case (.entries(let number), _):
      "Your \(number == 1 ? "first entry is" : "first \(number) entries are") safe in the file; "
        + "what you entered last is not in it yet."
    }
  }

  private var advice: String? {
    switch kind {
    case .notAMatter(.export): "Read it with “art28 import”."
    case .notAMatter(.empty): "Nothing was ever saved in it; remove it to make it anew."
    case .newerFormat: "Update art28 to open it."
    case .damaged: "Bring out what is whole with “\(rescue)”, or look for a copy made earlier."
    case .notAMatter(.other), .notAMatter(.otherDatabase), .notAMatter(.text):
      path.hasSuffix(".art28")
        ? "If it was one, bring out what is left of it with “\(rescue)”." : nil
    case .diskFull: "Free some space and try again."
    case .noLocks where kept == .nothingMade: "Make it in a folder on a disk of this machine."
    case .readOnlyPlace, .noLocks, .severalNames: "Copy it to a folder of your own to work on it."
    case .journalBlocked: "Move that away, and open it again."
    case .unfinishedUnder(let other):
      "Read it under that name first, which undoes half a save: "
        + "art28 log “\(Sanitiser.diagnostic.clean(other))”."
    case .openElsewhere: "Close it there, or open it for reading only."
    case .busy: "Try again in a moment."
    case .headMoved: "Load it again to see what was added."
    case .movedAway: "Put it back, or save this matter elsewhere."
    case .unfinishedSave:
      "Copy it together with its “-journal” file to a folder of your own and open it there."
    case .locked:
      "Give its passphrase where there is a terminal, or in scripts through ART28_PASSPHRASE_FD, the number of an open descriptor."
    case .wrongPassphrase:
      "A passphrase counts letter by letter, capitals and spaces too. If it was changed, only the new one opens it; if it is lost, the recovery key does, typed in its place; without both nobody can open it."
    case .mistypedRecovery: "Compare it with the paper, group by group, and type it again."
    case .lockTooDear: "It was not tried. Ask whoever sent it for another copy."
    case .storage: "The disk may be failing or a quota used up."
    default: nil
    }
  }

  static func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}

extension LockFault {
  /// A sentence.
  package var message: String {
    switch self {
    case .noSuchWay(let number):
      "There is no way \(number) to open it; art28 passphrase list names them."
    case .lastWay: "That is the last way to open it: without it nobody could."
    case .tooManyWays: "No more passphrases fit; remove one that is not used."
    case .noMemory: "There is not enough memory to make a key of a passphrase."
    }
  }
}

extension MatterError.Nature {
  fileprivate var says: String {
    switch self {
    case .empty: "it is empty"
    case .text: "it is a text"
    case .otherDatabase: "it is a database of another program"
    case .export: "it is an export of one"
    case .other: "it is a file of another kind"
    }
  }
}

extension MatterError.Refusal {
  fileprivate var says: String {
    switch self {
    case .time(let text): "“\(Sanitiser.diagnostic.clean(text))” is no point in time."
    case .name(let text): "“\(Sanitiser.diagnostic.clean(text))” cannot be a name in a matter file."
    case .packMissing(let hash):
      "The sources of the pack \(Sanitiser.diagnostic.clean(String(hash.prefix(12)))) are not in the matter."
    case .closing: "Without its questionnaire nobody could open this matter again."
    }
  }
}

extension Holder {
  fileprivate var says: String {
    let by = who.isEmpty ? "" : " by \(Sanitiser.diagnostic.clean(who))"
    let time = since.isEmpty ? "" : " since \(Sanitiser.diagnostic.clean(since))"
    let place = host.isEmpty ? "" : " on \(Sanitiser.diagnostic.clean(host))"
    return by + place + time + (process == 0 ? "" : " (process \(process))")
  }
}

extension Damage {
  package var says: String {
    faults.isEmpty ? "its journal is broken" : faults.map(\.says).joined(separator: "; ")
  }
}

extension Damage.Fault {
  /// Half a sentence.
  package var says: String {
    switch self {
    case .pages(let words):
      "a part of the file cannot be read (\(Sanitiser.diagnostic.clean(words)))"
    case .tables: "its tables are not those of a matter"
    case .altered(let entry): "entry \(entry) was altered"
    case .unlinked(let entry): "entry \(entry) does not follow the one before it"
    case .missing(let entry): "entry \(entry) is missing"
    case .unreadable(let entry, let what):
      "entry \(entry) cannot be understood (\(Sanitiser.diagnostic.clean(what)))"
    case .state(let rows): "its table of current answers differs from the journal (rows: \(rows))"
    case .enclosure(let name): "the enclosed file \(Sanitiser.diagnostic.clean(name)) was altered"
    case .beside: "what stands beside its journal was altered, or is an earlier one"
    case .lock(slot: 0): "the table of what opens it was altered"
    case .lock(let slot): "way \(slot) to open it was altered"
    case .packMissing(let hash):
      "the sources of the pack \(Sanitiser.diagnostic.clean(String(hash.prefix(12)))) are missing"
    }
  }
}
