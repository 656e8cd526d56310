import Interview
import Matters

/// A whole matter as canonical JSON, and back.
package struct MatterExport: Sendable {
  /// Canonical JSON: the same matter gives the same bytes.
  package let bytes: [UInt8]
  /// What it is made of, for the list of written files.
  package let source: String
  /// What is lost, where the matter is damaged; nil where all of it is here.
  package let damage: String?

  /// Of a matter; of a damaged one, what it still holds.
  ///
  /// - Throws: an `Outcome` where nothing can be read.
  package init(of matter: String, at place: Workplace) throws {
    do throws(MatterError) {
      let file = try MatterFile.open(
        at: matter, by: Holder(who: "", since: ""), readOnly: true, keys: place.keys.key)
      bytes = try file.export()
      source = file.path
      damage = nil
      file.close()
    } catch {
      guard case .damaged = error.kind else { throw Outcome(error) }
      do throws(MatterError) {
        bytes = try MatterFile.salvage(at: matter, keys: place.keys.key).export()
        // What is left of a damaged matter does not take the place of a whole export.
        source = "\(error.path), damaged"
        damage = error.message
      } catch {
        throw Outcome(error)
      }
    }
  }

  /// Makes a matter of an export.
  ///
  /// - Returns: how many entries its journal has.
  /// - Throws: an `Outcome` where the bytes are no export, or the matter is there already.
  package static func restore(
    _ bytes: [UInt8], to matter: String, by: String, at place: Workplace, locked: NewLock? = nil
  ) throws -> Int {
    do throws(MatterError) {
      let file = try MatterFile.create(
        at: matter, by: Holder(who: by, since: place.stamp, isBrief: true), from: bytes,
        locked: locked)
      defer { file.close() }
      return file.sheet.head
    } catch {
      throw Outcome(error)
    }
  }
}
