import ArgumentParser

/// The options that every command takes, before its name or after it.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the configuration from this file.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Keep the library in this folder.", valueName: "folder"))
  var library: String?

  @Flag(help: "Print JSON, one object a line, on a terminal too.")
  var json = false
}
