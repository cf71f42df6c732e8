import CursesTerminal
import Glibc
import LibraryStore

// The terminal, and the programs that paperq starts.
extension Examination {
  mutating func examineTerminal() {
    // Where nobody looks at a terminal, as in a pipe, none is needed.
    let isThere = isatty(STDIN_FILENO) == 1
    do throws(CursesTerminalError) {
      let abilities = try CursesTerminal.abilities()
      let colors =
        context.environment.refusesColor ? "none, as NO_COLOR asks" : "\(abilities.colors)"
      report(.ok, "terminal", "\(abilities.name), colours: \(colors)")
    } catch {
      report(isThere ? .problem : .note, "terminal", error.message)
    }
    let environment = context.environment
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { name in environment[name].map { (name, $0) } }.first
    let encoding = (set?.1 ?? "").lowercased().replacing("-", with: "")
    if encoding.contains("utf8") {
      report(.ok, "locale", "\(set?.0 ?? "")=\(set?.1 ?? "")")
    } else {
      let found = set.map { "\($0.0)=\($0.1)" } ?? "no locale is set"
      report(
        .note, "locale",
        "\(found); paperq writes UTF-8 all the same, other programs may not: set LANG=C.UTF-8")
    }
  }

  mutating func examinePrograms() {
    let variable = context.environment["VISUAL"] != nil ? "VISUAL" : "EDITOR"
    if let words = CommandWords.split(context.environment[variable] ?? "vi") {
      examine("editor", [words.first ?? "vi"], "set VISUAL to your editor")
    } else {
      report(.problem, "editor", "a quote in '$\(variable)' is not closed")
    }
    let browsers = Browser(settings: settings).programs(for: "").compactMap(\.words.first)
    examine("browser", browsers, "set 'browser' in the config")
    if let viewer = settings.configuration.pdfCommand.first {
      examine("pdf viewer", [viewer], "set 'pdf.open' in the config")
    }
  }

  /// Reports the first of some programs that is there. Only actions that need one miss it, so that
  /// it is no problem.
  private mutating func examine(_ subject: String, _ names: [String], _ advice: String) {
    for name in names {
      if let path = Program.path(of: name, environment: context.environment) {
        return report(.ok, subject, path)
      }
    }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    report(.note, subject, "there is no program \(list); \(advice)")
  }
}

extension Program {
  /// Where a program is that a name, or a path, means; nil where there is none.
  static func path(of name: String, environment: Environment) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { "\($0)/\(name)" }.first { path in
      var info = stat()
      return access(path, X_OK) == 0 && stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
  }
}
