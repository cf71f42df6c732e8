/// How the list writes times.
package enum DateForm: String, CaseIterable, Sendable {
  /// As a date: `2026-11-22`, or `22 Nov` where there is little room.
  case absolute
  /// As an age: `3 d`.
  case relative
}
