import Interview
import Matters
import PackCompiler
import PackModel

/// Finds packs and compiles them.
package struct PackStore {
  private let folder: String?
  private let place: Workplace

  /// - Parameter folder: where packs lie; nil: the usual places.
  package init(folder: String?, at place: Workplace) {
    self.folder = folder
    self.place = place
  }

  /// The folder of the pack that new matters are made of.
  package func location() throws -> String { try named() ?? own() }

  /// That folder where somebody named it, as a person is told; nil where it is the program's own.
  package func named() throws -> String? {
    if let folder {
      if let found = PackStore.pack(in: folder) { return found }
      throw Outcome.file("“\(folder)” holds no pack: there is no pack.yaml in it or below it.")
    }
    return place.ownPacks.flatMap { PackStore.pack(in: $0) }
  }

  /// Where the program brought them along. Not where somebody works: a folder that came by mail may
  /// hold a questionnaire as well.
  private func own() throws -> String {
    let program = place.folders.program
    var places = ["\(program)/../share/art28/Questionnaires"]
    // From a build folder (.build/x/release) to the project's own packs, and from nowhere else: beside
    // a program that was unpacked somewhere may lie anything.
    let steps = program.split(separator: "/", omittingEmptySubsequences: false)
    if let build = steps.lastIndex(where: { $0.hasPrefix(".build") }) {
      places.append("\(steps[..<build].joined(separator: "/"))/Questionnaires")
    }
    for place in places {
      if let found = PackStore.pack(in: place) { return found }
    }
    throw Outcome.file(
      "No questionnaires were found.",
      "Name their folder with --packs, or set ART28_PACKS.")
  }

  /// The folder of the pack to play with, `sample` beside the other; nil where there is none.
  package var sample: String? {
    guard let folder = try? location() else { return nil }
    let beside = "\(Files.folder(of: folder))/sample"
    return Files.exists("\(beside)/pack.yaml") ? beside : nil
  }

  /// The pack for new matters, with its sources.
  package func catalogue() throws -> (pack: Pack, sources: SourceFiles) {
    let sources = try PackFolder.read(try location())
    return (try PackStore.compiled(sources, at: place), sources)
  }

  /// A pack of this hash that lies where packs lie; nil where there is none.
  func installed(_ hash: String) -> SourceFiles? {
    guard let found = try? location() else { return nil }
    let above = Files.folder(of: found)
    let folders = [found] + Files.names(in: above).map { "\(above)/\($0)" }
    for folder in folders where Files.exists("\(folder)/pack.yaml") {
      if let sources = try? PackFolder.read(folder), sources.hash == hash { return sources }
    }
    return nil
  }

  /// What a person should know of a matter's pack: that it goes by the name and number of the program's
  /// own, and is another. nil where it is not so.
  package static func likeness(_ pack: Pack, at place: Workplace) -> String? {
    let store = PackStore(folder: nil, at: place)
    guard let folder = try? store.own(), let sources = try? PackFolder.read(folder),
      let head = sources.files["pack.yaml"], member("id", of: head) == pack.id,
      member("version", of: head) == pack.version, sources.hash != pack.hash
    else { return nil }
    return
      "This matter's questionnaire calls itself \(pack.id) \(pack.version), and has other words "
      + "than the one that came with art28: art28 adopt shows the difference."
  }

  /// A member at the top of a `pack.yaml`, which is the program's own: no more of it is read for this.
  private static func member(_ name: String, of head: [UInt8]) -> String? {
    String(decoding: head, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("\(name): ") }
      .map { $0.dropFirst(name.count + 2).filter { $0 != "\"" && $0 != " " } }
  }

  /// The pack that a matter was drafted with last, from the sources that it carries.
  static func pack(of matter: MatterFile, at place: Workplace) throws -> Pack {
    try pack(matter.sheet.setting(.pack), of: matter, at: place)
  }

  /// A pack that a matter was drafted with once.
  static func pack(
    _ hash: String?, of matter: MatterFile, at place: Workplace
  ) throws -> Pack {
    if let hash, let pack = place.compiled.load(hash) { return pack }
    guard let sources = try hash.flatMap({ try PackStore.sources($0, of: matter) }) else {
      throw Outcome.file(
        "“\(matter.path)” does not carry the questionnaire that it was made with.",
        "Its answers are safe: art28 export writes them all.")
    }
    return try compiled(sources, at: place)
  }

  /// The sources of a pack as a matter carries them; nil where it does not.
  package static func sources(_ hash: String, of matter: MatterFile) throws -> SourceFiles? {
    let enclosed: PackSources?
    do throws(MatterError) { enclosed = try matter.pack(hash) } catch { throw Outcome(error) }
    guard let enclosed else { return nil }
    let sources = SourceFiles(
      Dictionary(enclosed.files.map { ($0.name, $0.bytes) }) { $1 })
    guard sources.hash == hash else {
      throw Outcome.file(
        "“\(matter.path)” carries another questionnaire than its journal names (SHA-256 "
          + "\(sources.hash), in the journal \(hash)): somebody replaced it.",
        "Its answers are safe: art28 export writes them all.")
    }
    return sources
  }

  /// Compiled before, or now.
  static func compiled(_ sources: SourceFiles, at place: Workplace) throws -> Pack {
    if let pack = place.compiled.load(sources.hash) { return pack }
    switch compile(sources) {
    case .success(let pack):
      place.compiled.keep(pack)
      return pack
    case .failure(let failure): throw Outcome(failure)
    }
  }

  private static func pack(in folder: String) -> String? {
    if Files.exists("\(folder)/pack.yaml") { return folder }
    return Files.names(in: folder).map { "\(folder)/\($0)" }
      .first { Files.exists("\($0)/pack.yaml") }
  }
}
