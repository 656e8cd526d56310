import Glibc
import PackModel

/// The only reader of the clock; pure rooms get today and stamps as arguments.
enum Clock {
  /// The day where the user is.
  static var today: CalendarDate {
    let now = local
    guard
      let date = CalendarDate(
        year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday))
    else { preconditionFailure("the system clock names no day") }
    return date
  }

  /// RFC 3339 in UTC, to the second.
  static var stamp: String {
    var seconds = time(nil)
    var now = tm()
    gmtime_r(&seconds, &now)
    let year = Int(now.tm_year) + 1900
    return
      "\(year)-\(two(now.tm_mon + 1))-\(two(now.tm_mday))T\(two(now.tm_hour)):\(two(now.tm_min)):\(two(now.tm_sec))Z"
  }

  /// "14:32", where the user is.
  static var minute: String { "\(two(local.tm_hour)):\(two(local.tm_min))" }

  private static var local: tm {
    var seconds = time(nil)
    var now = tm()
    localtime_r(&seconds, &now)
    return now
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
