import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The short form of the table that `scripts/faults` makes: calls of the system that fail, kills before
/// them, locks that are missing, clocks, and many at once.
@Suite struct FaultTests {
  private static let full = ["DO": "\(ENOSPC)", "LASTS": "1"]
  private static let killed = ["DO": "kill"]

  private func place(_ matter: String = "case.art28") throws -> (Place, PreloadedFaults) {
    let place = try Place()
    try SmallPack.make(matter, in: place)
    try Program.run(SmallPack.answered(matter), in: place).expectSuccess()
    return (place, try PreloadedFaults(in: place))
  }

  private func hidden(in place: Place) throws -> String {
    try Program.shell("find . -name '.art28-*'", in: place).said
  }

  // MARK: Making

  @Test func aMatterInTheMakingThatWasKilledIsNotThereOrWhole() throws {
    let (place, faults) = try place()
    var (whole, left) = (0, 0)
    try faults.atEachCall(of: ["new", "n.art28", "--packs", "pack"], step: 3, Self.killed) { _ in
      if place.exists("n.art28") {
        whole += 1
        #expect(try Program.run("verify", "n.art28", in: place).code == 0)
        unlink(place.file("n.art28"))
      }
      if try !hidden(in: place).isEmpty { left += 1 }
    }
    #expect(left > 0)
    // Where no call was left to be hit, it was made.
    unlink(place.file("n.art28"))
    try Program.run("new", "n.art28", "--packs", "pack", in: place).expectSuccess()
    #expect(try hidden(in: place) == "")
    #expect(whole < left)
  }

  @Test func halfAPairOfKeysIsCompleted() throws {
    let (place, faults) = try place()
    var halves = 0
    try faults.atEachCall(of: ["key", "new", "me.key"], step: 1, Self.killed) { _ in
      let key = place.exists("me.key") ? try place.bytes(of: "me.key") : nil
      let isHalf = key != nil && !place.exists("me.key.pub")
      if isHalf { halves += 1 }
      if key == nil || isHalf { try Program.run("key", "new", "me.key", in: place).expectSuccess() }
      if let key { #expect(try place.bytes(of: "me.key") == key) }
      #expect(place.exists("me.key") && place.exists("me.key.pub"))
      try Program.shell("rm -f me.key*", in: place).expectSuccess()
    }
    #expect(halves > 0)
    // The last run was not hit, and has made both.
    try Program.shell("rm -f me.key*", in: place).expectSuccess()
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    unlink(place.file("me.key.pub"))
    try Program.run("key", "new", "me.key", in: place).expectSuccess()
    try Program.run("draft", "case.art28", "--final", "--sign", "me.key", "--out", "f", in: place)
      .expectSuccess()
    let proof = try Program.run("verify", "case.art28", "--key", "me.key.pub", in: place)
    #expect(proof.code == 0, "\(proof)")
  }

  @Test func partsOfOthersAndPartsInTheMakingStay() throws {
    let place = try Place()
    try SmallPack.make("case.art28", in: place)
    try Program.shell(
      "mkdir out && cd out && touch .art28-1a.part .art28-2b.part .art28-ours.part", in: place
    )
    .expectSuccess()
    let held = open(place.file("out/.art28-2b.part"), O_RDWR | O_CLOEXEC)
    defer { close(held) }
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    if geteuid() == 0 {
      try Program.shell("touch out/.art28-3c.part && chown 65534 out/.art28-3c.part", in: place)
        .expectSuccess()
    }
    try Program.run("draft", "case.art28", "--out", "out", in: place).expectSuccess()
    let others = geteuid() == 0 ? ["./out/.art28-3c.part"] : []
    #expect(
      try hidden(in: place).split(separator: "\n").sorted().map(String.init)
        == ["./out/.art28-2b.part"] + others + ["./out/.art28-ours.part"])
  }

  // MARK: Publishing

