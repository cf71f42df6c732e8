import TerminalGrid

/// The colours a terminal has, and which of them comes nearest to one a theme wants.
struct ColorPalette: Equatable {
  /// A colour as ncurses numbers it; -1 is the terminal's default.
  struct Entry: Equatable {
    var number: Int32
    /// Whether a text in it shall be bold, which on 8 colours means bright.
    var isBright = false

    static let `default` = Entry(number: -1)
  }

  /// How many colours the terminal has; under 8 it is used as if it had none.
  let count: Int

  /// The nearest colour; nil stands for the default colour.
  func entry(for color: Color?) -> Entry {
    guard let color, count >= 8 else { return .default }
    switch color {
    case .standard(let number) where number < 16: return standard(Int32(number))
    case .standard(let number), .indexed(let number):
      if count >= 1 << 24 { return direct(Self.components(ofIndexed: number)) }
      if count >= 256 { return Entry(number: Int32(number)) }
      if number < 16 { return standard(Int32(number)) }
      return nearestStandard(to: Self.components(ofIndexed: number))
    case .rgb(let red, let green, let blue):
      let wanted = RGB(red: Int(red), green: Int(green), blue: Int(blue))
      if count >= 1 << 24 { return direct(wanted) }
      if count >= 256 { return Entry(number: Self.nearestIndexed(to: wanted)) }
      return nearestStandard(to: wanted)
    }
  }

  /// A colour in parts of 0...255.
  private struct RGB {
    var red: Int
    var green: Int
    var blue: Int

    /// How different it looks, as a sum of squares; the eye minds green most.
    func distance(to other: RGB) -> Int {
      let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
      return 2 * r * r + 4 * g * g + 3 * b * b
    }
  }

  /// One of the 16; where there are 8, the bright ones are the others in bold.
  private func standard(_ number: Int32) -> Entry {
    if count >= 1 << 24, number >= 8 { return direct(Self.standardComponents[Int(number)]) }
    return count >= 16 || number < 8
      ? Entry(number: number) : Entry(number: number - 8, isBright: true)
  }

  /// The number of an exact colour; 0...7 are the standard ones, so the darkest blues are black.
  private func direct(_ color: RGB) -> Entry {
    let number = color.red << 16 | color.green << 8 | color.blue
    return Entry(number: number < 8 ? 0 : Int32(number))
  }

  private func nearestStandard(to wanted: RGB) -> Entry {
    standard(Int32(Self.nearest(in: Self.standardComponents, to: wanted)))
  }

  /// The nearest of the fixed entries 16...255; the first 16 are as the user has set them.
  private static func nearestIndexed(to wanted: RGB) -> Int32 {
    Int32(16 + nearest(in: (16...255).map { components(ofIndexed: UInt8($0)) }, to: wanted))
  }

  private static func nearest(in colors: [RGB], to wanted: RGB) -> Int {
    colors.indices.min { colors[$0].distance(to: wanted) < colors[$1].distance(to: wanted) } ?? 0
  }

  /// What xterm shows for an entry of its palette.
  private static func components(ofIndexed number: UInt8) -> RGB {
    let number = Int(number)
    if number < 16 { return standardComponents[number] }
    if number >= 232 {
      let grey = 8 + 10 * (number - 232)
      return RGB(red: grey, green: grey, blue: grey)
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    return RGB(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
  }

  private static let standardComponents = [
    RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0),
    RGB(red: 0, green: 205, blue: 0), RGB(red: 205, green: 205, blue: 0),
    RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
    RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229),
    RGB(red: 127, green: 127, blue: 127), RGB(red: 255, green: 0, blue: 0),
    RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
    RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255),
    RGB(red: 0, green: 255, blue: 255), RGB(red: 255, green: 255, blue: 255),
  ]
}
