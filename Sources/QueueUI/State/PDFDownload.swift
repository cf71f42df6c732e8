package import Papers

/// A PDF on its way to the user.
package struct PDFDownload: Equatable, Sendable {
  /// The version that comes.
  package var reference: ArXivReference
  /// Bytes on the disk.
  package var received: Int64
  /// Bytes of the whole file; nil while that is unknown.
  package var expected: Int64?
  /// What it waits for, when it waits: "trying again in 10 s".
  package var waiting: String?

  package init(
    _ reference: ArXivReference, received: Int64 = 0, expected: Int64? = nil,
    waiting: String? = nil
  ) {
    self.reference = reference
    self.received = received
    self.expected = expected
    self.waiting = waiting
  }

  /// How far it is, in words and, where the size is known, with a bar of so many columns.
  func text(barColumns: Int) -> String {
    let name = "PDF \(reference)"
    if let waiting { return "\(name): \(waiting)" }
    guard received > 0 || expected != nil else { return name }
    let count = ByteCount.text(received, of: expected)
    guard let expected, expected > 0 else { return "\(name) \(count)" }
    let share = Double(min(received, expected)) / Double(expected)
    let filled = min(barColumns, Int(share * Double(barColumns)))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: barColumns - filled)
    return "\(name) ▕\(bar)▏ \(count)"
  }
}

/// How opening a PDF ended.
package enum PDFOutcome: Equatable, Sendable {
  /// The viewer was started with this version; `message` says what is shown.
  case opened(ArXivReference, message: String)
  case failed(String)
  /// The user stopped it; what had come is kept.
  case cancelled
}
