import PaperExport
import Papers
import Testing

/// The values of the `AU` lines of a paper by this author.
private func risAuthors(_ name: String) throws -> [String] {
  var paper = try Paper.bare()
  paper.authors = [.init(name)]
  return ExportEncoder.text(of: [ExportItem(paper: paper)], as: .ris).text
    .split(separator: "\n").filter { $0.hasPrefix("AU") }.map { String($0.dropFirst(6)) }
}

@Test(arguments: [
  ("C. Van der Sijpt", "Van der Sijpt, C."), ("Guy Van den Broeck", "Van den Broeck, Guy"),
  ("Pim van 't Hof", "van 't Hof, Pim"), ("Adrian Del Maestro", "Del Maestro, Adrian"),
  ("Laurens van der Maaten", "van der Maaten, Laurens"), ("Pascale Le Gall", "Le Gall, Pascale"),
  ("Diego de las Casas", "de las Casas, Diego"),
  ("Van Gogh", "Gogh, Van"), ("Li Bin Wang", "Wang, Li Bin"),
  ("Tam Van Nguyen", "Nguyen, Tam Van"), ("Xiao Di Wang", "Wang, Xiao Di"),
  ("Leonardo da Vinci", "da Vinci, Leonardo"),
  ("Umar bin Ali", "bin Ali, Umar"),
  ("John Doe V", "Doe, John, V"), ("Madhu V", "V, Madhu"), ("Jo v Doe", "Doe, Jo v"),
  ("Robert W. Heath Jr", "Heath, Robert W., Jr"),
  ("A. Roger Hammons, Jr.", "Hammons, A. Roger, Jr."), ("Plato", "Plato"),
  ("The ATLAS Collaboration", "The ATLAS Collaboration"), ("Jr", "Jr"),
])
func anAuthorIsSortedByTheFamily(name: String, inverted: String) throws {
  #expect(try risAuthors(name) == [inverted])
}

@Test func aCollaborationAndWhoSpeaksForItAreTwo() throws {
  #expect(
    try risAuthors("Planck Collaboration: N. Aghanim") == ["Planck Collaboration", "Aghanim, N."])
  #expect(try risAuthors("The ATLAS Collaboration:") == ["The ATLAS Collaboration"])
  #expect(try risAuthors("A: B") == ["B, A:"])
}

@Test func aPDFIsNamedByTheFamilyToo() throws {
  for (name, family) in [
    ("The ATLAS Collaboration", "The ATLAS Collaboration"), ("A. Roger Hammons, Jr.", "Hammons"),
    ("Adrian Del Maestro", "Del Maestro"),
  ] {
    var paper = try Paper.bare()
    paper.authors = [.init(name)]
    #expect(
      PDFFileName.name(for: paper, version: 1)
        == "1999 \(family) - A Title [hep-th_9901001v1].pdf")
  }
}
