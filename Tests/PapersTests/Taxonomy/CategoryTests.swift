import Papers
import Testing

struct CategoryTests {
  @Test func theTaxonomyIsComplete() {
    #expect(Category.all.count == 176)
    #expect(Category.all.count { $0.isActive } == 155)
    #expect(Category.all.count { $0.aliasOf != nil } == 6)
    #expect(Set(Category.all.map(\.id)).count == 176)
    for category in Category.all {
      #expect(!category.name.isEmpty)
      if let other = category.aliasOf ?? category.subsumedBy, other != "cond-mat.supr-con" {
        #expect(Category.isKnown(other), "\(category.id)")
      }
    }
  }

  @Test func categoriesAreFoundById() {
    #expect(Category.isKnown("cs.LG"))
    #expect(Category.isKnown("hep-th"))
    #expect(Category.isKnown("cmp-lg"))
    #expect(!Category.isKnown("cs.lg"))
    #expect(!Category.isKnown("53D10, 53D15"))
    #expect(!Category.isKnown("cs"))
    #expect(Category.name(of: "cs.LG") == "Machine Learning")
    #expect(Category("CS.lg")?.id == "cs.LG")
    #expect(Category("math.MP")?.aliasOf == "math-ph")
    #expect(Category("cmp-lg")?.subsumedBy == "cs.CL")
    #expect(Category("cmp-lg")?.isActive == false)
    #expect(Category("nonsense") == nil)
  }
}
