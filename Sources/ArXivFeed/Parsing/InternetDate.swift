import Papers

/// Dates of HTTP headers and RSS: `Sun, 06 Nov 1994 08:49:37 GMT`, `Thu, 24 Sep 2026 00:00:00 -0400`.
enum InternetDate {
  /// Reads a date with or without the day of the week; nil when it is none.
  static func parse(_ text: String) -> Timestamp? {
    var words = text.split(separator: " ")
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count == 5, let day = Int(words[0]), let year = Int(words[2]),
      let month = months.firstIndex(of: words[1].lowercased())
    else { return nil }
    let clock = words[3].split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      let offset = minutesEast(words[4]),
      let time = Timestamp(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    return Timestamp(milliseconds: time.milliseconds - Int64(offset) * 60_000)
  }

  private static func minutesEast(_ zone: Substring) -> Int? {
    if ["GMT", "UTC", "UT", "Z"].contains(zone) { return 0 }
    guard zone.utf8.count == 5, let digits = Int(zone.dropFirst()),
      zone.hasPrefix("+") || zone.hasPrefix("-")
    else { return nil }
    return (zone.hasPrefix("-") ? -1 : 1) * (digits / 100 * 60 + digits % 100)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
