import TerminalGrid
import Testing

@testable import CursesTerminal

/// The input of bytes that come in one read, with nothing after them.
private func decoded(_ text: String, _ sequences: KeySequences = KeySequences()) -> [TerminalInput]
{
  var decoder = InputDecoder(sequences: sequences)
  return decoder.decode(text.utf8) + decoder.finish()
}

@Test(arguments: [
  ("j", Key.character("j")), (" ", .character(" ")), ("é", .character("é")),
  ("漢", .character("漢")), ("👍", .character("👍")), ("\r", .enter), ("\n", .control("j")),
  ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{3}", .control("c")),
  ("\u{1A}", .control("z")), ("\u{13}", .control("s")), ("\u{11}", .control("q")),
  ("\u{1C}", .control("\\")), ("\u{1D}", .control("]")), ("\u{1E}", .control("^")),
  ("\u{1F}", .control("_")), ("\u{0}", .control("@")), ("\u{1B}", .escape),
  ("\u{1B}\r", .altEnter), ("\u{1B}\n", .altEnter), ("\u{1B}x", .alt("x")),
  ("\u{1B}é", .alt("é")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
  ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;2C", .right), ("\u{1B}[1;5C", .controlRight),
  ("\u{1B}[1;3D", .controlLeft), ("\u{1B}\u{7F}", .altBackspace), ("\u{1B}[H", .home),
  ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3;2~", .delete),
  ("\u{1B}[2~", .insert), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
  ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
  ("\u{1B}Oq", .character("1")), ("\u{1B}[13;3u", .altEnter), ("\u{1B}[27;5;100~", .control("d")),
  ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[27u", .escape),
])
func bytesOfAKey(text: String, key: Key) {
  #expect(decoded(text) == [.key(key)])
}

@Test func keysMayBeCutAnywhere() {
  let bytes = Array("a\u{1B}[6~\u{1B}[1;5Aé漢\u{1B}\r\u{1B}x👍\u{1B}OPz".utf8)
  let expected: [TerminalInput] = [
    .key(.character("a")), .key(.pageDown), .key(.up), .key(.character("é")),
    .key(.character("漢")), .key(.altEnter), .key(.alt("x")), .key(.character("👍")),
    .key(.function(1)), .key(.character("z")),
  ]
  for cut in 0...bytes.count {
    var decoder = InputDecoder()
    let first = decoder.decode(bytes[..<cut])
    #expect(first + decoder.decode(bytes[cut...]) == expected)
    #expect(!decoder.awaitsMore)
  }
}

@Test func escapeAloneWaitsUntilNothingFollows() {
  var decoder = InputDecoder()
  #expect(decoder.decode("\u{1B}".utf8).isEmpty)
  #expect(decoder.awaitsMore)
  #expect(decoder.finish() == [.key(.escape)])
  #expect(!decoder.awaitsMore)
}

@Test func escapeTwiceIsTwoKeys() {
  #expect(decoded("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  #expect(decoded("\u{1B}\u{4}") == [.key(.escape), .key(.control("d"))])
}

@Test func keysWithoutANameLeaveNothingBehind() {
  #expect(decoded("\u{1B}[99~j") == [.key(.character("j"))])
  #expect(decoded("\u{1B}[?1;2cj") == [.key(.character("j"))])
  #expect(decoded("\u{1B}[<0;1;1Mj") == [.key(.character("j"))])
  #expect(decoded("\u{1B}[12\u{3}") == [.key(.control("c"))])
  #expect(decoded("\u{1B}[99999999999999999999;99999999999999999999uj") == [.key(.character("j"))])
  #expect(decoded("\u{1B}[" + String(repeating: "1", count: 100)) == [])
}

@Test func bytesThatAreNoTextAreDropped() {
  var decoder = InputDecoder()
  let bytes: [UInt8] = [0xFF, 0x80, 0xC3, 0x61, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0xF5, 0x62]
  #expect(decoder.decode(bytes) == [.key(.character("a")), .key(.character("b"))])
}

@Test func sequencesOfTheTerminalDatabaseComeFirst() {
  var sequences = KeySequences()
  sequences.add(Array("\u{1B}[[E".utf8), for: .function(5))
  sequences.add(Array("\u{7F}".utf8), for: .delete)
  #expect(decoded("\u{1B}[[Ej", sequences) == [.key(.function(5)), .key(.character("j"))])
  #expect(decoded("\u{7F}", sequences) == [.key(.backspace)])
  var decoder = InputDecoder(sequences: sequences)
  #expect(decoder.decode("\u{1B}[[".utf8).isEmpty)
  #expect(decoder.decode("E".utf8) == [.key(.function(5))])
}

@Test func aPasteIsOneInputHoweverItIsCut() {
  let bytes = Array("j\u{1B}[200~a\r\nb\rq\u{1B}[31m\u{3}\té\u{1B}[201~k".utf8)
  for cut in 0...bytes.count {
    var decoder = InputDecoder()
    let first = decoder.decode(bytes[..<cut])
    #expect(
      first + decoder.decode(bytes[cut...]) == [
        .key(.character("j")), .paste("a\nb\nq[31m\té"), .key(.character("k")),
      ])
  }
}

@Test func anUnfinishedPasteIsNeverKeys() {
  var decoder = InputDecoder()
  #expect(decoder.decode("\u{1B}[200~qqq\u{1B}".utf8).isEmpty)
  #expect(!decoder.awaitsMore)
  #expect(decoder.finish().isEmpty)
  #expect(decoder.decode("x\u{1B}[201~".utf8) == [.paste("qqqx")])
}

@Test func aHugePasteIsCutOffAndTheRestIsNoKeys() {
  var decoder = InputDecoder()
  #expect(decoder.decode("\u{1B}[200~".utf8).isEmpty)
  let piece = [UInt8](repeating: UInt8(ascii: "q"), count: 300_000)
  for _ in 0..<5 { #expect(decoder.decode(piece).isEmpty) }
  let inputs = decoder.decode("\u{1B}[201~j".utf8)
  #expect(inputs.count == 2)
  #expect(inputs.first == .paste(String(repeating: "q", count: InputDecoder.pasteLimit)))
  #expect(inputs.last == .key(.character("j")))
}
