import TerminalGrid
import Testing

@testable import QueueUI

struct ThemeTests {
  private func theme(
    _ name: String, _ definitions: [String: [String: String]] = [:], colors: Int = 256
  ) throws(ThemeError) -> Theme {
    try Theme(named: name, definitions: definitions, colors: colors)
  }

  private func failure(_ name: String, _ definitions: [String: [String: String]]) -> String {
    do throws(ThemeError) {
      _ = try theme(name, definitions)
      return ""
    } catch {
      return "'\(error.path)' \(error.message)"
    }
  }

  @Test(arguments: [
    ("bold #ffaf5f", Style(foreground: .rgb(red: 255, green: 175, blue: 95), .bold)),
    (
      "#fa0 on 236",
      Style(foreground: .rgb(red: 255, green: 170, blue: 0), background: .indexed(236))
    ),
    ("on bright-blue red", Style(foreground: .red, background: .standard(12))),
    ("reverse", Style(.reverse)), ("7", Style(foreground: .white)), ("", .plain),
    (
      "Bold  Italic dim underline strike",
      Style([.bold, .italic, .dim, .underline, .strikethrough])
    ),
    ("default on default", .plain), ("plain", .plain),
  ])
  func looksAreRead(text: String, style: Style) throws {
    #expect(try Style(parsing: text) == style)
  }

  @Test(arguments: [
    ("blod", "holds 'blod'; did you mean 'bold'?"),
    ("on bleu", "holds 'bleu'; did you mean 'blue'?"),
    ("red on", "says 'on' without a colour behind it"),
    (
      "#12345",
      "holds '#12345'; allowed are bold, dim, italic, underline, reverse, strike, plain, names of"
        + " colours such as red and bright-red, numbers to 255, #rgb, #rrggbb, and 'on' before the colour"
        + " of the ground"
    ),
  ])
  func aMistakeInALookIsNamed(text: String, message: String) {
    #expect(throws: StyleError(message: message)) { try Style(parsing: text) }
  }

  @Test func numbersOver255AndHugeOnesAreNoColours() {
    #expect(throws: StyleError.self) { try Style(parsing: "256") }
    #expect(throws: StyleError.self) { try Style(parsing: String(repeating: "9", count: 99)) }
  }

  @Test func aThemeOfTheUserChangesItsBase() throws {
    let mine = try theme(
      "mine", ["mine": ["base": "dusk-256", "title": "bold #ffaf5f", "cursor": "reverse"]])
    var expected = ThemePalette.dusk256.theme
    expected.styles[.title] = Style(foreground: .rgb(red: 255, green: 175, blue: 95), .bold)
    expected.styles[.cursor] = Style(.reverse)
    #expect(mine == expected)
    #expect(mine.hasExactColors)
    #expect(try theme("plain", ["plain": [:]]) == .sixteenColors)
  }

  @Test func mistakesAreNamedWithTheNearestName() {
    #expect(failure("duks", [:]) == "'theme' names an unknown theme 'duks'; did you mean 'dusk'?")
    #expect(
      failure("mine", ["mine": ["titel": "red"]])
        == "'themes.mine.titel' names an unknown role 'titel'; did you mean 'title'?")
    #expect(
      failure("default", ["mine": ["base": "dark"]])
        == "'themes.mine.base' names an unknown theme 'dark'; there are default, dusk, paper,"
        + " dusk-256, paper-256, mono")
    #expect(
      failure("default", ["mine": ["title": "redd"]])
        == "'themes.mine.title' holds 'redd'; did you mean 'red'?")
    #expect(
      failure("dusk", ["dusk": [:]])
        == "'themes.dusk' has the name of a theme of paperq's; choose another")
  }

  @Test(arguments: Theme.BuiltIn.allCases) func everyThemeStylesEveryRoleButText(
    builtIn: Theme.BuiltIn
  ) {
    let theme = builtIn.theme(colors: 256)
    #expect(Set(theme.styles.keys).union([.text]) == Set(Role.allCases))
  }

  @Test func onSixteenColoursPalettesGiveWay() throws {
    for builtIn in Theme.BuiltIn.allCases where builtIn != .mono {
      #expect(builtIn.theme(colors: 16) == .sixteenColors)
    }
  }

  @Test func monoHasNoColours() {
    #expect(
      Theme.monochrome.styles.values.allSatisfy { $0.foreground == nil && $0.background == nil })
    // What is laid over others must still be seen.
    for role in [Role.cursor, .match, .activeTab, .status] {
      #expect(Theme.monochrome[role] != .plain)
    }
  }

  /// The contrast of a text on the ground that it is meant for, as WCAG reckons it.
  @Test(arguments: [(ThemePalette.dusk, 0x1E1E24), (ThemePalette.paper, 0xFBF8F0)])
  func textsAreReadable(palette: ThemePalette, ground: Int) {
    let texts = [
      palette.subdued, palette.blue, palette.teal, palette.green, palette.violet, palette.amber,
      palette.red,
    ]
    let own = Color.rgb(
      red: UInt8(ground >> 16), green: UInt8(ground >> 8 & 255), blue: UInt8(ground & 255))
    for text in texts {
      #expect(contrast(text, own) >= 4.5)
      #expect(contrast(text, palette.cursor) >= 3)
    }
    #expect(contrast(palette.status.text, palette.status.ground) >= 4.5)
    #expect(contrast(palette.accent.text, palette.accent.ground) >= 4.5)
  }

  private func contrast(_ one: Color, _ other: Color) -> Double {
    let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ color: Color) -> Double {
    guard case .rgb(let red, let green, let blue) = color else { return 0 }
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// To the power of 2.4, near enough: x² times the fifth root of x².
  private func power(_ value: Double) -> Double {
    let square = value * value
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
