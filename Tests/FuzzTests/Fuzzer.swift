import Foundation

/// What libFuzzer calls first. It finds the seeds of the target in its corpus, and in a dictionary
/// beside it the words that mean something.
@_cdecl("LLVMFuzzerInitialize")
public func prepareTheFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer
) -> CInt {
  guard let corpus = getenv("PAPERQ_FUZZ_SEEDS").map({ String(cString: $0) }) else { return 0 }
  for (number, seed) in fuzzTarget.seeds.enumerated() {
    _ = FileManager.default.createFile(
      atPath: "\(corpus)/seed-\(number)", contents: Data(seed))
  }
  let words = fuzzTarget.pieces.filter { !$0.isEmpty && $0.count < 60 }.map { word in
    let escaped = word.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "\"\(escaped.joined())\"\n"
  }
  _ = FileManager.default.createFile(
    atPath: corpus + ".dict", contents: Data(words.joined().utf8))
  return 0
}

/// What libFuzzer calls with the bytes that it makes up; `PAPERQ_FUZZ` names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func readWhatTheFuzzerMadeUp(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(FuzzTarget.Failure) {
    _ = try fuzzTarget.read(bytes)
  } catch {
    fatalError(error.words)
  }
  return 0
}

private let fuzzTarget: FuzzTarget = {
  let name = getenv("PAPERQ_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("PAPERQ_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()
