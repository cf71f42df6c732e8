import ArgumentParser
import Papers

/// The user's browser: the one of the configuration, of `$BROWSER`, or the system's.
struct Browser {
  let settings: Settings

  /// The programs to try for a page, in order. `$BROWSER` may hold several, parted by colons, with
  /// `%s` where the address goes.
  func programs(for url: String) -> [Program] {
    if let words = settings.configuration.browserCommand {
      return [Program(words, "{url}", url)]
    }
    let named = (settings.environment["BROWSER"] ?? "").split(separator: ":")
      .compactMap { CommandWords.split(String($0)) }.filter { !$0.isEmpty }
      .map { words in
        words.dropFirst().contains { $0.contains("%s") }
          ? Program(words, "%s", url) : Program(words + [url])
      }
    return named + [Program(["xdg-open", url])]
  }

  /// Opens a page with the first program that can be started.
  ///
  /// In the foreground the program has the terminal until it ends, as browsers of text need it, and
  /// its failure is ours. In the background it is left alone; `whenFailed` is told in one line when
  /// it ends with a failure soon.
  func open(
    _ address: WebAddress, inForeground: Bool,
    whenFailed: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(CommandFailure) {
    var failures: [String] = []
    for program in programs(for: address.description) {
      do throws(ProgramError) {
        guard inForeground else {
          return try program.startInBackground(
            environment: settings.environment,
            whenFailed: { status in
              whenFailed(Self.failure(address, [program.endedEarly(status).message]))
            })
        }
        let status = try program.runInForeground(environment: settings.environment)
        if status == 0 { return }
        failures.append("'\(program.words[0])' ended with status \(status)")
      } catch {
        failures.append(error.message)
      }
    }
    throw CommandFailure(.configuration, Self.failure(address, failures))
  }

  private static func failure(_ address: WebAddress, _ reasons: [String]) -> String {
    "cannot open '\(address)': \(reasons.joined(separator: "; ")); set 'browser' in the config"
  }
}
