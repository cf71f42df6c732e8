import Foundation
import Papers
import Testing

/// Every comment and journal reference of the recorded replies, where they are at hand.
struct CommentCorpusTests {
  private static let texts: [(isComment: Bool, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared/arxiv-feeds")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    var texts: [(isComment: Bool, text: String)] = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "xml" {
      guard let data = try? Data(contentsOf: file) else { continue }
      let xml = String(decoding: data, as: UTF8.self)
      for match in xml.matches(
        of: /<(arxiv:comment|comments|arxiv:journal_ref|journal-ref)[^>]*>([^<]+)</)
      {
        let text = match.output.2.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        texts.append((match.output.1.contains("comment"), text))
      }
    }
    return texts
  }()

  @Test(.enabled(if: !texts.isEmpty)) func aVenueIsNamedInTheText() {
    for (isComment, text) in Self.texts {
      let badges = PaperBadges(
        comment: isComment ? text : nil, journalRef: isComment ? nil : text)
      guard let venue = badges.venue ?? badges.published else { continue }
      if let year = venue.year {
        let short = year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
        #expect(text.contains("\(year)") || text.contains(short), "\(venue.label) of \(text)")
      }
      #expect(venue.name.count <= 50 && !venue.name.isEmpty)
    }
  }

  @Test(.enabled(if: !texts.isEmpty)) func whatIsOnlySubmittedHasNoVenue() {
    let acceptances = ["accept", "appear", "present", "publish", "proceeding"]
    for (isComment, text) in Self.texts where isComment {
      let words = text.lowercased()
      guard words.contains("submitted to"), !acceptances.contains(where: words.contains) else {
        continue
      }
      #expect(PaperBadges(comment: text).venue == nil, "\(text)")
    }
  }

  @Test(.enabled(if: !texts.isEmpty)) func mostJournalReferencesHaveAShortForm() {
    let references = Self.texts.filter { !$0.isComment }.map(\.text)
    let read = references.filter { PaperBadges(comment: nil, journalRef: $0).published != nil }
    #expect(read.count * 10 >= references.count * 8, "\(read.count) of \(references.count)")
  }

  @Test(.enabled(if: !texts.isEmpty)) func everyAddressIsFoundAndNothingElse() {
    for (_, text) in Self.texts {
      let links = PaperLinks.all(in: text)
      let words = text.lowercased()
      let mayHave = ["http", "www.", "doi", "10.", "arxiv", "github"].contains(
        where: words.contains)
      #expect(mayHave || links.isEmpty, "\(links) of \(text)")
      #expect(!words.contains("http") || !links.isEmpty, "none of \(text)")
    }
  }
}
