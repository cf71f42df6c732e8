import TerminalGrid
import Testing

@testable import CursesTerminal

@Test(arguments: [
  (Color?.none, Int32(-1)), (.red, 1), (.standard(9), 9), (.indexed(200), 200), (.standard(77), 77),
  (.rgb(red: 255, green: 0, blue: 0), 196), (.rgb(red: 0, green: 0, blue: 0), 16),
  (.rgb(red: 128, green: 128, blue: 128), 244), (.rgb(red: 95, green: 135, blue: 175), 67),
])
func onA256ColorTerminal(color: Color?, number: Int32) {
  #expect(ColorPalette(count: 256).entry(for: color) == ColorPalette.Entry(number: number))
}

@Test(arguments: [
  (Color.red, Int32(1)), (.standard(9), 9), (.indexed(196), 9), (.indexed(232), 0),
  (.indexed(3), 3), (.rgb(red: 250, green: 250, blue: 250), 15),
])
func onA16ColorTerminal(color: Color, number: Int32) {
  #expect(ColorPalette(count: 16).entry(for: color) == ColorPalette.Entry(number: number))
}

@Test func brightColorsAreBoldWhereThereAreEight() {
  let palette = ColorPalette(count: 8)
  #expect(palette.entry(for: .green) == ColorPalette.Entry(number: 2))
  #expect(palette.entry(for: .standard(10)) == ColorPalette.Entry(number: 2, isBright: true))
  #expect(palette.entry(for: .indexed(196)) == ColorPalette.Entry(number: 1, isBright: true))
}

@Test func exactColorsAreShownWhereTheTerminalHasThem() {
  let palette = ColorPalette(count: 1 << 24)
  #expect(palette.entry(for: .red).number == 1)
  #expect(palette.entry(for: .rgb(red: 1, green: 2, blue: 3)).number == 0x010203)
  #expect(palette.entry(for: .rgb(red: 0, green: 0, blue: 3)).number == 0)
  #expect(palette.entry(for: .indexed(196)).number == 0xFF0000)
}

@Test func withoutColorsEverythingIsTheDefault() {
  #expect(ColorPalette(count: 0).entry(for: .red) == .default)
  #expect(ColorPalette(count: 2).entry(for: .rgb(red: 1, green: 2, blue: 3)) == .default)
}
