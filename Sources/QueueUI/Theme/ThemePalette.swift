import TerminalGrid

/// The colours of a theme that does not go by the terminal's own 16.
///
/// It draws on the terminal's ground, which is taken to be dark or light as the theme says; only the
/// cursor's row, the status line, the active tab and matches have grounds of their own.
struct ThemePalette {
  /// Lines and other text that stands back.
  var faint: Color
  var subdued: Color
  var blue: Color
  var teal: Color
  var green: Color
  var violet: Color
  var amber: Color
  var red: Color
  /// The ground of the cursor's row.
  var cursor: Color
  var status: (text: Color, ground: Color)
  /// Of the active tab and of matches.
  var accent: (text: Color, ground: Color)

  var theme: Theme {
    Theme(styles: [
      .title: Style(.bold), .author: Style(foreground: teal), .category: Style(foreground: blue),
      .date: Style(foreground: subdued), .dim: Style(foreground: subdued),
      .heading: Style(foreground: amber, .bold), .link: Style(foreground: blue, .underline),
      .unread: Style(.bold), .queued: Style(foreground: blue, .bold),
      .reading: Style(foreground: teal, .bold), .read: .plain,
      .dismissed: Style(foreground: faint), .star: Style(foreground: amber, .bold),
      .note: Style(foreground: green, .bold), .tag: Style(foreground: violet),
      .updated: Style(foreground: teal, .bold),
      .withdrawn: Style(foreground: subdued),
      .badge: Style(foreground: green, .bold), .emphasis: Style(.italic), .strong: Style(.bold),
      .code: Style(foreground: teal), .quote: Style(foreground: subdued, .italic),
      .listMark: Style(foreground: amber),
      .removed: Style(foreground: red, .strikethrough), .added: Style(foreground: green, .bold),
      .tab: .plain, .count: Style(foreground: subdued),
      .activeTab: Style(foreground: accent.text, background: accent.ground, .bold),
      .rule: Style(foreground: faint), .hint: Style(foreground: subdued),
      .hintKey: Style(foreground: amber, .bold),
      .status: Style(foreground: status.text, background: status.ground),
      .error: Style(foreground: red, .bold), .prompt: Style(foreground: amber, .bold),
      .cursor: Style(background: cursor), .marked: Style(foreground: violet, .bold),
      .match: Style(foreground: accent.text, background: accent.ground),
    ])
  }

  /// True colour for a dark ground.
  static let dusk = ThemePalette(
    faint: Color(0x5A6070), subdued: Color(0x8B92A5), blue: Color(0x8AADF0),
    teal: Color(0x7CC5BC), green: Color(0x9CCB7E), violet: Color(0xC6A0E8),
    amber: Color(0xE3B565), red: Color(0xF0807A), cursor: Color(0x313A4C),
    status: (Color(0xD8DCE6), Color(0x2B3342)), accent: (Color(0x1E222B), Color(0xE3B565)))

  /// True colour for a light ground.
  static let paper = ThemePalette(
    faint: Color(0xA09A8C), subdued: Color(0x6F6A5E), blue: Color(0x2A5DA8),
    teal: Color(0x17706B), green: Color(0x3F6E1F), violet: Color(0x7A3FA0),
    amber: Color(0x98590A), red: Color(0xB3261E), cursor: Color(0xE8E0C9),
    status: (Color(0x33302A), Color(0xDDD4BC)), accent: (Color(0xFFFFFF), Color(0x98590A)))

  /// The 256 colours for a dark ground.
  static let dusk256 = ThemePalette(
    faint: .indexed(240), subdued: .indexed(246), blue: .indexed(111), teal: .indexed(115),
    green: .indexed(150), violet: .indexed(183), amber: .indexed(179), red: .indexed(210),
    cursor: .indexed(237), status: (.indexed(253), .indexed(236)),
    accent: (.indexed(234), .indexed(179)))

  /// The 256 colours for a light ground.
  static let paper256 = ThemePalette(
    faint: .indexed(247), subdued: .indexed(241), blue: .indexed(25), teal: .indexed(23),
    green: .indexed(22), violet: .indexed(90), amber: .indexed(94), red: .indexed(124),
    cursor: .indexed(254), status: (.indexed(236), .indexed(252)),
    accent: (.indexed(231), .indexed(94)))
}

extension Color {
  /// Red, green and blue, a byte each.
  fileprivate init(_ hex: UInt32) {
    self = .rgb(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }
}
