/// A colour as a theme names it; the terminal shows the nearest one it has.
package enum Color: Hashable, Sendable {
  /// One of the terminal's own 16 colours, 0...15, which its user has chosen to be readable.
  ///
  /// 8...15 are the bright ones. Numbers from 16 are taken as `indexed`.
  case standard(UInt8)
  /// An entry of the 256-colour palette: 16...231 a 6×6×6 cube, 232...255 greys.
  case indexed(UInt8)
  /// An exact colour.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The terminal's black.
  package static let black = Color.standard(0)
  /// The terminal's red.
  package static let red = Color.standard(1)
  /// The terminal's green.
  package static let green = Color.standard(2)
  /// The terminal's yellow.
  package static let yellow = Color.standard(3)
  /// The terminal's blue.
  package static let blue = Color.standard(4)
  /// The terminal's magenta.
  package static let magenta = Color.standard(5)
  /// The terminal's cyan.
  package static let cyan = Color.standard(6)
  /// The terminal's white, usually a light grey.
  package static let white = Color.standard(7)
}
