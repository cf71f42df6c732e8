import TerminalGrid
import Testing

@Test func aStyleLaidOverAnotherWinsWhereItHasColors() {
  let below = Style(foreground: .red, background: .black, .bold)
  #expect(
    below.overlaid(by: Style(background: .blue, .underline))
      == Style(foreground: .red, background: .blue, [.bold, .underline]))
  #expect(below.overlaid(by: .plain) == below)
  #expect(Style.plain.overlaid(by: below) == below)
}
