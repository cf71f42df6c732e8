extension Library {
  /// How many papers a source brought that were submitted within `window`, both ends included.
  package func count(ofSource name: String, submitted window: ClosedRange<Timestamp>) -> Int {
    shelves.values.reduce(0) { sum, shelf in
      let papers = shelf.papers
      return sum
        + papers.entries.indices.count { index in
          window.contains(papers.entries[index].published)
            && papers.paper(at: index)?.sources.contains(name) == true
        }
    }
  }
}
