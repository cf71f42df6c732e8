import Foundation
import Papers
import Testing

@testable import LoopbackArXiv

struct SHA1Tests {
  private func hex(_ text: String) -> String {
    SHA1.digest(Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
  }

  @Test func digestsOfTheStandardAreRight() {
    #expect(hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
  }

  @Test func aFeedIsNamedAfterItsQueryAsArXivDoes() {
    let query = "search_query=&id_list=astro-ph/0601001&start=0&max_results=100"
    let feed = FeedFormat(generation: .current, now: .init(milliseconds: 0)).page(
      [], query: query, total: 1, start: 0, asked: 100)
    let text = String(decoding: feed, as: UTF8.self)
    #expect(text.contains("<id>https://arxiv.org/api/UYD++GGrMRBcNyYZKVyqJHdTM3s</id>"))
  }
}
