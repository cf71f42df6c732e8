import JSONText

extension SourceLedger {
  /// What the last announcement, or a list of ids, had and what came of it.
  package struct Listing: Equatable, Sendable {
    /// The day of the announcement; nil for a list of ids.
    package var day: Timestamp?
    /// How many papers were wanted of it.
    package var expected: Int
    /// How many of them are on the disk.
    package var stored: Int
    /// Papers that arXiv does not have, or, of an announcement, that are kept as the feed gave them
    /// because arXiv's API did not complete them; they are asked for again until the version that
    /// was announced, or a newer one, came.
    package var missing: [ArXivReference]
    /// Tells the papers of an announcement from those of another one: arXiv at times repeats an
    /// announcement under a new date.
    package var digest: String?
    /// The feed's mark (`ETag`), when everything of it is on the disk.
    package var mark: String?
    var unknown = JSONObject()

    package init(
      day: Timestamp? = nil, expected: Int, stored: Int, missing: [ArXivReference] = [],
      digest: String? = nil, mark: String? = nil
    ) {
      self.day = day
      self.expected = expected
      self.stored = stored
      self.missing = missing
      self.digest = digest
      self.mark = mark
    }

    /// Whether nothing of it is owed. An id that arXiv does not have is no debt.
    package var isWhole: Bool {
      day == nil ? stored + missing.count >= expected : stored >= expected && missing.isEmpty
    }
  }

  /// Takes in an announcement, or an answer to a list of ids.
  mutating func record(_ answer: ListingAnswer) {
    switch answer.ending {
    case .listed(let new):
      last = LastAnswer(at: answer.at, outcome: "complete")
      replaceListing(with: new)
    case .nothingNew(let reason, let mark):
      last = LastAnswer(at: answer.at, outcome: reason)
      if let mark { listing?.mark = mark }
    case .failed(let cause, let partial):
      last = LastAnswer(at: answer.at, outcome: cause)
      if let partial { replaceListing(with: partial) }
    }
  }

  /// Asks for the next announcement as if the last one had not come.
  package mutating func forgetMark() {
    listing?.mark = nil
    listing?.digest = nil
  }

  private mutating func replaceListing(with new: Listing) {
    let unknown = listing?.unknown ?? JSONObject()
    listing = new
    listing?.unknown = unknown
  }
}
