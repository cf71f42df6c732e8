import Glibc
import Papers

/// The clock on the wall, by `$TZ` or the system's time zone.
enum LocalClock {
  /// How many seconds it is ahead of UTC at a time; less than 0 to the west.
  static func secondsAheadOfUTC(at time: Timestamp) -> Int {
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    // A year that is none of the C library's has no local time; UTC does.
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return parts.tm_gmtoff
  }
}