  @Test(arguments: [FaultTests.full, FaultTests.killed])
  func aFinalCopyIsWholeOrNotThere(_ fault: [String: String]) throws {
    let (place, faults) = try place()
    try Program.run("answer", "case.art28", "--set", "text-3=?open", in: place).expectSuccess()
    let before = try Program.run("log", "case.art28", in: place).expectSuccess().said
    let words = [
      "draft", "case.art28", "--final", "--to", "md,html", "--out", "out", "--leave",
      "text-3=later",
    ]
    try Program.shell("cp case.art28 kept", in: place).expectSuccess()
    var refused = 0
    try faults.atEachCall(of: words, step: 3, fault) { run in
      let files = place.exists("out") ? try place.names(in: "out") : []
      let log = try Program.run("log", "case.art28", in: place).expectSuccess().said
      if log == before {
        refused += 1
        #expect(files == [], "\(run)")
        // SQLite says of a journal that it cannot make only that it cannot be opened.
        let isSaid = run.complaint.contains("pace") || run.complaint.contains("quota")
        if fault == Self.full { #expect(run.code == 3 && isSaid, "\(run)") }
      } else {
        #expect(log.contains("published") && log.contains("Left open in the final copy."), "\(log)")
        // No name can be given any more, and none taken back: that is said, with what to do.
        let isTold = run.code == 3 && run.complaint.contains("art28 undo") && files == []
        if fault == Self.full { #expect(isTold || run.code == 0 && files.count == 3, "\(run)") }
      }
      #expect(try Program.run("verify", "case.art28", in: place).code == 0)
      try Program.shell("rm -rf out case.art28-*; cp kept case.art28", in: place).expectSuccess()
    }
    #expect(refused > 5)
  }

  // MARK: Locks

  @Test func aPlaceWithoutLocksIsForReadingAndSaysSo() throws {
    let (place, faults) = try place()
    for none in [["FCNTL": "\(ENOLCK)"], ["FLOCK": "\(ENOLCK)"]] {
      let shown = try faults.run(["show", "case.art28"], none).expectSuccess()
      #expect(shown.said.contains("Words 7"))
      let refused = try faults.run(["answer", "case.art28", "--set", "text-1=x"], none)
      #expect(refused.code == 3 && !refused.complaint.contains("moment"), "\(refused)")
      #expect(refused.complaint.contains("lock"), "\(refused)")
      let made = try faults.run(["new", "n.art28", "--packs", "pack"], none)
      #expect(made.code == 3 && made.complaint.contains("cannot lock files"), "\(made)")
      #expect(!place.exists("n.art28"))
    }
  }

  @Test func commandsWaitForEachOther() throws {
    let (place, _) = try place()
    let run = try Program.shell(
      "seq 12 | xargs -P 12 -I{} art28 answer case.art28 --set text-{}=at-once-{}",
      in: place)
    #expect(run.complaint == "", "\(run)")
    let answers = try SmallPack.answers("case.art28", in: place)
    for number in 1...12 { #expect(answers["text-\(number)"] == "at-once-\(number)") }
  }

  // MARK: Names and clocks

  @Test func aFileWithTwoNamesIsForReading() throws {
    let (place, _) = try place()
    #expect(link(place.file("case.art28"), place.file("second.art28")) == 0)
    try Program.run("show", "second.art28", in: place).expectSuccess()
    let refused = try Program.run("answer", "second.art28", "--set", "text-1=x", in: place)
    #expect(refused.code == 3, "\(refused)")
    #expect(
      refused.complaint.contains("more than one name") && refused.complaint.contains("Copy it"))
    try Program.shell("cp case.art28 own.art28", in: place).expectSuccess()
    try Program.run("answer", "own.art28", "--set", "text-1=x", in: place).expectSuccess()
  }

  @Test func aSaveThatWasCutOffUnderAnotherNameIsNotTakenForWhole() throws {
    let (place, faults) = try place()
    let text = String(repeating: "long ", count: 4000)
    var told = 0
    try faults.atEachCall(
      of: ["answer", "case.art28", "--set", "text-1=\(text)"], step: 2, Self.killed
    ) { _ in
      guard link(place.file("case.art28"), place.file("second.art28")) == 0 else { return }
      let second = try Program.run("show", "second.art28", in: place)
      if second.code != 0 {
        told += 1
        #expect(second.complaint.contains("under its other name"), "\(second)")
        #expect(second.complaint.contains("art28 log"), "\(second)")
        try Program.run("log", "case.art28", in: place).expectSuccess()
        try Program.run("show", "second.art28", in: place).expectSuccess()
      }
      unlink(place.file("second.art28"))
    }
    #expect(told > 0)
    #expect(try Program.run("verify", "case.art28", in: place).code == 0)
  }

  @Test(arguments: ["-62167219201", "253402300800", "99999999999999999", "-99999999999999"])
  func aClockBeyondTheCalendarIsToldOf(_ clock: String) throws {
    let (place, faults) = try place()
    for words in [
      ["answer", "case.art28", "--set", "text-1=x"],
      ["draft", "case.art28", "--final", "--out", "o"],
      ["new", "n.art28", "--packs", "pack"],
    ] {
      let run = try faults.run(words, ["CLOCK": clock])
      #expect(run.code == 3 && run.complaint.contains("clock"), "\(words): \(run)")
    }
    #expect(try SmallPack.answers("case.art28", in: place)["text-1"] == "Words 1")
  }
}
