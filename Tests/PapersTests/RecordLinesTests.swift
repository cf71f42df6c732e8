import Papers
import Testing

struct RecordLinesTests {
  @Test func identifiersComeFirstInTheirOrderThenOtherKeys() {
    var lines = RecordLines()
    #expect(String(decoding: lines.file, as: UTF8.self) == "{}\n")
    for key in ["later", "1501.00001", "a\"b", "0704.0001", "hep-th/9901001"] {
      lines.add(key, Array("{}".utf8)[...])
    }
    #expect(
      String(decoding: lines.file, as: UTF8.self) == #"""
        {
        "hep-th/9901001":{},
        "0704.0001":{},
        "1501.00001":{},
        "a\"b":{},
        "later":{}
        }

        """#)
  }
}
