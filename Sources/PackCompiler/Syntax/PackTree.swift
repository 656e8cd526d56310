/// A pack as its author wrote it: every file is read, no name in it is resolved.
struct PackTree {
  /// `pack.yaml`; nil where it is no map.
  var pack: Fields?
  var journeys: [Fields] = []
  var steps: [Fields] = []
  /// The options of each list, by the list's name, in the order of the files.
  var lists: [(name: String, options: [Node])] = []
  /// Those of `decisions.yaml`; a step's own stand with the step.
  var decisions: [Node] = []
  var documents: [DocumentTree] = []
  var authorities: [Fields] = []
  var norms: [Fields] = []
  var obligations: [Fields] = []
  var terms: [Fields] = []
  var helpPages: [Fields] = []
  var facts: [Fields] = []
  var phrases: [Fields] = []
  var playbook: [Fields] = []
  var checks: [CheckFile] = []
  var coverage: [Fields] = []
  var review: Fields?
  /// What is looked for in papers, by language.
  var searches: [Search] = []
  /// What is changed in papers, by language.
  var changes: [Search] = []
  var promises: [PromiseEntry] = []
  /// The whole cases under `examples/`, by their names; a case may have several files.
  var examples: [(id: String, files: [AnswersFile])] = []

  /// The words for papers of one language.
  struct Search {
    var language: String
    /// Where the language is named.
    var place: SourcePosition
    var fields: Fields
  }

  /// One file of checks.
  struct CheckFile {
    /// The case that the examples of its checks change, where the file names one.
    var clean: (id: String, place: SourcePosition)?
    var checks: [Fields]
  }
}
