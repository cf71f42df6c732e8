import Foundation
import Papers
import Testing

/// Withdrawals among the recorded replies of arXiv, where they are at hand.
struct RecordedWithdrawalsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/arxiv-feeds")

  private static func text(_ name: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: name))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The text of an element, white space collapsed.
  private static func element(_ tag: String, in xml: Substring) -> String {
    guard let start = xml.firstRange(of: "<\(tag)>"),
      let end = xml[start.upperBound...].firstRange(of: "</\(tag)>")
    else { return "" }
    return xml[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").replacing("&quot;", with: "\"")
  }

  private static let withdrawn = text("oai-listrecords-arXiv-withdrawn-excerpt.xml")

  @Test(.enabled(if: withdrawn != nil)) func everyWithdrawnRecordIsRecognisedWithItsReason() throws
  {
    var reasons: [String: String] = [:]
    for record in try #require(Self.withdrawn).split(separator: "<record>").dropFirst() {
      let (comment, abstract) = (
        Self.element("comments", in: record), Self.element("abstract", in: record)
      )
      let id = Self.element("id", in: record)
      #expect(Withdrawal.isAnnounced(comment: comment, abstract: abstract), "\(id): \(comment)")
      reasons[id] = Withdrawal.reason(comment: comment, abstract: abstract) ?? ""
    }
    #expect(
      reasons == [
        "1102.1122": "", "1102.1123": "", "1102.1124": "",
        "1102.1408": "due to a crucial sign error in derivation",
        "1102.2114": "", "1102.2131": "",
        "1102.2216": "due to a gap in the proof of Lemma 2",
        "1102.2284": "Authorship conflict",
        "1102.2453": "I will do the major revision",
        "1102.3245": "due to a bug in the reduction",
        "1102.4034": "",
        "1102.4346": "because B and B' are probabilistic and nonequalities 10 cannot be checked in"
          + " polynomial time",
        "1102.4711": "To be presented at IEEE ICC 2011, Kyoto, Japan",
        "1102.5288": "due to significant revisions in the paper",
        "1102.5739": "and is replaced by an updated version under a new title: \"On Asymptotic"
          + " Statistics for Geometric Routing Schemes in Wireless Ad-Hoc Networks\"",
        "1103.1026": "due to title update",
        "1103.1991": "because of a latter version was accepted into IEEE Transaction on"
          + " Information Theory",
        "1103.1994": "because of a latter version was accepted into IEEE Transaction on"
          + " Information Theory",
        "1103.2500": "as one of the coauthors needs institutional permission",
        "1103.2651": "due to a crucial error of the algorithms",
      ])
  }

  /// None of the other replies has a withdrawn paper.
  @Test(.enabled(if: withdrawn != nil)) func noOtherRecordIsTakenForWithdrawn() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".xml") && !$0.contains("withdrawn") }
    var count = 0
    for name in names {
      for separator in ["<entry>", "<item>"] {
        for entry in (Self.text(name) ?? "").split(separator: separator).dropFirst() {
          let comment = Self.element("arxiv:comment", in: entry)
          for tag in ["summary", "description"] {
            let abstract = Self.element(tag, in: entry)
            #expect(!Withdrawal.isAnnounced(comment: comment, abstract: abstract), "\(name)")
            count += 1
          }
        }
      }
    }
    #expect(count > 400)
  }
}
