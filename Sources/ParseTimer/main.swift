import ArXivFeed
import Foundation
import Papers

/// A tool of `Scripts/bench`: reads a recorded answer of arXiv's API again and again.
///
/// Usage: `ParseTimer FILE REPETITIONS`. Prints the number of papers, then the seconds of each
/// reading, a line each.
guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]),
  let data = FileManager.default.contents(atPath: CommandLine.arguments[1])
else {
  print("usage: ParseTimer FILE REPETITIONS")
  exit(64)
}
let bytes = [UInt8](data)
let clock = ContinuousClock()
for repetition in 0..<count {
  var papers = 0
  let duration = try clock.measure {
    papers = try AtomFeedParser.parse(bytes, receivedAt: Timestamp(milliseconds: 0)).papers.count
  }
  if repetition == 0 { print(papers) }
  print(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
}
