import Interview
import PackModel

/// What the program is asked to do. The screens themselves do nothing.
package enum Effect: Hashable, Sendable {
  /// Appends an act to the matter, to its end before the next frame. Reply: `.appended` or
  /// `.refused`.
  case append(Act)
  /// Reply `.elapsed(pause)` when so much time has passed; a newer one of the same pause replaces
  /// the older.
  case after(milliseconds: Int, Pause)
  /// The same at the latest: one that waits already stays, so that typing without a pause puts it off
  /// no further.
  case within(milliseconds: Int, Pause)
  /// Works out elsewhere what a pause brings, while keys are taken; of several the last is enough.
  /// Reply: `.workedOut`.
  indirect case workOut(PauseWork)
  /// Keeps where the person stands and what is half-filled. Reply: `.saved` or `.notSaved`.
  case saveDesk(DeskNote)
  /// A message that comes when the effects before it are done and have replied.
  case then(Message)
  /// Writes the whole matter to another place, with these entries where its file can't be read any
  /// more, and goes on there. Reply: `.movedTo` or `.notOpened`.
  case saveElsewhere(path: String, entries: [Entry], DeskNote)
  /// Reads what others have added to the matter. Reply: `.reloaded` or `.notOpened`.
  case reload
  /// Opens the person's editor on a text. Reply: `.edited`, with nil where nothing came back.
  case openEditor(String, AnswerKey)
  /// Reply: `.opened` or `.notOpened`.
  case openMatter(path: String, readOnly: Bool = false)
  /// Opens a locked matter with what was typed. Reply: `.opened`, `.wantsPassphrase` or `.notOpened`.
  case unlock(path: String, readOnly: Bool, passphrase: String)
  /// Locks the open matter on disk, and goes on in it. Reply: `.locked` or `.noted`.
  case lock(passphrase: String)
  /// Closes the locked matter and forgets what opens it. Reply: `.wantsPassphrase`.
  case closeLocked
  /// Makes a matter for a journey (by id) and opens it. Reply: `.opened` or `.notOpened`.
  case createMatter(path: String, journey: String)
  /// Looks for what home shows, where a matter was opened without it. Reply: `.catalogue`.
  case loadCatalogue
  /// Keeps the person's name in their configuration.
  case remember(who: String)
  /// Keeps the person's profile in their configuration.
  case keepProfile(Profile)
  /// Keeps what is mostly answered alike in the person's configuration.
  case keepHouse(HouseAnswers)
  /// Writes documents. Reply: `.published`.
  case publish(Publication)
  /// Publishes the final copy. Replies: `.appended` for what the journal has now, then `.finalCopy`.
  case publishFinal(FinalPublication)
  /// Verifies what was published last. Reply: `.verified`.
  case verifyFinal
  /// Writes the sheet of open questions beside the matter. Reply: `.noted`.
  case writeSheet(String)
  /// Reads the sheet that came back. Reply: `.sheet` or `.notOpened`.
  case readSheet
  /// Reads a list for a table, by the table's number in the pack. Reply: `.tableRead` or `.noted`.
  case readTable(TableSource, table: Int)
  /// Reads the papers of the matter. Reply: `.shelf`.
  case readShelf
  /// Looks for what may hold a row, by the table's linkId and the row's code. Reply: `.foundOnShelf`.
  case findOnShelf(AnswerKey)
  /// Looks for words in all papers. Reply: `.foundOnShelf`.
  case searchShelf(String)
  /// Looks for what is worth a look wherever it stands. Reply: `.watchedOnShelf`.
  case watchShelf
  /// Reads another person's matter over the same paper. Reply: `.secondRead` or `.noted`.
  case readSecond(path: String)
  /// Makes a matter for a second reader, without a grade of this one. Reply: `.noted`.
  case makeBlind(path: String)
  /// Reads a paper beside the keys. Reply: `.paperRead`, or `.noted`.
  case addPaper(path: String)
  /// Puts the paper that was read last into the matter. Replies: `.appended` and `.shelf`, or `.noted`.
  case keepPaper
  /// Says what the paper under review calls our terms. Reply: `.terms`, or `.noted`.
  case readTerms
  /// Writes what would close the findings into the Word file of the paper under review, in these
  /// words for our terms, which are kept. Replies: `.appended` and `.noted`.
  case writeRedline(terms: [String: String])
  /// Makes a throw-away matter of the sample pack and opens it. Reply: `.opened` or `.notOpened`.
  case openSample
  case suspend
  case copy(String)
  case ring
  /// Ends the program with an exit code.
  case quit(Int32)
}

