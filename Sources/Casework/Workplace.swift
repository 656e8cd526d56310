import PackModel
import Publishing

/// Where the work is done: the person's folders, the clock, the document tools, and what is
/// remembered of them while the program runs. One for a run of the program.
package final class Workplace: Sendable {
  /// Folders by their absolute paths. Those of the person need not exist yet.
  package struct Folders: Sendable {
    /// What the person has set: a house style.
    package var configuration: String
    /// What can be made again: compiled packs.
    package var cache: String
    /// What is remembered between runs: which files were written.
    package var state: String
    /// Where the system and the person keep fonts.
    package var fonts: [String]
    /// Where the program lies; its packs lie near it.
    package var program: String

    /// All of them.
    package init(
      configuration: String, cache: String, state: String, fonts: [String], program: String
    ) {
      self.configuration = configuration
      self.cache = cache
      self.state = state
      self.fonts = fonts
      self.program = program
    }
  }

  /// The clock.
  package struct Time: Sendable {
    /// The day where the person is.
    package var today: @Sendable () -> CalendarDate
    /// RFC 3339 in UTC, to the second.
    package var stamp: @Sendable () -> String

    package init(
      today: @escaping @Sendable () -> CalendarDate, stamp: @escaping @Sendable () -> String
    ) {
      self.today = today
      self.stamp = stamp
    }
  }

  /// The person's and the program's.
  package let folders: Folders
  /// Where the person keeps packs of their own; nil: nowhere.
  package let ownPacks: String?
  private let clock: Time
  private let found: Deferred<ToolPaths>
  private let tell: @Sendable (String) -> Void
  /// Packs that need not be compiled again.
  package let compiled: CompiledPacks
  /// What opens locked matters.
  package let keys: Keyring
  let written: WrittenFiles

  /// - Parameters:
  ///   - tools: looked for when one is needed first.
  ///   - keys: what opens locked matters.
  ///   - tell: hears remarks while work goes on, a sentence each, such as what had to be mended.
  package init(
    folders: Folders, ownPacks: String? = nil, clock: Time,
    tools: @escaping @Sendable () -> ToolPaths, keys: Keyring = Keyring(),
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.folders = folders
    self.ownPacks = ownPacks
    self.clock = clock
    self.tell = tell
    self.keys = keys
    found = Deferred(tools)
    compiled = CompiledPacks(in: "\(folders.cache)/packs")
    written = WrittenFiles(list: "\(folders.state)/written")
  }

  /// The same place, but packs are compiled from their sources, whatever was compiled before.
  private init(doubting place: Workplace) {
    (folders, ownPacks, clock) = (place.folders, place.ownPacks, place.clock)
    (found, tell, written) = (place.found, place.tell, place.written)
    keys = place.keys
    compiled = CompiledPacks()
    keys = place.keys
  }

  /// The same place for proofs: nothing is believed that was compiled before this run.
  var doubting: Workplace { Workplace(doubting: self) }

  /// The day where the person is.
  package var today: CalendarDate { clock.today() }
  /// RFC 3339 in UTC, to the second.
  package var stamp: String { clock.stamp() }
  /// The document tools of this machine.
  package var tools: ToolPaths { found.value }

  func remark(_ sentence: String) { tell(sentence) }
}
