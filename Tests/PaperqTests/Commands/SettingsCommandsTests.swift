import Testing

struct SettingsCommandsTests {
  @Test func pathsAreOneObjectInAPipe() async throws {
    let paperq = try BuiltProgram()
    let home = paperq.home.path
    #expect(
      try await paperq("paths", "--library", "/srv/papers")
        == .init(
          #"{"config":"\#(home)/.config/paperq/config.json","library":"/srv/papers","#
            + #""pdf":"\#(home)/.cache/paperq/pdf","state":"\#(home)/.local/state/paperq","#
            + #""log":"\#(home)/.local/state/paperq/paperq.log"}"# + "\n")
    )
  }

  @Test func aNamedConfigurationMustBeThere() async throws {
    let paperq = try BuiltProgram()
    #expect(
      try await paperq("--config", "/nonexistent/c.json", "config", "check")
        == .init(
          errors: "paperq: cannot read the config '/nonexistent/c.json': "
            + "no such file or directory\n", code: 78))
  }

  @Test func aBrokenConfigurationIsNamedButDoesNotHideItsPlace() async throws {
    let paperq = try BuiltProgram()
    try paperq.configure("{\"mouse\": \"\u{9B}31m\"}")
    let fault =
      "paperq: cannot use the config '\(paperq.home.path)/.config/paperq/config.json': "
      + "'mouse' is '31m'; allowed is true or false\n"
    #expect(try await paperq("config", "show") == .init(errors: fault, code: 78))
    let paths = try await paperq("paths")
    #expect(paths.code == 0 && paths.errors == fault && paths.lines.count == 1)
    try paperq.configure(#"{"mouse": 3, "counts": null, "title": ""}"#)
    let file = "\(paperq.home.path)/.config/paperq/config.json"
    let lines = [
      "paperq: cannot use the config '\(file)': 'mouse' is 3; allowed is true or false\n",
      "paperq: also 'counts' is null; allowed is true or false\n",
      "paperq: also 'title' is ''; allowed is true or false\n",
    ]
    for words in [["config", "check"], ["config", "check", "--json"], ["list"], []] {
      #expect(try await paperq.run(words) == .init(errors: lines.joined(), code: 78))
    }
  }

  @Test func theEffectiveConfigurationCanBeReadAgain() async throws {
    let paperq = try BuiltProgram()
    try paperq.configure("{mouse: true}")
    let shown = try await paperq("config", "show")
    let again = try BuiltProgram()
    try again.configure(shown.output)
    #expect(try await again("config", "show") == shown)
    #expect(shown.output.contains(#""mouse":true"#))
  }

  @Test(arguments: [
    (["--bogus"], "paperq: Unknown option '--bogus'\n"),
    (["paths", "extra"], "paperq: Unexpected argument 'extra'\n"),
    (["pahts"], "paperq: there is no command 'pahts'; did you mean 'paths'?\n"),
  ])
  func usageErrorsAreOneLineAnd64(arguments: [String], message: String) async throws {
    let paperq = try BuiltProgram()
    #expect(try await paperq.run(arguments) == .init(errors: message, code: 64))
  }

  @Test func aFullDiskUnderTheOutputIsADiskError() async throws {
    let paperq = try BuiltProgram()
    let outcome = try await paperq.throughShell("config example > /dev/full")
    #expect(
      outcome
        == .init(
          errors: "paperq: cannot write to standard output: no space left on device\n", code: 74))
  }

  @Test func aClosedPipeEndsQuietly() async throws {
    let paperq = try BuiltProgram()
    let outcome = try await paperq.throughShell("config example | true")
    #expect(outcome == .init())
  }
}
