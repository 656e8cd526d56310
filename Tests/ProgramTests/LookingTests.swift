import FoundationEssentials
import TestSupport
import Testing

/// Somebody opens a matter, looks, and leaves.
@Suite(.serialized) struct LookingTests {
  private func changed(_ place: Place) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: place.file("s.art28"))[.modificationDate]
      as? Date
  }

  @Test func lookingLeavesTheFileAsItIs() throws {
    let place = try Place()
    // The first time it is put down where the person stands.
    try OnTerminal.small(in: place).leave()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: place.file("s.art28"))
    let (bytes, time) = (try place.bytes(of: "s.art28"), try changed(place))
    let terminal = try OnTerminal.small(in: place)
    for (key, sight) in [("<F1>", "Keys that work here"), ("<F9>", "All answers")] {
      try terminal.type(key)
      try terminal.wait(for: sight)
      try terminal.type("<Esc>")
      try terminal.wait(for: "What is text number")
    }
    try terminal.leave()
    #expect(try place.bytes(of: "s.art28") == bytes)
    #expect(try changed(place) == time)
    #expect(time != nil)
  }
}
