/// What a fetch has to tell the ledger of its source, as soon as it is true on the disk.
package enum LedgerEntry: Equatable, Sendable {
  /// A window of a query was asked for.
  case window(WindowAnswer)
  /// New versions of a query's older papers were looked for.
  case updates(UpdatesAnswer)
  /// A daily announcement, or papers by id, were asked for.
  case listing(ListingAnswer)
  /// The fetch that began at this time asked for all of `request` and is owed nothing.
  case complete(at: Timestamp, request: String)
}
