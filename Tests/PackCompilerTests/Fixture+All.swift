/// One fault of every kind and more, each with what an author reads.
extension Fixture {
  static let parties = "how-to-fill-out/1-parties.yaml"
  static let help = "how-to-fill-out/2-help.yaml"
  static let text = "documents/agreement/07-sub-processors.md"
  static let checks = "checks/sub-processors.yaml"

  /// The promises of a clause, and the head of the next.
  static let authorised = """
        - {may: engage, each: subprocessors, says: "{{name}} is authorised"}
    - clause: places.barred
      promises:

    """

  static let all: [Fixture] = files + finding + values + names + texts
}
