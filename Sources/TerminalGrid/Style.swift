/// How a cell looks: its colours and attributes.
package struct Style: Hashable, Sendable {
  /// Ways of drawing a character, any number of them at once.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier, on some terminals brighter.
    package static let bold = Attributes(rawValue: 1 << 0)
    /// Fainter.
    package static let dim = Attributes(rawValue: 1 << 1)
    /// Slanted, where the terminal can.
    package static let italic = Attributes(rawValue: 1 << 2)
    /// Underlined.
    package static let underline = Attributes(rawValue: 1 << 3)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 1 << 4)
    /// Struck through, where the terminal can.
    package static let strikethrough = Attributes(rawValue: 1 << 5)
  }

  /// The text's colour; nil is the terminal's own default, not black or white.
  package var foreground: Color?
  /// The ground's colour; nil is the terminal's own default.
  package var background: Color?
  /// What else is done to the text.
  package var attributes: Attributes

  /// A style of these colours, the terminal's own where nil, with these attributes.
  package init(
    foreground: Color? = nil, background: Color? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  package static let plain = Style()

  /// What shows when the other style is laid over this one.
  ///
  /// The other's colours win where it has any; attributes are those of both.
  package func overlaid(by other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes.union(other.attributes))
  }
}
