import Papers
import Testing

struct AuthorPatternTests {
  @Test(arguments: [
    ("hill", "Felix Hill", true), ("hil", "Felix Hill", true), ("felix", "Felix Hill", true),
    ("hill", "Winston Churchill", false), ("HILL", "Félix Hill", true),
    ("hill_f", "Felix Hill", true), ("hill_f", "F. Hill", true), ("F.Hill", "Felix Hill", true),
    ("hill_f", "Felix A. Hill", true),
    ("hill_f", "George Hill", false), ("hill_f", "Felix Hillary", false),
    ("Hill, Felix", "Felix Hill", true), ("Hill, F.", "Felix Hill", true),
    ("Hill, Felix", "F. Hill", true), ("Hill, Felix", "Felix A. Hill", true),
    ("Hill, Felix", "Hill Felix", false), ("Hill, George", "Felix Hill", false),
    ("Hill, Felix B.", "Felix A. Hill", false), ("Hill, Felix A.", "Felix Hill", true),
    ("Hill,", "Felix Hill", true), ("Hill,", "Felix Hillary", false),
    ("Felix Hill", "Felix Hill", true), ("Hill Felix", "Felix Hill", true),
    ("F. Hill", "Felix Hill", true), ("Felix Hill", "Felix Hillary", false),
    ("Felix A Hill", "Felix Adam Hill", true), ("A. Hill", "Felix A. Hill", false),
    ("maaten, laurens", "Laurens van der Maaten", true),
    ("van der Maaten, L.", "Laurens van der Maaten", true),
    ("Laurens van der Maaten", "Laurens van der Maaten", true),
    ("van der maaten", "Laurens van der Maaten", true),
    ("del_maestro", "Adrian Del Maestro", true), ("del_maestro_a", "Adrian Del Maestro", true),
    ("Bonnefon, J.-F.", "Jean-François Bonnefon", true),
    ("jean-francois", "Jean-François Bonnefon", true), ("jean_f", "Jean-François Bonnefon", false),
    ("schrodinger", "Erwin Schr\\\"odinger", false),
    ("o'connor", "Sinéad O'Connor", true), ("connor", "Sinéad O'Connor", true),
    ("King, Martin", "Martin Luther King Jr.", true), ("King Jr., M.", "Martin King", true),
    ("li, fei-fei", "Fei-Fei Li", true), ("li_f", "Fei-Fei Li", true), ("li", "Felix Hill", false),
    ("...", "Felix Hill", false), (",", "Felix Hill", false), (", Felix", "Felix Hill", true),
    ("李", "李明", true), ("Collaboration", "Xshootu collaboration", true),
  ])
  func namesAgreeInAnySpelling(pattern: String, name: String, agrees: Bool) {
    #expect(AuthorPattern(pattern).matches([name]) == agrees)
  }

  @Test func nobodyIsMadeOfTwoAuthors() {
    let names = ["Felix Noether", "George Hill"]
    #expect(!AuthorPattern("Felix Hill").matches(names))
    #expect(!AuthorPattern("Noether George").matches(names))
    #expect(AuthorPattern("hill_g").matches(names))
    #expect(!AuthorPattern("hill").matches([]))
  }
}
