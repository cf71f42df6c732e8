import Papers
import TerminalGrid

extension Theme {
  /// The themes that paperq brings.
  package enum BuiltIn: String, CaseIterable, Sendable {
    case `default`, dusk, paper
    case dusk256 = "dusk-256"
    case paper256 = "paper-256"
    case mono

    /// What it is for, in a few words for the documentation.
    package var about: String {
      switch self {
      case .default: "the terminal's own 16 colours; reads on dark and light grounds"
      case .dusk: "true colour, for a dark ground"
      case .paper: "true colour, for a light ground"
      case .dusk256: "256 colours, for a dark ground"
      case .paper256: "256 colours, for a light ground"
      case .mono: "no colours: weight, underline and reverse alone"
      }
    }

    /// Where the terminal has no more than 16 colours, they are the better ones than any that only
    /// come near to what a palette means.
    func theme(colors: Int) -> Theme {
      switch self {
      case .default: .sixteenColors
      case .mono: .monochrome
      case .dusk where colors >= 256: ThemePalette.dusk.theme
      case .paper where colors >= 256: ThemePalette.paper.theme
      case .dusk256 where colors >= 256: ThemePalette.dusk256.theme
      case .paper256 where colors >= 256: ThemePalette.paper256.theme
      case .dusk, .paper, .dusk256, .paper256: .sixteenColors
      }
    }
  }

  /// The theme of a name: one of ``BuiltIn``, or one of the user's, which are objects of the role's
  /// names, with `base` naming the theme that they change.
  ///
  /// `colors` is how many the terminal has. All of the user's themes are read, so that a mistake in
  /// one shows before it is used.
  package init(
    named name: String, definitions: [String: [String: String]], colors: Int
  ) throws(ThemeError) {
    var faults: [ThemeError] = []
    self = Self.read(named: name, definitions, colors: colors, &faults)
    if let first = faults.first { throw first }
  }

  /// All for which ``init(named:definitions:colors:)`` would refuse a theme, in the order of names.
  package static func faults(
    named name: String, definitions: [String: [String: String]]
  ) -> [ThemeError] {
    var faults: [ThemeError] = []
    _ = read(named: name, definitions, colors: 256, &faults)
    return faults
  }

  /// Reads what can be read, and notes what cannot.
  private static func read(
    named name: String, _ definitions: [String: [String: String]], colors: Int,
    _ faults: inout [ThemeError]
  ) -> Theme {
    var known: [String: Theme] = [:]
    for (name, roles) in definitions.sorted(by: { $0.key < $1.key }) {
      if BuiltIn(rawValue: name) != nil {
        faults.append(
          ThemeError(
            path: "themes.\(name)", message: "has the name of a theme of paperq's; choose another"))
      }
      known[name] = read(roles, path: "themes.\(name)", colors: colors, &faults)
    }
    if let builtIn = BuiltIn(rawValue: name) { return builtIn.theme(colors: colors) }
    if let own = known[name] { return own }
    faults.append(
      .unknown(
        "theme", name, path: "theme",
        allowed: BuiltIn.allCases.map(\.rawValue) + known.keys.sorted()))
    return .sixteenColors
  }

  private static func read(
    _ roles: [String: String], path: String, colors: Int, _ faults: inout [ThemeError]
  ) -> Theme {
    var theme = Theme.sixteenColors
    if let base = roles["base"] {
      if let builtIn = BuiltIn(rawValue: base) {
        theme = builtIn.theme(colors: colors)
      } else {
        faults.append(
          .unknown("theme", base, path: "\(path).base", allowed: BuiltIn.allCases.map(\.rawValue)))
      }
    }
    for (name, text) in roles.sorted(by: { $0.key < $1.key }) where name != "base" {
      guard let role = Role(rawValue: name) else {
        faults.append(
          .unknown(
            "role", name, path: "\(path).\(name)",
            allowed: ["base"] + Role.allCases.map(\.rawValue)))
        continue
      }
      do throws(StyleError) {
        theme.styles[role] = try Style(parsing: text)
      } catch {
        faults.append(ThemeError(path: "\(path).\(name)", message: error.message))
      }
    }
    return theme
  }
}

/// Why a theme of the configuration cannot be used.
package struct ThemeError: Error, Equatable, Sendable {
  /// Where in the configuration: `themes.mine.title`.
  package var path: String
  /// What is wrong, and what is allowed, as the end of a sentence about the path.
  package var message: String

  static func unknown(
    _ kind: String, _ name: String, path: String, allowed: [String]
  ) -> ThemeError {
    let hint = name.suggestion(
      among: allowed, otherwise: "there are \(allowed.joined(separator: ", "))")
    return ThemeError(path: path, message: "names an unknown \(kind) '\(name)'; \(hint)")
  }
}
