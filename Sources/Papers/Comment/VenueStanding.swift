/// What a comment says about a paper and a venue.
enum VenueStanding: Equatable {
  case accepted, submitted, rejected
  /// Its proceedings are named, which is as good as acceptance where nothing else is said.
  case proceedings
  /// The venue has another paper, of which this one is a longer, earlier or other form.
  case otherPaper

  /// The phrase that begins at a place, with its number of words.
  static func phrase(in words: CommentWords, at index: Int) -> (VenueStanding, count: Int)? {
    for (phrase, standing) in phrases[words[index].lower] ?? []
    where words.matches(phrase, at: index) {
      return (standing, phrase.count)
    }
    return nil
  }

  private static let phrases: [String: [([String], VenueStanding)]] = {
    var phrases: [String: [([String], VenueStanding)]] = [:]
    for (standing, texts) in table {
      for text in texts.split(separator: "|") {
        let words = text.split(separator: " ").map(String.init)
        phrases[words[0], default: []].append((words, standing))
      }
    }
    return phrases.mapValues { $0.sorted { $0.0.count > $1.0.count } }
  }()

  private static let table: [(VenueStanding, String)] = [
    (.proceedings, "proceedings|proceeding|proc"),
    (
      .accepted,
      """
      accepted|acceptance|to appear|appear|appears|appeared|appearing|published|be published|presented|\
      presentation|camera ready|in press|\
      forthcoming
      """
    ),
    (
      .submitted,
      """
      submitted|submission|submissions|submit|submitting|resubmitted|sumitted|under review|in review|\
      for review|under revision|in revision|under consideration|under submission|\
      for possible publication|for publication consideration|planned for|intended for|to be submitted
      """
    ),
    (
      .rejected,
      "rejected|withdrawn from|declined|not accepted|never accepted|was withdrawn|retracted from"
    ),
    (
      .otherPaper,
      """
      extended version|extended and revised|extended and improved|extended journal|longer version|\
      long version|full version|fuller version|complete version|expanded version|enhanced version|\
      journal version|journal extension|conference version|preliminary version|preliminary versions|\
      preliminary results|preliminary report|earlier version|earlier versions|earlier paper|\
      earlier and shorter|early version|previous version|previous versions|previous paper|\
      previous work|previously|prior version|former version|old version|old paper|initial version|\
      first version|short version|shorter version|shortened version|condensed version|\
      abridged version|brief version|abbreviated version|workshop version|version of a paper|\
      version of our|version of the paper|version of this|abstract of this|part of this|part of the work|part of the paper|part of the results|\
      part of the material|\
      parts of|a part of|some of the|portions of|in part|partially|partly|extension of|extends|\
      extending|extended from|based on|builds on|builds upon|building on|supersedes|subsumes|\
      follow up|followup|erratum|errata|corrigendum|addendum|companion|supplementary material for|\
      supplementary material to|supplementary material of|supplementary materials for|\
      supplement to|supplement for|appendix to|appendix of|appendix for|code for|data for|\
      of our|to our|version appeared|revised version of|merger of|merge of|combines|similar to|\
      presented in part|talk given|commentary on|comment on|reply to|response to|reproduction of|\
      replication of|reimplementation of|report for|report of|solution to|solution for|\
      the results of|results presented|results of
      """
    ),
  ]
}
