import Glibc
import Papers

extension WallClock {
  /// The clock of this machine, by `$TZ` or the system's time zone.
  static let local = WallClock { time in
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    // A year that is none of the C library's has no local time; UTC does.
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return parts.tm_gmtoff
  }
}
