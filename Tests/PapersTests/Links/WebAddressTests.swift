import Papers
import TestSupport
import Testing

struct WebAddressTests {
  @Test func schemeAndHostAreInLowerCase() {
    let address = WebAddress("HTTP://WWW.Example.org:80/A?B#C")
    #expect(address?.description == "http://www.example.org:80/A?B#C")
    #expect(address?.host == "www.example.org")
    #expect(address?.label == "example.org:80/A?B#C")
  }

  @Test(arguments: ["http://localhost:8888/lab", "http://[::1]:8000/abs/1", "http://127.0.0.1/"])
  func serversOnThisMachineAreAllowed(text: String) {
    #expect(WebAddress(text)?.description == text)
  }

  @Test(arguments: [
    "", "example.org", "-https://example.org", " https://example.org", "https://example.org/a b",
    "https://example.org/\n", "https:///x", "https://a@b.org", "https://[evil]/", "ssh://a.org",
    "https://host/", "https://a.org\\@b.org/",
  ])
  func anythingElseIsNoAddress(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func theSiteKnowsThePagesOfAPaper() {
    let site = ArXivSite(base: "http://127.0.0.1:8000//")
    let reference = ArXivReference(id: ArXivID(literal: "hep-th/9901001"), version: 2)
    #expect(
      ArXivSite.Page.allCases.map { site.address(of: reference, page: $0).description } == [
        "http://127.0.0.1:8000/abs/hep-th/9901001v2", "http://127.0.0.1:8000/html/hep-th/9901001v2",
        "http://127.0.0.1:8000/pdf/hep-th/9901001v2", "http://127.0.0.1:8000/src/hep-th/9901001v2",
      ])
    #expect(
      ArXivSite.standard.address(of: reference.id).description
        == "https://arxiv.org/abs/hep-th/9901001")
  }

  @Test func aDOIBecomesOneWordWithoutBrackets() {
    #expect(
      DOI("doi:10.1002/(SICI)1 <x>")?.address.description
        == "https://doi.org/10.1002/%28SICI%291%20%3Cx%3E")
    #expect(
      DOI("11.1/x") == nil && DOI("10.1") == nil && DOI("10./x") == nil && DOI("10.1/") == nil)
  }
}
