import Papers
import Testing

struct NoteTemplateTests {
  private let template = NoteTemplate(headings: ["Claim", "Method", "Result"])

  @Test func headingsStandApart() {
    #expect(template.text == "### Claim\n\n### Method\n\n### Result")
    #expect(NoteTemplate(headings: ["# Title", "Part\nof it"]).text == "# Title\n\n### Part of it")
    #expect(NoteTemplate(headings: []) == .none)
  }

  @Test(arguments: [
    ("### Claim\n\n### Method\n\n### Result", ""),
    ("### Claim\n\n\n### Method  \n\n### Result\n\n", ""),
    ("### Method", ""),
    ("", ""),
    ("### Claim\nIt works.\n\n### Method\n\n### Result", "### Claim\nIt works."),
    ("### Claim\n\n### Method\n\nBy hand.\n\n### Result\n", "### Method\n\nBy hand."),
    ("### Claim\nOne.\n\n### Method\n\n### Result\nTwo.", "### Claim\nOne.\n\n### Result\nTwo."),
    ("above\n\n### Claim\n\n### Method\n\n### Result", "above"),
    ("### Claim\n#### Mine\n\n### Method\n\n### Result", "### Claim\n#### Mine"),
    ("### Claim\n### Mine\n\n### Result", "### Mine"),
    ("no heading at all", "no heading at all"),
    ("### Claim\r\n\r\n### Method\r\nDone.\r\n", "### Method\nDone."),
  ])
  func headingsWithNothingBelowThemGo(written: String, note: String) {
    #expect(template.filled(written) == note)
  }

  @Test func aTextOfTheUsersOwnIsNoNoteUntilItIsChanged() {
    let template = NoteTemplate(text: "# Review\n\nrating: /5\n\n## Why\n")
    #expect(template.filled("# Review\n\nrating: /5\n\n## Why") == "")
    #expect(template.filled("# Review\n\nrating: /5") == "")
    #expect(template.filled("# Review\n\nrating: 4/5\n\n## Why\n") == "# Review\n\nrating: 4/5")
    #expect(
      template.filled("# Review\n\nrating: /5\n\n## Why\nNew.")
        == "# Review\n\nrating: /5\n\n## Why\nNew.")
  }

  @Test func withoutATemplateEveryTextStays() {
    #expect(NoteTemplate.none.filled("\n### Claim\n") == "### Claim")
    #expect(NoteTemplate.none.filled("  \n") == "")
  }
}
