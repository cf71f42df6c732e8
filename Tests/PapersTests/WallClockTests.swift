import Papers
import TestSupport
import Testing

struct WallClockTests {
  @Test(arguments: [
    (0, "2026-11-22T23:30:00.000Z"), (19_800, "2026-11-23T05:00:00.000Z"),
    (-36_000, "2026-11-22T13:30:00.000Z"),
  ])
  func aTimeIsShownAsTheClockHasIt(ahead: Int, shown: String) {
    let time = Timestamp(literal: "2026-11-22T23:30:00Z")
    #expect(WallClock { _ in ahead }.shown(time).description == shown)
  }

  @Test func timesBeyondAllCalendarsStay() {
    for time in [Timestamp(milliseconds: .max), Timestamp(milliseconds: .min)] {
      let ahead = time.milliseconds > 0 ? 3600 : -3600
      #expect(WallClock { _ in ahead }.shown(time) == time)
    }
  }

  @Test func aSpanInWhichClocksArePutBackDoesNotEndBeforeItBegins() {
    let change = Timestamp(literal: "2026-10-25T01:00:00Z")
    let clock = WallClock { $0 < change ? 7200 : 3600 }
    let early = Timestamp(literal: "2026-10-25T00:50:00Z")
    let late = Timestamp(literal: "2026-10-25T01:10:00Z")
    let start = Timestamp(literal: "2026-10-25T02:50:00Z")
    #expect(clock.shown(early...late) == start...start)
  }
}
