package import TerminalGrid

/// How each role looks.
package struct Theme: Equatable, Sendable {
  /// A role that is missing looks plain.
  package var styles: [Role: Style]

  package init(styles: [Role: Style]) {
    self.styles = styles
  }

  /// How a role looks.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The terminal's own 16 colours on its own ground. Nothing is black, white or yellow, so it reads
  /// well on dark and light grounds; what is unread stands out by weight, not by colour alone.
  package static let sixteenColors = Theme(styles: [
    .title: Style(.bold), .author: Style(foreground: .cyan), .category: Style(foreground: .blue),
    .date: Style(foreground: .green), .dim: Style(.dim), .heading: Style(.bold),
    .link: Style(foreground: .blue, .underline),
    .unread: Style(.bold), .queued: Style(foreground: .blue, .bold),
    .reading: Style(foreground: .cyan, .bold), .read: .plain, .dismissed: Style(.dim),
    .star: Style(foreground: .red, .bold), .note: Style(foreground: .green, .bold),
    .tag: Style(foreground: .magenta), .updated: Style(foreground: .cyan, .bold),
    .withdrawn: Style(.dim), .badge: Style(foreground: .green, .bold),
    .emphasis: Style(.italic), .strong: Style(.bold), .code: Style(foreground: .cyan),
    .quote: Style(foreground: .green), .listMark: Style(.dim),
    .removed: Style(foreground: .red, .strikethrough), .added: Style(foreground: .green, .bold),
    .tab: .plain, .count: Style(.dim), .activeTab: Style(.reverse), .rule: Style(.dim),
    .hint: Style(.dim), .hintKey: Style(.bold), .status: Style(.reverse),
    .error: Style(foreground: .red, .bold), .prompt: Style(.bold),
    .cursor: Style(.reverse), .marked: Style(foreground: .magenta, .bold),
    .match: Style(foreground: .magenta, [.bold, .underline]),
  ])

  /// No colour, as `NO_COLOR` asks: weight, underline and reverse alone.
  package static let monochrome = Theme(
    styles: sixteenColors.styles.mapValues { style in
      Style(foreground: nil, background: nil, style.attributes)
    }
  ).with(.match, Style([.bold, .underline])).with(.added, Style(.underline))
    .with(.error, Style([.bold, .underline]))

  /// This theme with another look of one role.
  func with(_ role: Role, _ style: Style) -> Theme {
    var theme = self
    theme.styles[role] = style
    return theme
  }

  /// Whether it names colours that only a terminal of true colour shows as they are.
  package var hasExactColors: Bool {
    styles.values.contains { style in
      [style.foreground, style.background].contains { color in
        if case .rgb? = color { true } else { false }
      }
    }
  }
}
