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

@Test func partsOfAStyleAreReplaced() {
  let style = Style(foreground: .red, .bold)
  #expect(style.adding(.dim) == Style(foreground: .red, [.bold, .dim]))
  #expect(style.with(foreground: nil) == Style(.bold))
  #expect(style.with(background: .green) == Style(foreground: .red, background: .green, .bold))
}
