import Testing

@testable import paperq

struct BrowserTests {
  private func programs(
    _ environment: [String: String] = [:], configured: [String]? = nil
  ) throws -> [[String]] {
    var settings = Settings(
      environment: Environment(environment),
      paths: try Paths(environment: Environment(["HOME": "/home/ada"])),
      configuration: .standard)
    settings.configuration.browserCommand = configured
    return Browser(settings: settings).programs(for: "https://arxiv.org/abs/1;id").map(\.words)
  }

  @Test func theSystemsBrowserComesLast() throws {
    #expect(try programs() == [["xdg-open", "https://arxiv.org/abs/1;id"]])
    #expect(
      try programs(["BROWSER": "firefox --new:lynx '%s' -x"]) == [
        ["firefox", "--new", "https://arxiv.org/abs/1;id"],
        ["lynx", "https://arxiv.org/abs/1;id", "-x"],
        ["xdg-open", "https://arxiv.org/abs/1;id"],
      ])
  }

  @Test func theConfigurationHasTheLastWord() throws {
    #expect(
      try programs(["BROWSER": "lynx"], configured: ["w3m", "-o", "u={url}"])
        == [["w3m", "-o", "u=https://arxiv.org/abs/1;id"]])
  }
}