/// What an entry will say, before the matter numbers and dates it.
package struct Act: Hashable, Sendable {
  package var changes: [Change]
  package var why: String?
  package var reverses: Entry.Reverse?

  package init(_ changes: [Change], why: String? = nil, reverses: Entry.Reverse? = nil) {
    self.changes = changes
    self.why = why
    self.reverses = reverses
  }
}

/// Why the matter could not do what it was asked, and what was kept safe.
package struct MatterMessage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The file is not in its place any more, or another one is there.
    case gone
    /// Somebody else has added to the matter.
    case behind
    /// The matter is open elsewhere, and can be read here.
    case elsewhere(path: String)
    case other
  }

  package var text: String
  package var kind: Kind

  package init(_ text: String, _ kind: Kind = .other) {
    self.text = text
    self.kind = kind
  }
}

/// Where a person stands in a matter, and text that is no answer yet.
package struct DeskNote: Hashable, Sendable {
  package var place: AnswerKey?
  package var drafts: [AnswerKey: String]

  package init(place: AnswerKey? = nil, drafts: [AnswerKey: String] = [:]) {
    self.place = place
    self.drafts = drafts
  }
}

/// A matter as it was opened.
package struct Opening: Hashable, Sendable {
  package var path: String
  package var title: String
  package var pack: Pack
  package var entries: [Entry]
  /// What the entries come to.
  package var sheet: AnswerSheet
  package var desk: DeskNote
  package var saved: String
  /// The last entry that this person had seen when they left; nil where they were never here.
  package var seen: Int?
  package var language: Language
  /// What the person should know before anything else; nil where there is nothing.
  package var remark: String?
  /// Whether it lies locked on the disk.
  package var isLocked = false

  /// - Parameter sheet: where it is known already.
  package init(
    path: String, title: String, pack: Pack, entries: [Entry], sheet: AnswerSheet? = nil,
    desk: DeskNote = DeskNote(), saved: String = "", seen: Int? = nil,
    language: Language = .british, remark: String? = nil
  ) {
    self.path = path
    self.title = title
    self.pack = pack
    self.entries = entries
    self.sheet = sheet ?? AnswerSheet(entries: entries)
    self.desk = desk
    self.saved = saved
    self.seen = seen
    self.language = language
    self.remark = remark
  }

  package static func == (a: Opening, b: Opening) -> Bool {
    a.path == b.path && a.pack.hash == b.pack.hash && a.entries == b.entries && a.desk == b.desk
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(pack.hash)
    hasher.combine(entries.count)
  }
}

/// What to write, and as what.
package struct Publication: Hashable, Sendable {
  /// Documents by their ids in the pack.
  package var documents: [String]
  package var formats: [PublishFormat]
  /// Files that were held back before, by their names, and what shall become of them. Where there is
  /// one, only these are written.
  package var placing: [String: Placing]

  package init(
    documents: [String], formats: [PublishFormat], placing: [String: Placing] = [:]
  ) {
    self.documents = documents
    self.formats = formats
    self.placing = placing
  }
}

/// Where a file goes whose name is taken.
package enum Placing: Hashable, Sendable {
  /// Beside it, under another name.
  case renamed(String)
  /// In its place.
  case replaced
}

/// A file that was not written, as another is there that the program may not replace unasked.
package struct HeldFile: Hashable, Sendable {
  package var name: String
  /// What is there, after the file's name.
  package var says: String
  /// A name that is free.
  package var newName: String
  /// Whether the person may have it replaced.
  package var mayGiveWay: Bool

  package init(name: String, says: String, newName: String, mayGiveWay: Bool) {
    self.name = name
    self.says = says
    self.newName = newName
    self.mayGiveWay = mayGiveWay
  }
}

/// A file format that documents can be written in.
package enum PublishFormat: String, Hashable, Sendable, CaseIterable {
  case markdown = "md"
  case text = "txt"
  case html
  case docx
  case pdf
  /// The tables of papers beside the agreement alone.
  case xlsx
}

/// What was written, what was not, and what to do about it.
package struct PublishReport: Hashable, Sendable {
  /// File names, as the user can open them.
  package var written: [String]
  /// A sentence each: what is missing and how to get it.
  package var missing: [String]
  /// What the person is to be asked about.
  package var held: [HeldFile]

  package init(written: [String], missing: [String], held: [HeldFile] = []) {
    self.written = written
    self.missing = missing
    self.held = held
  }
}
