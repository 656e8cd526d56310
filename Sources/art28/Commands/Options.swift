import ArgumentParser
import Casework

/// What several commands take.
struct PackOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where the questionnaires lie.", valueName: "folder"))
  var packs: String?

  var store: PackStore { PackStore(folder: packs, at: .here) }
}

struct StyleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with a firm's reference.docx and template.typ.", valueName: "folder")
  )
  var style: String?
}

struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who does this; stands in the journal.", valueName: "name"))
  var by: String?

  var name: String { Person.named(by) }
}

struct OverwriteOptions: ParsableArguments {
  @Flag(
    help: """
      Replace files that art28 did not write, or that were changed since; matters and keys never \
      are.
      """)
  var overwrite = false
}
