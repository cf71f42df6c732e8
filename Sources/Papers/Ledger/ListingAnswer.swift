/// What asking for a daily announcement, or for papers by id, came to.
package struct ListingAnswer: Equatable, Sendable {
  /// How it ended.
  package enum Ending: Equatable, Sendable {
    /// There was something to bring, and the listing says what came of it.
    case listed(SourceLedger.Listing)
    /// There is nothing since the last listing, for this reason in words; the feed's mark, if it has
    /// one, is that of the present feed.
    case nothingNew(reason: String, mark: String?)
    /// arXiv or the disk failed, for this reason in words; the listing is what came before, if
    /// anything did.
    case failed(cause: String, SourceLedger.Listing?)
  }

  /// When it was asked for.
  package var at: Timestamp
  /// What came of it.
  package var ending: Ending

  package init(at: Timestamp, ending: Ending) {
    self.at = at
    self.ending = ending
  }
}
