import JSONText
import Testing

struct JSONValueTests {
  private func parse(
    _ text: String, _ dialect: JSONScanner.Dialect = .strict
  ) throws(JSONError) -> JSONValue {
    try JSONValue.parse(Array(text.utf8), dialect: dialect)
  }

  @Test(arguments: [
    #"{"a":1.50,"b":[true,false,null],"c":{"d":"x"}}"#, "[]", "{}", "1e400", #""""#,
    "123456789012345678901234567890", #"{"b":1,"a":2,"b":3}"#, "-0.0",
  ])
  func whatIsReadIsWrittenBackExactly(text: String) throws {
    #expect(try parse(text).text == text)
  }

  @Test func escapesAreResolved() throws {
    let value = try parse(#""a\"\\\/\n\t\r\b\f\u00e9\ud83d\ude00\ud83d""#)
    #expect(value == .string("a\"\\/\n\t\r\u{8}\u{C}é😀\u{FFFD}"))
  }

  @Test func controlAndBidiCharactersAreEscapedWhenWritten() {
    let value = JSONValue.string("a\u{1B}[0m\u{7F}\u{9B}\u{202E}\u{2028}é")
    #expect(value.text == #""a\u001b[0m\u007f\u009b\u202e\u2028é""#)
  }

  @Test(arguments: [
    ("", "the text ends where a value is expected", 0),
    ("{\"a\" 1}", "a ':' is missing after a key", 5),
    ("[1 2]", "a ',' or ']' is missing", 3),
    ("[1,]", "a value is expected", 3),
    ("01", "'01' is no JSON value", 0),
    ("+1", "'+1' is no JSON value", 0),
    ("\"abc", "the text is not closed", 0),
    ("\"\\x\"", "a text holds an unknown escape", 2),
    ("\"\\u12g4\"", "'\\u' needs four hexadecimal digits", 3),
    ("\"\n\"", "a text holds a control character", 1),
    ("{} {}", "text follows after the end of the value", 3),
    ("/* */ 1", "unexpected", 0),
  ])
  func whatIsNotJSONIsRefusedWithItsPlace(text: String, message: String, offset: Int) throws {
    let error = try #require(throws: JSONError.self) { try parse(text) }
    if message != "unexpected" { #expect(error == JSONError(message, offset: offset)) }
  }

  /// Bytes of every kind at every place of a text, short and long.
  @Test func whatIsSteppedOverIsWhatCanBeRead() throws {
    let pieces: [[UInt8]] = [
      [0x1F], [0x20], [0x7E], [0x7F], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC3, 0xA9],
      [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xE2, 0x82], [0xE2, 0x82, 0xAC],
      [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], Array(#"\\"#.utf8), Array(#"\x"#.utf8), Array(#"\'"#.utf8),
      Array(#"\u00e9"#.utf8), Array(#"\u12g4"#.utf8), Array(#"\u00e"#.utf8), Array(#"\ud83d"#.utf8),
    ]
    for piece in pieces {
      for before in 0..<34 {
        for after in [0, 1, 2, 15, 40] {
          let text =
            [0x22] + [UInt8](repeating: 0x61, count: before) + piece
            + [UInt8](repeating: 0x62, count: after) + [0x22]
          let value = try? JSONValue.parse(text)
          let skipped: Void? = try? text.withScanner { (scanner) throws(JSONError) in
            try scanner.skipValue()
          }
          #expect((value == nil) == (skipped == nil), "\(piece) after \(before) before \(after)")
        }
      }
    }
  }

  @Test func aLenientReaderKeepsWhatIsNoEscape() throws {
    let text = #"{"a\q":"\alpha \u12g4 \é \\ \n"}"#.replacing("\\q", with: "\\q\u{1}")
    #expect(
      try parse(text, .lenient)
        == .object(["a\\q\u{1}": .string("\\alpha \\u12g4 \\é \\ \n")]))
  }

  @Test func bytesThatAreNotUTF8AreRefused() throws {
    #expect(throws: JSONError("a text is not valid UTF-8", offset: 1)) {
      try JSONValue.parse([0x22, 0xC3, 0x28, 0x22])
    }
  }

  @Test func depthIsLimited() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try parse(deep) }
    #expect(throws: JSONError.self) {
      try Array(deep.utf8).withScanner { (scanner) throws(JSONError) in try scanner.skipValue() }
    }
  }

  @Test func relaxedDialectTakesCommentsTrailingCommasAndBareKeys() throws {
    let value = try parse(
      """
      // a comment
      {name: 'x', /* another */ "list": [1, 2,],}
      """, .relaxed)
    #expect(value == .object(["name": .string("x"), "list": .array([.integer(1), .integer(2)])]))
  }

  @Test func placeCountsLinesAndColumnsFromOne() throws {
    let text = "{\n  \"a\": tru\n}"
    let error = try #require(throws: JSONError.self) { try parse(text) }
    let place = error.place(in: Array(text.utf8))
    #expect(place.line == 2)
    #expect(place.column == 8)
  }

  @Test func settingAKeyReplacesTheLastAndNilRemovesAll() {
    var object: JSONObject = ["a": .integer(1), "a": .integer(2)]
    object["a"] = .integer(3)
    #expect(object == ["a": .integer(1), "a": .integer(3)])
    object["a"] = nil
    #expect(object == [:])
  }
}
