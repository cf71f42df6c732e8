import TerminalGrid
import Testing

@testable import CursesTerminal

private func decoded(_ text: String, hasMouse: Bool = true) -> [TerminalInput] {
  var decoder = InputDecoder(hasMouse: hasMouse)
  return decoder.decode(text.utf8) + decoder.finish()
}

private func mouse(_ kind: MouseInput.Kind, row: Int, column: Int) -> TerminalInput {
  .mouse(MouseInput(kind, at: Position(row: row, column: column)))
}

@Test(arguments: [
  ("\u{1B}[<0;1;1M", mouse(.pressed, row: 0, column: 0)),
  ("\u{1B}[<0;300;100m", mouse(.released, row: 99, column: 299)),
  ("\u{1B}[<32;12;7M", mouse(.dragged, row: 6, column: 11)),
  ("\u{1B}[<64;12;7M", mouse(.wheelUp, row: 6, column: 11)),
  ("\u{1B}[<65;12;7M", mouse(.wheelDown, row: 6, column: 11)),
])
func bytesOfTheMouse(text: String, input: TerminalInput) {
  #expect(decoded(text) == [input])
  #expect(decoded(text, hasMouse: false) == [])
}

@Test(arguments: [
  // Other buttons, with keys held, wheels to the side.
  "\u{1B}[<1;5;5M", "\u{1B}[<2;5;5M", "\u{1B}[<4;5;5M", "\u{1B}[<66;5;5M", "\u{1B}[<128;5;5M",
  "\u{1B}[<35;5;5M",
  // No places.
  "\u{1B}[<0;0;5M", "\u{1B}[<0;5;0M", "\u{1B}[<0;-1;5M", "\u{1B}[<0;20000;5M",
  "\u{1B}[<0;99999999999999999999999;5M", "\u{1B}[<0;5M", "\u{1B}[<M", "\u{1B}[<;;M",
  "\u{1B}[<0;5;5;5M", "\u{1B}[<0:1;5;5M", "\u{1B}[<0;5;5~",
])
func whatIsNoneOfOursIsDropped(text: String) {
  #expect(decoded(text + "x") == [.key(.character("x"))])
}

@Test func aClickMayBeCutAnywhere() {
  let bytes = Array("\u{1B}[<0;12;7M\u{1B}[<0;12;7m".utf8)
  for cut in bytes.indices {
    var decoder = InputDecoder(hasMouse: true)
    let inputs = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
    #expect(
      inputs == [mouse(.pressed, row: 6, column: 11), mouse(.released, row: 6, column: 11)])
  }
}

@Test func noiseWithoutAnEndSwallowsNoKeys() {
  var decoder = InputDecoder(hasMouse: true)
  let noise = "\u{1B}[<" + String(repeating: "9;", count: 100_000)
  _ = decoder.decode(noise.utf8)
  #expect((decoder.decode("Mq".utf8) + decoder.finish()).last == .key(.character("q")))
}

@Test func aPasteThatLooksLikeAClickIsAPaste() {
  #expect(decoded("\u{1B}[200~\u{1B}[<0;1;1M\u{1B}[201~") == [.paste("[<0;1;1M")])
}

@Test(arguments: [
  "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]52;c;eA==\u{7}", "\u{1B}P1$r0m\u{1B}\\",
  "\u{1B}_Gi=1;OK\u{1B}\\",
])
func whatATerminalAnswersIsNoKeys(text: String) {
  #expect(decoded(text + "x") == [.key(.character("x"))])
  let bytes = Array(text.utf8)
  for cut in bytes.indices.dropFirst() {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == [])
  }
}

@Test func altWithABracketIsAKey() {
  #expect(decoded("\u{1B}]") == [.key(.alt("]"))])
  #expect(decoded("\u{1B}Pj") == [.key(.alt("P")), .key(.character("j"))])
  #expect(decoded("\u{1B}]\r") == [.key(.alt("]")), .key(.enter)])
}
