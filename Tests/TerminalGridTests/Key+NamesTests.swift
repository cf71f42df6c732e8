import Testing

@testable import TerminalGrid

@Test(arguments: [
  ("j", Key.character("j")), ("J", .character("J")), ("é", .character("é")),
  ("^", .character("^")), ("Space", .character(" ")), (" ", .character(" ")),
  ("^D", .control("d")), ("^d", .control("d")), ("C-d", .control("d")), ("Ctrl-D", .control("d")),
  ("ctrl+d", .control("d")), ("^@", .control("@")), ("C-Space", .control("@")),
  ("^\\", .control("\\")), ("^]", .control("]")), ("^^", .control("^")), ("^_", .control("_")),
  ("^I", .tab), ("^M", .enter), ("^[", .escape), ("^H", .backspace), ("^?", .backspace),
  ("Enter", .enter), ("return", .enter), ("Alt-Enter", .altEnter), ("M-Enter", .altEnter),
  ("Tab", .tab), ("Shift-Tab", .backTab), ("BackTab", .backTab), ("Esc", .escape),
  ("Escape", .escape), ("PgDn", .pageDown), ("PageDown", .pageDown), ("pgup", .pageUp),
  ("Up", .up), ("Home", .home), ("F5", .function(5)), ("f12", .function(12)),
  ("Alt-x", .alt("x")), ("M-X", .alt("X")), ("Alt-Space", .alt(" ")), ("Alt--", .alt("-")),
  ("F", .character("F")), ("Del", .delete), ("Ins", .insert), ("Backspace", .backspace),
])
func keyOfAName(name: String, key: Key) {
  #expect(Key(name: name) == key)
}

@Test(arguments: [
  "", "F0", "F64", "F05", "F-1", "Fx", "jj", "^1", "^dd", "C-", "Alt-", "Alt-F5", "Alt-^D", "C-é",
  "\u{1B}", "\n", "\t", "\u{200B}", "F99999999999999999999",
])
func namesThatNoKeyHas(name: String) {
  #expect(Key(name: name) == nil)
}

@Test(arguments: [
  (Key.control("d"), "^D"), (.character(" "), "Space"), (.pageDown, "PgDn"),
  (.altEnter, "Alt-Enter"), (.function(5), "F5"), (.alt("x"), "Alt-x"), (.character("?"), "?"),
  (.backTab, "Shift-Tab"), (.escape, "Esc"),
])
func nameOfAKey(key: Key, name: String) {
  #expect(key.description == name)
}

@Test func readingAPrintedNameGivesTheKey() {
  var keys: [Key] = [
    .enter, .altEnter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left,
    .right, .home, .end, .pageUp, .pageDown,
  ]
  keys += (1...63).map { .function($0) }
  keys += "abcdefgjklnopqrstuvwxyz@\\]^_".map { .control($0) }
  let printable = (0x20..<0x7F).map { Character(Unicode.Scalar(UInt8($0))) } + ["é", "漢", "ß"]
  keys += printable.flatMap { [.character($0), .alt($0)] }
  for key in keys {
    #expect(Key(name: key.description) == key)
  }
  #expect(Set(keys.map(\.description)).count == keys.count)
}
