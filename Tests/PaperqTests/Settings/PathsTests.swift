import Testing

@testable import paperq

struct PathsTests {
  @Test func foldersAreThoseOfTheXDGSpecification() throws {
    let paths = try Paths(environment: Environment(["HOME": "/home/ada"]), workingFolder: "/w")
    #expect(paths.configuration == "/home/ada/.config/paperq/config.json")
    #expect(paths.library == "/home/ada/.local/share/paperq")
    #expect(paths.pdf == "/home/ada/.cache/paperq/pdf")
    #expect(paths.state == "/home/ada/.local/state/paperq")
    #expect(!paths.isConfigurationNamed)
  }

  @Test func setFoldersAreTakenUnlessTheyAreRelativeOrEmpty() throws {
    let paths = try Paths(
      environment: Environment([
        "HOME": "/home/ada", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "/s",
      ]), workingFolder: "/w")
    #expect(paths.configuration == "/c/paperq/config.json")
    #expect(paths.library == "/home/ada/.local/share/paperq")
    #expect(paths.pdf == "/home/ada/.cache/paperq/pdf")
    #expect(paths.state == "/s/paperq")
  }

  @Test func theCommandLineOverridesTheEnvironment() throws {
    let environment = Environment([
      "HOME": "/home/ada", "PAPERQ_CONFIG": "~/mine.json", "PAPERQ_LIBRARY": "/srv/papers",
    ])
    let fromEnvironment = try Paths(environment: environment, workingFolder: "/w")
    #expect(fromEnvironment.configuration == "/home/ada/mine.json")
    #expect(fromEnvironment.library == "/srv/papers")
    #expect(fromEnvironment.isConfigurationNamed)
    let fromCommandLine = try Paths(
      environment: environment, config: "c.json", library: "lib", workingFolder: "/w")
    #expect(fromCommandLine.configuration == "/w/c.json")
    #expect(fromCommandLine.library == "/w/lib")
  }

  @Test func aHomeIsNeededOnlyForWhatLiesInIt() throws {
    #expect(
      throws: ConfigurationError(
        "cannot find your folders: 'HOME' is not set to an absolute path")
    ) {
      try Paths(environment: Environment(["HOME": "relative"]), workingFolder: "/w")
    }
    let paths = try Paths(
      environment: Environment([
        "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/h",
        "XDG_STATE_HOME": "/s",
      ]), workingFolder: "/w")
    #expect(paths.library == "/d/paperq")
  }
}
