import Casework
import Glibc
import PackModel

/// The only reader of the clock; pure rooms get today and stamps as arguments.
enum Clock {
  /// - Throws: where the clock stands in a year that no date can be written of: nothing can be dated.
  static func check() throws {
    let year = year(local)
    guard (CalendarDate.first.year...CalendarDate.last.year).contains(year) else {
      throw Outcome.file(
        "The clock of this machine stands in the year \(year).",
        "Set it right: every answer that is kept carries its date.")
    }
  }

  /// The day where the user is.
  static var today: CalendarDate { day(local) }

  /// RFC 3339 in UTC, to the second.
  static var stamp: String {
    let now = broken(gmtime_r)
    return
      "\(day(now).iso)T\(two(now.tm_hour)):\(two(now.tm_min)):\(two(now.tm_sec))Z"
  }

  /// "14:32", where the user is.
  static var minute: String { "\(two(local.tm_hour)):\(two(local.tm_min))" }

  private static var local: tm { broken(localtime_r) }

  private static func broken(
    _ down: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?
  ) -> tm {
    var seconds = time(nil)
    var now = tm()
    // So far away that its year is no number of the system's.
    if down(&seconds, &now) == nil { now.tm_year = seconds < 0 ? .min : .max }
    return now
  }

  /// The day, or the end of the calendar that it lies beyond: somebody may turn the clock at any time.
  private static func day(_ time: tm) -> CalendarDate {
    CalendarDate(year: year(time), month: Int(time.tm_mon) + 1, day: Int(time.tm_mday))
      ?? (year(time) > CalendarDate.last.year ? .last : .first)
  }

  private static func year(_ time: tm) -> Int { Int(time.tm_year) + 1900 }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
